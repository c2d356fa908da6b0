import { describe, expect, it } from "vitest";
import { createReadMessage, OWN_MAIL } from "../../src/audit/read-message.ts";
import { ownHeaders, ownMessageId } from "../../src/mail/own-mail.ts";
import { letter, PELL } from "../letter.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";

const AT = { mailbox: `journal@${DOMAIN}`, folder: "INBOX" };
const exclusions = [{ domain: "union.example", reason: "union" }];
const read = createReadMessage({ register: THORNBY, key: new Uint8Array(32), exclusions, installationKey: "secret" });

function report(original: string): Buffer {
	return Buffer.from(
		[
			`From: exchange@${DOMAIN}`,
			`To: journal@${DOMAIN}`,
			"Subject: report",
			"Message-ID: <report@journal.example>",
			"Date: Tue, 3 Mar 2026 10:15:00 +0000",
			"X-MS-Journal-Report:",
			"MIME-Version: 1.0",
			'Content-Type: multipart/mixed; boundary="j"',
			"",
			"--j",
			"Content-Type: text/plain",
			"",
			`Sender: clerk@${DOMAIN}`,
			"Subject: Allotments",
			"Message-Id: <x@thornby-pc.example>",
			`To: a.pell@${DOMAIN}`,
			`Bcc: r.voss@${DOMAIN}`,
			"",
			"--j",
			"Content-Type: message/rfc822",
			"",
			original,
			"--j--",
			"",
		].join("\r\n"),
	);
}

describe("reading a message", () => {
	it("believes a journal report only from a mailbox declared as a journal", async () => {
		const raw = report(letter({ text: "Dear Alan,\n\nThe drain is clear.\n\nJo\n" }));
		const believed = await read({ raw, at: AT, journal: true });
		expect(believed.kind === "facts" && believed.facts.receipts.map(({ way }) => way)).toContain("journal-bcc");
		const forged = await read({ raw, at: { ...AT, mailbox: `clerk@${DOMAIN}` }, journal: false });
		expect(forged.kind === "facts" && forged.facts.receipts.map(({ way }) => way)).not.toContain("journal-bcc");
	});
	it("excludes a message inside a journal report by its own headers", async () => {
		const raw = report(letter({ to: "help@union.example", text: "Please call me.\n" }));
		expect(await read({ raw, at: AT, journal: true })).toEqual({ kind: "excluded", reason: "union" });
	});
	it("leaves Candour's own mail aside, and no forgery of it", async () => {
		const text = "Nothing new this week.";
		const mail = { kind: "digest" as const, from: `candour@${DOMAIN}`, to: [`clerk@${DOMAIN}`], text };
		const written = (key: string): string => {
			const messageId = ownMessageId("digest", "2026-W10", DOMAIN, key);
			const headers = Object.entries(ownHeaders({ ...mail, messageId }, key)).map(
				([name, value]) => `${name}: ${value}`,
			);
			return letter({ from: mail.from, to: mail.to[0] ?? "", text, headers }).replace(
				/Message-ID: [^\r]*/u,
				`Message-ID: ${messageId}`,
			);
		};
		expect(await read({ raw: Buffer.from(written("secret")), at: AT, journal: false })).toEqual({
			kind: "excluded",
			reason: OWN_MAIL,
		});
		expect((await read({ raw: Buffer.from(written("guess")), at: AT, journal: false })).kind).toBe("facts");
	});
	it("lists what is no message as unreadable", async () => {
		const result = await read({ raw: Buffer.alloc(0), at: AT, journal: false });
		expect(result.kind).toBe("unreadable");
	});
	it("keeps no text of the message in its facts", async () => {
		const canary = "zebrafish quartz umbrella lantern";
		const long = `${canary} `.repeat(20);
		const result = await read({
			raw: Buffer.from(letter({ to: PELL, text: `Dear Alan,\n\n${long}\n\nJo\n` })),
			at: AT,
			journal: false,
		});
		expect(JSON.stringify(result)).not.toContain("zebrafish");
	});
});
