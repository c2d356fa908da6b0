import { describe, expect, it } from "vitest";
import { readHeaderBlock } from "../../src/mail/header-block.ts";
import { readHeaders } from "../../src/mail/header-view.ts";
import { HEADER_BLOCK_MAX_BYTES } from "../../src/mail/limits.ts";
import { addressesOf, eml, letter } from "./eml.ts";

describe("the header block", () => {
	it("is unfolded, with any mixture of line ends, and ends at the empty line", () => {
		const raw = Buffer.from("Subject: one\r\n two\nTo : a@x.example\r\n\tb\r\n\nFrom: body@x.example\n");
		const block = readHeaderBlock(raw);
		expect(block.fields).toEqual([
			{ name: "subject", value: "one two" },
			{ name: "to", value: "a@x.example b" },
		]);
		expect(raw.subarray(block.bodyStart).toString()).toBe("From: body@x.example\n");
	});

	it("passes over an mbox line and wreckage", () => {
		const block = readHeaderBlock(
			eml("From jo@x.example Tue Jun  4 2024", "From : a@x.example", "no field", "To: b@x.example"),
		);
		expect(block.fields.map(({ name }) => name)).toEqual(["from", "to"]);
	});

	it("is cut where it is longer than may be read", () => {
		const raw = Buffer.concat([Buffer.from("Subject: x\r\nX-Long: "), Buffer.alloc(HEADER_BLOCK_MAX_BYTES, "a")]);
		expect(readHeaderBlock(raw).cut).toBe(true);
		expect(readHeaders(raw).notes).toContain("its headers were cut at 8 MB");
		expect(readHeaderBlock(letter()).cut).toBe(false);
	});
});

describe("the header view", () => {
	it("tells sender, recipients, subject, ids and date by the headers alone", () => {
		const view = readHeaders(
			eml(
				"From: info@thornby.example",
				"Sender: Jo Marsh <clerk@thornby.example>",
				"To: a.pell@thornby.example",
				"Cc: r.voss@thornby.example",
				"Bcc: b.lund@thornby.example",
				"Subject: =?utf-8?Q?=C2=A350?=",
				" for the  fete",
				"Message-ID: <one",
				" .1@thornby.example>",
				"In-Reply-To: Your message of Tuesday <zero@x.example>",
				"References: <a@x.example>",
				"\t<b@x.example>",
				"Date: Tue, 04 Jun 2024 09:15:00 +0100",
				"Sensitivity: Personal",
				"List-Id: Members <members.thornby.example>",
				"Auto-Submitted: auto-replied",
				"X-Protective-Marking: VER=2, SEC=OFFICIAL",
				"MSIP_Labels: msip_label_1_Name=Confidential;",
				"X-Spam-Score: 3",
			),
		);
		expect(addressesOf([...view.from, ...view.to, ...view.cc, ...view.bcc])).toEqual([
			"info@thornby.example",
			"a.pell@thornby.example",
			"r.voss@thornby.example",
			"b.lund@thornby.example",
		]);
		expect(view).toMatchObject({
			sender: { address: "clerk@thornby.example", name: "Jo Marsh" },
			subject: "£50 for the fete",
			messageId: "<one.1@thornby.example>",
			inReplyTo: ["<zero@x.example>"],
			references: ["<a@x.example>", "<b@x.example>"],
			date: "2024-06-04T08:15:00.000Z",
			sensitivity: "Personal",
			listId: "Members <members.thornby.example>",
			autoSubmitted: "auto-replied",
			notes: [],
		});
		expect(Object.keys(view.headers).sort()).toEqual([
			"auto-submitted",
			"list-id",
			"msip_labels",
			"sensitivity",
			"x-protective-marking",
		]);
	});

	it("takes the first of doubled lines and says so, and reads doubled recipients together", () => {
		const view = readHeaders(
			letter([
				"From: First <first@x.example>",
				"Subject: First",
				"To: first@x.example",
				"Message-ID: <first@x.example>",
			]),
		);
		expect(addressesOf(view.from)).toEqual(["first@x.example"]);
		expect(addressesOf(view.to)).toEqual(["first@x.example", "a.pell@thornby.example"]);
		expect([view.subject, view.messageId]).toEqual(["First", "<first@x.example>"]);
		expect(view.notes).toEqual(["has two From lines", "has two Subject lines", "has two Message-ID lines"]);
	});

	it("reads 8-bit subjects as UTF-8 or Windows-1252", () => {
		expect(readHeaders(Buffer.from("Subject: £50\r\n\r\n", "utf8")).subject).toBe("£50");
		expect(readHeaders(Buffer.from("Subject: £50 – caf\xe9\r\n\r\n".replace("–", "\x96"), "latin1")).subject).toBe(
			"£50 – café",
		);
	});

	it("leaves zero-width characters as they are", () => {
		expect(readHeaders(Buffer.from("Subject: CON\u200BFIDENTIAL\r\n\r\n")).subject).toBe("CON\u200BFIDENTIAL");
	});
});
