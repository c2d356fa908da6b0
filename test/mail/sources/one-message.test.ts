import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MailboxConfig } from "../../../src/config/council.ts";
import type { Location } from "../../../src/facts/message.ts";
import { admitBy } from "../../../src/mail/admission.ts";
import { openImap } from "../../../src/mail/sources/imap.ts";
import { createMessageFetcher } from "../../../src/mail/sources/one-message.ts";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { letter, messages, readAll } from "./letters.ts";

const PASSWORD = "s3cret";
const USER = "one@thornby.example";
const admit = admitBy([{ reason: "union", domain: "union.example" }]);
let dovecot: Dovecot;
let mailbox: MailboxConfig & { readonly imap: NonNullable<MailboxConfig["imap"]> };
beforeAll(async () => {
	dovecot = await startDovecot({ accounts: [{ user: USER, password: PASSWORD }], tls: true });
	mailbox = {
		name: USER,
		journal: false,
		imap: { host: "127.0.0.1", port: dovecot.port, secure: false, user: USER, auth: { password: PASSWORD } },
	};
});
afterAll(() => dovecot?.stop());

/** Where the monitoring found it. */
async function placeOf(raw: string): Promise<Location> {
	const source = openImap(mailbox);
	try {
		const found = messages(await readAll(source)).find((one) => one.raw.toString() === raw);
		if (found === undefined) throw new Error("not delivered");
		return found.at;
	} finally {
		await source.close();
	}
}

describe("one message over IMAP", () => {
	test("comes whole by its place, again over the same connection, and stays unread", async () => {
		const raw = letter({ subject: "Bandstand" });
		await dovecot.deliver(USER, "Sent", raw, new Date("2026-03-02T10:20:00Z"));
		const at = await placeOf(raw);
		const fetcher = createMessageFetcher([mailbox]);
		try {
			const first = await fetcher.fetch(at, admit);
			expect(first).toMatchObject({ kind: "message", receivedAt: "2026-03-02T10:20:00.000Z" });
			expect(first.kind === "message" && first.raw.toString()).toBe(raw);
			const both = await Promise.all([fetcher.fetch(at, admit), fetcher.fetch(at, admit)]);
			expect(both.map(({ kind }) => kind)).toEqual(["message", "message"]);
		} finally {
			await fetcher.close();
		}
	});

	test("that is not there any more, or lies under another numbering, is gone", async () => {
		const fetcher = createMessageFetcher([mailbox]);
		const raw = letter({ subject: "Pond" });
		await dovecot.deliver(USER, "Sent", raw);
		const at = await placeOf(raw);
		try {
			expect(await fetcher.fetch({ ...at, uid: 9_999 }, admit)).toEqual({ kind: "gone" });
			expect(await fetcher.fetch({ ...at, uidValidity: "1" }, admit)).toEqual({ kind: "gone" });
			expect(await fetcher.fetch({ ...at, folder: "Elsewhere" }, admit)).toEqual({ kind: "gone" });
			expect(await fetcher.fetch({ ...at, mailbox: "other@thornby.example" }, admit)).toEqual({
				kind: "not-connected",
			});
		} finally {
			await fetcher.close();
		}
	});

	test("that the council excludes by now is not fetched", async () => {
		const raw = letter({ subject: "Ballot", headers: ["Cc: rep@union.example"] });
		await dovecot.deliver(USER, "Sent", raw);
		const at = await placeOf(raw);
		const fetcher = createMessageFetcher([mailbox]);
		try {
			expect(await fetcher.fetch(at, admit)).toEqual({ kind: "excluded", reason: "union" });
		} finally {
			await fetcher.close();
		}
	});

	test("of a server that says nothing is given up in time, with a sentence", async () => {
		const silent = createServer(() => undefined);
		await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
		const { port } = silent.address() as { port: number };
		const fetcher = createMessageFetcher([{ ...mailbox, imap: { ...mailbox.imap, port } }], 300);
		try {
			await expect(fetcher.fetch({ mailbox: USER, folder: "Sent", uid: 1 }, admit)).rejects.toMatchObject({
				code: "SOURCE_UNREACHABLE",
				message: "The mail server 127.0.0.1 did not answer in time.",
			});
		} finally {
			await fetcher.close();
			silent.close();
		}
	});
});
