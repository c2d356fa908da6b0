import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { readMime } from "../../src/mail/mime.ts";
import { addressesOf, eml, letter, parse } from "./eml.ts";

describe("the MIME structure", () => {
	// mime.ts looks inside mailparser; a new version that is built otherwise must not pass unseen.
	it("is found inside mailparser", async () => {
		const head = eml("content-type: multipart/mixed; boundary=b", "", "");
		const body = eml(
			"--b",
			"",
			"One.",
			"--b",
			"Content-Type: image/png",
			"Content-ID: <a>",
			"Content-Disposition: inline",
			"",
			"x",
			"--b--",
		);
		const mime = await readMime(head, body);
		expect(mime.divisions).toEqual([{ boundary: "b", parts: 2 }]);
		expect(mime.incomplete).toBe(false);
		expect(mime.root).toMatchObject({
			kind: "multipart",
			subtype: "mixed",
			children: [
				{ kind: "text", html: false, text: "One." },
				{ kind: "file", contentType: "image/png", inline: true },
			],
		});
	});

	it("gives files in the order in which they stand, also empty ones", async () => {
		const head = eml("content-type: multipart/mixed; boundary=b", "", "");
		const file = (name: string, text: string) => ["--b", `Content-Type: application/x-test; name=${name}`, "", text];
		const mime = await readMime(head, eml(...file("a", "1"), ...file("b", ""), ...file("c", "3"), "--b--"));
		const files = mime.root?.kind === "multipart" ? mime.root.children : [];
		expect(files.map((part) => (part.kind === "file" ? [part.name, part.bytes.toString().trim()] : part.kind))).toEqual(
			[
				["a", "1"],
				["b", ""],
				["c", "3"],
			],
		);
	});
});

describe("another reader of mail", () => {
	it.each([
		["a plain letter", letter()],
		["encoded headers", letter(["To: =?utf-8?B?w4luaWQ=?= <enid@x.example>, Members: a@x.example, b@x.example;"])],
		[
			"an HTML letter",
			eml("From: a@x.example", "Subject: =?iso-8859-1?Q?=A350?=", "Content-Type: text/html", "", "<p>Hi"),
		],
	])("finds the same in %s", async (_, raw) => {
		const ours = await parse(raw);
		const theirs = await PostalMime.parse(raw);
		const flat = (theirs.to ?? []).flatMap((entry) => entry.group ?? [entry]).map(({ address }) => address);
		expect(addressesOf(ours.to)).toEqual(expect.arrayContaining(flat));
		expect([ours.subject, ours.from[0]?.address]).toEqual([theirs.subject, theirs.from?.address?.toLowerCase()]);
	});
});
