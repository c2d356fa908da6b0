import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Dovecot, startDovecot } from "./dovecot.ts";

const RAW = "From: a@thornby.example\r\nTo: b@thornby.example\r\nSubject: Bins\r\n\r\nOn Monday.\r\n";
const account = { user: "clerk@thornby.example", password: "s3cret" };
let dovecot: Dovecot;

beforeAll(async () => {
	dovecot = await startDovecot({ accounts: [account], tls: true });
});
afterAll(() => dovecot?.stop());

function client(secure: boolean): ImapFlow {
	return new ImapFlow({
		host: "localhost",
		port: secure ? dovecot.tlsPort : dovecot.port,
		secure,
		auth: { user: account.user, pass: account.password },
		tls: { ca: dovecot.ca },
		logger: false,
	});
}

test("Dovecot shows a delivered message with its date and the special-use folders", async () => {
	await dovecot.deliver(account.user, "INBOX", RAW, new Date("2026-03-02T10:00:00Z"));
	const imap = client(false);
	await imap.connect();
	const uses = (await imap.list()).map((folder) => folder.specialUse).filter(Boolean);
	await imap.mailboxOpen("INBOX", { readOnly: true });
	const [message] = await imap.fetchAll("1", { internalDate: true, source: true });
	await imap.logout();
	expect(uses.sort()).toEqual(["\\Archive", "\\Drafts", "\\Inbox", "\\Junk", "\\Sent", "\\Trash"]);
	expect(message?.source?.toString()).toBe(RAW);
	expect(new Date(message?.internalDate ?? 0).toISOString()).toBe("2026-03-02T10:00:00.000Z");
});

test("Dovecot speaks TLS with a certificate that its authority vouches for", async () => {
	const imap = client(true);
	await imap.connect();
	expect(imap.secureConnection).toBe(true);
	await imap.logout();
});

test("a killed Dovecot starts again with the same mail, and a folder can be given a new UIDVALIDITY", async () => {
	await dovecot.deliver(account.user, "Archive/2026", RAW);
	const look = async () => {
		const imap = client(false);
		await imap.connect();
		const { exists, uidValidity } = await imap.mailboxOpen("Archive/2026");
		await imap.logout();
		return { exists, uidValidity };
	};
	const before = await look();
	await dovecot.kill();
	await expect(client(false).connect()).rejects.toThrow();
	await dovecot.renewUidValidity(account.user, "Archive/2026");
	await dovecot.start();
	const after = await look();
	expect(after.exists).toBe(before.exists);
	expect(after.uidValidity).not.toBe(before.uidValidity);
});
