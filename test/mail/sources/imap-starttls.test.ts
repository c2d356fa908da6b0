/**
 * No password goes in clear to another machine. "Another machine" is 0.0.0.0 here: by its name it is not this one, and
 * it leads to this one all the same.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openImap } from "../../../src/mail/sources/imap.ts";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { startProxy } from "../../servers/proxy.ts";
import { letter, readAll, subjects } from "./letters.ts";

const ELSEWHERE = "0.0.0.0";
const USER = "clerk@thornby.example";
const PASSWORD = "s3cret";
let withTls: Dovecot;
let withoutTls: Dovecot;

beforeAll(async () => {
	const accounts = [{ user: USER, password: PASSWORD }];
	[withTls, withoutTls] = await Promise.all([startDovecot({ accounts, tls: true }), startDovecot({ accounts })]);
	for (const server of [withTls, withoutTls]) await server.deliver(USER, "INBOX", letter({ subject: "Bandstand" }));
});
afterAll(async () => {
	await withTls?.stop();
	await withoutTls?.stop();
});

/** Reads the mailbox on the port that begins in clear, and tells what a listener on the line could hear. */
async function readInClear(server: Dovecot, host: string) {
	let heard = "";
	const line = await startProxy(server.port, undefined, (data) => {
		heard += data.toString("latin1");
	});
	const imap = { host, port: line.port, secure: false, user: USER, auth: { password: PASSWORD }, ca: server.ca };
	const source = openImap({ name: USER, journal: false, imap }, { attempts: 1 });
	try {
		return { read: subjects(await readAll(source)), heard };
	} catch (error) {
		return { error, heard };
	} finally {
		await source.close();
		await line.stop();
	}
}

test("to another machine the connection is encrypted before anybody logs in", async () => {
	const { read, heard } = await readInClear(withTls, ELSEWHERE);
	expect(read).toEqual([`${USER}|INBOX|Bandstand`]);
	expect(heard).toContain("STARTTLS");
	expect(heard).not.toMatch(/LOGIN|AUTHENTICATE|s3cret/u);
});

test("where another machine offers no encryption nobody logs in, and it says what to do", async () => {
	const { error, heard } = await readInClear(withoutTls, ELSEWHERE);
	expect(error).toMatchObject({
		code: "SOURCE_TLS_FAILED",
		transient: false,
		message: expect.stringContaining("offers no encryption"),
		remedy: expect.stringContaining("secure: true"),
	});
	expect(heard).not.toMatch(/LOGIN|AUTHENTICATE|s3cret/u);
});

test("on this machine itself it goes in clear, as a test server needs it", async () => {
	const { read, heard } = await readInClear(withoutTls, "127.0.0.1");
	expect(read).toEqual([`${USER}|INBOX|Bandstand`]);
	expect(heard).toMatch(/LOGIN|AUTHENTICATE/u);
});
