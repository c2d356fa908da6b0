import { describe, expect, it } from "vitest";
import { readDelivery } from "../../src/mail/delivery.ts";
import { readHeaderBlock } from "../../src/mail/header-block.ts";
import { readResends } from "../../src/mail/resent.ts";
import { addressesOf, CLERK, eml } from "./eml.ts";

const delivery = (lines: readonly string[], options: { mailbox?: string; journal?: boolean } = {}) =>
	readDelivery(readHeaderBlock(eml(...lines)).fields, options.mailbox ?? CLERK, options.journal ?? false);

describe("delivery headers", () => {
	it("name who received the copy, in whichever of their forms", () => {
		const lines = [
			"Delivered-To: r.voss@thornby.example",
			"X-Original-To: <Chair@thornby.example>",
			"Envelope-To: a@thornby.example, b@thornby.example",
			"X-Envelope-To: c@thornby.example",
			"X-Gm-Original-To: d@thornby.example",
			"X-Apparently-To: e@thornby.example",
		];
		expect(delivery(lines)).toEqual([
			{ header: "Delivered-To", address: "r.voss@thornby.example" },
			{ header: "X-Original-To", address: "chair@thornby.example" },
			{ header: "Envelope-To", address: "a@thornby.example" },
			{ header: "Envelope-To", address: "b@thornby.example" },
			{ header: "X-Envelope-To", address: "c@thornby.example" },
			{ header: "X-Gm-Original-To", address: "d@thornby.example" },
			{ header: "X-Apparently-To", address: "e@thornby.example" },
		]);
	});

	it("count above the servers' own lines, not below them, where the sender can have written them", () => {
		const lines = [
			"Delivered-To: mine@thornby.example",
			"Received: from b by mx.thornby.example; Tue, 4 Jun 2024 09:15:02 +0000",
			"Delivered-To: earlier@thornby.example",
			"Received: from a by b; Tue, 4 Jun 2024 09:15:01 +0000",
			"Delivered-To: forged@thornby.example",
		];
		expect(addressesOf(delivery(lines))).toEqual(["mine@thornby.example", "earlier@thornby.example"]);
	});

	it("are left where they hold no single address", () => {
		expect(delivery(["Delivered-To: mailing list members@thornby.example", "X-Original-To: root"])).toEqual([]);
	});

	it("find the recipient of each hop, but no word in a comment", () => {
		const lines = [
			"Received: from a (helo for nobody@x.example) by b (Postfix) with ESMTPS id 1 for <r.voss@thornby.example>;",
			"\tTue, 4 Jun 2024 09:15:02 +0000",
			"Received: (qmail 77 invoked for bounce@x.example); 4 Jun 2024 09:15:01 -0000",
			"Received: from c by a for b.lund@thornby.example; Tue, 4 Jun 2024 09:15:00 +0000",
		];
		expect(delivery(lines)).toEqual([
			{ header: "Received", address: "r.voss@thornby.example" },
			{ header: "Received", address: "b.lund@thornby.example" },
		]);
	});

	it("know Exchange's word that this copy was blind, and whose it is", () => {
		const blind = ["X-MS-Exchange-Organization-Recipient-P2-Type: Bcc"];
		expect(delivery(blind, { mailbox: "R.Voss@thornby.example" })).toEqual([
			{ header: "X-MS-Exchange-Organization-Recipient-P2-Type", address: "r.voss@thornby.example", blind: true },
		]);
		expect(delivery(["X-MS-Exchange-Organization-Recipient-P2-Type: To"])).toEqual([]);
	});

	it("decode a recipient from the address of a journal, and only there", () => {
		const lines = ["Delivered-To: journal+r.voss=thornby.example@archive.example"];
		expect(addressesOf(delivery(lines, { journal: true }))).toEqual(["r.voss@thornby.example"]);
		expect(addressesOf(delivery(lines))).toEqual(["journal+r.voss=thornby.example@archive.example"]);
	});
});

describe("redirects", () => {
	it("are told apart block by block, the latest first", () => {
		const block = readHeaderBlock(
			eml(
				"Resent-Date: Wed, 05 Jun 2024 10:00:00 +0000",
				"Resent-From: Jo Marsh <clerk@thornby.example>",
				"Resent-To: r.voss@thornby.example",
				"Resent-Bcc: b.lund@thornby.example",
				"Resent-Message-ID: <again@thornby.example>",
				"Resent-From: first@x.example",
				"Resent-Sender: secretary@x.example",
				"Resent-To: clerk@thornby.example",
				"Resent-Cc: deputy@thornby.example",
				"From: a.pell@thornby.example",
			),
		);
		expect(readResends(block.fields)).toEqual([
			{
				by: [{ address: "clerk@thornby.example", name: "Jo Marsh" }],
				to: [{ address: "r.voss@thornby.example", name: "" }],
				cc: [],
				bcc: [{ address: "b.lund@thornby.example", name: "" }],
				date: "2024-06-05T10:00:00.000Z",
				messageId: "<again@thornby.example>",
			},
			{
				by: [
					{ address: "secretary@x.example", name: "" },
					{ address: "first@x.example", name: "" },
				],
				to: [{ address: "clerk@thornby.example", name: "" }],
				cc: [{ address: "deputy@thornby.example", name: "" }],
				bcc: [],
			},
		]);
	});

	it("are none without anybody in them", () => {
		expect(readResends(readHeaderBlock(eml("Resent-Date: Wed, 05 Jun 2024 10:00:00 +0000")).fields)).toEqual([]);
	});
});
