import { describe, expect, it } from "vitest";
import type { Receipt } from "../../src/facts/facts.ts";
import type { Location } from "../../src/facts/message.ts";
import { receiptsOf } from "../../src/mail/receipts.ts";
import type { Person, Register } from "../../src/people/person.ts";
import { eml, letter, parse } from "./eml.ts";

const person = (role: Person["role"], name: string, ...addresses: readonly string[]): Person => ({
	id: addresses[0] as string,
	name,
	role,
	offices: [],
	committees: [],
	addresses,
	shared: false,
});

const REGISTER: Register = {
	council: "Thornby Parish Council",
	domains: ["thornby.example"],
	timezone: "Europe/London",
	people: [
		person("officer", "Jo Marsh", "clerk@thornby.example", "jo@home.example"),
		person("councillor", "Alan Pell", "a.pell@thornby.example"),
		person("councillor", "Rae Voss", "r.voss@thornby.example"),
	],
	lists: [],
	authorisedRecipients: [],
	complainants: [],
	spokespeople: [],
};

async function receipts(raw: Buffer, at: Partial<Location> = {}, journal = false): Promise<readonly Receipt[]> {
	const place = { mailbox: "clerk@thornby.example", folder: "Sent Items", ...at };
	const message = await parse(raw, { mailbox: place.mailbox, journal });
	return receiptsOf(message, place, REGISTER, { journal });
}

describe("evidence of receipt", () => {
	it("is certain of a Bcc that the sent copy kept", async () => {
		expect(await receipts(letter(["Bcc: Rae Voss <r.voss@thornby.example>"]))).toEqual([
			{ address: "r.voss@thornby.example", way: "bcc", grade: "certain", where: "Bcc" },
		]);
	});

	it("is certain of whoever a message was redirected to", async () => {
		const redirected = letter([
			"Resent-From: clerk@thornby.example",
			"Resent-To: r.voss@thornby.example",
			"Resent-Bcc: b.lund@thornby.example",
		]);
		expect(await receipts(redirected)).toEqual([
			{ address: "r.voss@thornby.example", way: "resent", grade: "certain", where: "Resent-To" },
			{ address: "b.lund@thornby.example", way: "resent", grade: "certain", where: "Resent-Bcc" },
		]);
	});

	it("is likely by a delivery header, and certain where the header says that the copy was blind", async () => {
		const at = { mailbox: "r.voss@thornby.example", folder: "INBOX" };
		const found = await receipts(
			letter(["Delivered-To: r.voss@thornby.example", "X-MS-Exchange-Organization-Recipient-P2-Type: Bcc"]),
			at,
		);
		expect(found.map(({ way, grade, where }) => [way, grade, where])).toEqual([
			["bcc", "certain", "X-MS-Exchange-Organization-Recipient-P2-Type"],
			["delivery", "likely", "Delivered-To"],
			["mailbox", "likely", "found in the mailbox"],
		]);
		expect(new Set(found.map(({ address }) => address))).toEqual(new Set(["r.voss@thornby.example"]));
	});

	it("keeps every distinct piece for an address, each once", async () => {
		const found = await receipts(
			letter(["Delivered-To: r.voss@thornby.example", "Delivered-To: R.Voss@thornby.example"]),
		);
		expect(found).toHaveLength(1);
	});
});

describe("the mailbox in which a copy was found", () => {
	const inbox = (mailbox: string, folder = "INBOX") => receipts(letter(), { mailbox, folder });

	it("received it where it is somebody else's than the sender's", async () => {
		expect(await inbox("r.voss@thornby.example")).toEqual([
			{ address: "r.voss@thornby.example", way: "mailbox", grade: "likely", where: "found in the mailbox" },
		]);
		expect(await inbox("r.voss@thornby.example", "Archive/2024")).toHaveLength(1);
	});

	it.each(["clerk@thornby.example", "Jo@home.example", "clerk+drains@thornby.example"])(
		"did not receive it where it is the sender's own: %s",
		async (mailbox) => {
			expect(await inbox(mailbox)).toEqual([]);
		},
	);

	it.each(["Sent", "Sent Items", "INBOX.Sent", "[Gmail]/Sent Mail", "INBOX/Sent Messages", "Drafts"])(
		"did not receive what stands in its folder %s",
		async (folder) => {
			expect(await inbox("r.voss@thornby.example", folder)).toEqual([]);
		},
	);

	it("proves nothing where its name is no address", async () => {
		expect(await inbox("exported mail")).toEqual([]);
	});

	it("is its owner's own who sent it for another", async () => {
		const raw = eml(
			"From: info@thornby.example",
			"Sender: clerk@thornby.example",
			"To: a.pell@thornby.example",
			"",
			"Hi.",
		);
		expect(await receipts(raw, { folder: "INBOX" })).toEqual([]);
	});
});

describe("a journal", () => {
	const at = { mailbox: "journal@thornby.example", folder: "INBOX" };

	it("proves each of its lines, with list and forwarding, but not the way of a plain recipient", async () => {
		const report = eml(
			"X-MS-Journal-Report:",
			"Content-Type: multipart/mixed; boundary=j",
			"",
			"--j",
			"",
			"Sender: clerk@thornby.example",
			"Subject: Allotment drainage",
			"To: a.pell@thornby.example",
			"Cc: b.lund@thornby.example, Expanded: amenities@thornby.example",
			"Bcc: r.voss@thornby.example",
			"Recipient: x@x.example, Forwarded: d.hart@thornby.example",
			"--j",
			"Content-Type: message/rfc822",
			"",
			letter().toString(),
			"--j--",
		);
		expect(await receipts(report, at, true)).toEqual([
			{ address: "a.pell@thornby.example", way: "journal-to", grade: "certain", where: "journal To" },
			{
				address: "b.lund@thornby.example",
				way: "journal-cc",
				grade: "certain",
				where: "journal Cc",
				expandedFrom: "amenities@thornby.example",
			},
			{ address: "r.voss@thornby.example", way: "journal-bcc", grade: "certain", where: "journal Bcc" },
			{
				address: "x@x.example",
				way: "journal-recipient",
				grade: "likely",
				where: "journal Recipient",
				forwardedFrom: "d.hart@thornby.example",
			},
		]);
	});

	it("is no recipient itself, but the address in its own names one", async () => {
		const kept = letter([
			"Delivered-To: journal@thornby.example",
			"X-Original-To: journal+r.voss=thornby.example@thornby.example",
		]);
		expect(await receipts(kept, at, true)).toEqual([
			{ address: "r.voss@thornby.example", way: "delivery", grade: "likely", where: "X-Original-To" },
		]);
	});
});
