import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openDelivery } from "../../src/alerts/deliver.ts";
import { writingError } from "../../src/alerts/into-directory.ts";
import type { SmtpConfig } from "../../src/config/council.ts";
import { type Smtp, startSmtp } from "../servers/smtp.ts";
import { aMail, CLERK, DEPUTY } from "./thornby.ts";

let plain: Smtp;
let encrypted: Smtp;
const opened: { close(): void }[] = [];

beforeAll(async () => {
	plain = await startSmtp();
	encrypted = await startSmtp({ tls: true, auth: { user: "candour", password: "open sesame" } });
});
afterEach(() => {
	for (const delivery of opened.splice(0)) delivery.close();
});
afterAll(async () => {
	await plain.stop();
	await encrypted.stop();
});

function open(config: SmtpConfig) {
	const delivery = openDelivery(config);
	opened.push(delivery);
	return delivery;
}
const toPlain = () => open({ kind: "server", host: "127.0.0.1", port: plain.port, secure: false });
const toEncrypted = (change: object = {}) =>
	open({
		kind: "server",
		host: "localhost",
		port: encrypted.port,
		secure: true,
		user: "candour",
		password: "open sesame",
		...(encrypted.ca === undefined ? {} : { ca: encrypted.ca }),
		...change,
	});

test("an alert arrives with its recipients visible, its own Message-ID and both texts", async () => {
	const before = plain.received.length;
	const { accepted, rejected } = await toPlain().send(aMail());
	await plain.waitFor(before + 1);
	const received = plain.received[before];
	expect(accepted).toEqual([CLERK, DEPUTY]);
	expect(rejected).toEqual([]);
	expect(received?.to).toEqual([CLERK, DEPUTY]);
	const parsed = await simpleParser(received?.raw ?? "");
	expect(parsed.messageId).toBe(aMail().messageId);
	expect([parsed.to].flat().flatMap((list) => list?.value.map(({ address }) => address) ?? [])).toEqual([
		CLERK,
		DEPUTY,
	]);
	expect(parsed.bcc).toBeUndefined();
	expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
	expect(parsed.text).toContain("CC Edith Marlow");
	expect(parsed.html).toMatch(/<h1 style="[^"]*font-size/u);
	expect(received?.raw).not.toMatch(/^X-Mailer/mu);
});

test("line breaks in what comes from mail or configuration add no header and no recipient", async () => {
	const before = plain.received.length;
	const hostile = "x\r\nBcc: evil@x.example\r\n\r\nbody";
	const mail = aMail({
		subject: hostile,
		to: [{ address: CLERK, name: `Edith"\r\nBcc: evil@x.example` }],
		from: { address: "candour@thornby.example", name: hostile },
	});
	await toPlain().send(mail);
	await plain.waitFor(before + 1);
	const received = plain.received[before];
	expect(received?.to).toEqual([CLERK]);
	expect((received?.raw ?? "").split(/\r?\n\r?\n/u)[0]).not.toMatch(/^(bcc|body)/imu);
});

test.each(["a@x.example,evil@x.example", "a@x.example\r\nRCPT TO:<evil@x.example>", "<evil@x.example>", "nobody", ""])(
	"what is no address is refused before anything is sent: %j",
	async (address) => {
		const before = plain.received.length;
		await expect(toPlain().send(aMail({ to: [{ address, name: "" }] }))).rejects.toMatchObject({
			code: "CONFIG_INVALID",
		});
		expect(plain.received).toHaveLength(before);
	},
);

test("a mail that nobody is to get is an error, not a success", async () => {
	await expect(toPlain().send(aMail({ to: [] }))).rejects.toMatchObject({ code: "CONFIG_INVALID" });
});

test("a refusal for good is told from one for now by the server's own code", async () => {
	plain.refuseNext(550);
	await expect(toPlain().send(aMail())).rejects.toMatchObject({ code: "DELIVERY_REFUSED", transient: false });
	plain.refuseNext(451);
	await expect(toPlain().send(aMail())).rejects.toMatchObject({ code: "DELIVERY_FAILED", transient: true });
	plain.refuseNext(503);
	await expect(toPlain().send(aMail())).rejects.toMatchObject({ code: "DELIVERY_FAILED", transient: true });
});

test("a server that isn't there is a failure for now, and says what to check", async () => {
	const nowhere = await startSmtp();
	await nowhere.stop();
	const delivery = open({ kind: "server", host: "127.0.0.1", port: nowhere.port, secure: false });
	await expect(delivery.send(aMail())).rejects.toMatchObject({
		code: "DELIVERY_FAILED",
		transient: true,
		remedy: expect.stringContaining("smtp:"),
	});
	await expect(delivery.check()).rejects.toMatchObject({ code: "DELIVERY_FAILED" });
});

test("mail goes out over TLS with a login, and the certificate is checked", async () => {
	const before = encrypted.received.length;
	await toEncrypted().check();
	await toEncrypted().send(aMail());
	await encrypted.waitFor(before + 1);
	await expect(toEncrypted({ ca: undefined }).send(aMail())).rejects.toMatchObject({ code: "DELIVERY_FAILED" });
	expect(encrypted.received).toHaveLength(before + 1);
});

test("a refused login doesn't lose the alert, and the password shows nowhere", async () => {
	const failure = await toEncrypted({ password: "swordfish" })
		.send(aMail())
		.catch((error: unknown) => error);
	expect(failure).toMatchObject({
		code: "DELIVERY_FAILED",
		transient: true,
		message: expect.stringContaining("refused the login"),
	});
	expect(JSON.stringify(failure) + String(failure)).not.toContain("swordfish");
});

test("into a directory, a mail is one whole file that its key names, and a second sending replaces it", async () => {
	const directory = join(await mkdtemp(join(tmpdir(), "candour-mail-")), "not", "yet", "there");
	const delivery = open({ kind: "directory", directory });
	await delivery.check();
	const { file } = await delivery.send(aMail());
	await delivery.send(aMail());
	await delivery.send(aMail({ key: "../../escape" }));
	expect((await readdir(directory)).sort()).toEqual(["alert-0123456789abcdef.eml", "escape.eml"]);
	const parsed = await simpleParser(await readFile(file ?? ""));
	expect(parsed.messageId).toBe(aMail().messageId);
	expect((await stat(file ?? "")).mode & 0o077).toBe(0);
	await rm(directory, { recursive: true });
});

test("a directory that can't be written to is told, with the directory's name", async () => {
	const directory = await mkdtemp(join(tmpdir(), "candour-mail-"));
	const delivery = open({ kind: "directory", directory: join(directory, "file", "below") });
	await writeFile(join(directory, "file"), "a file in the way");
	await expect(delivery.send(aMail())).rejects.toMatchObject({ code: "DELIVERY_FAILED", transient: true });
	await expect(delivery.check()).rejects.toThrow(directory);
	await rm(directory, { recursive: true });
});

test.each(["ENOSPC", "EDQUOT"])("a full disk is told as one, and can be tried again: %s", (code) => {
	const error = writingError(Object.assign(new Error("write"), { code }), "/var/mail-out");
	expect(error).toMatchObject({
		code: "DISK_FULL",
		transient: true,
		message: expect.stringContaining("/var/mail-out"),
	});
});

test("a mail that could not be written leaves no part of itself behind", async () => {
	const directory = await mkdtemp(join(tmpdir(), "candour-mail-"));
	await mkdir(join(directory, `${aMail().key}.eml`, "in the way"), { recursive: true });
	await expect(open({ kind: "directory", directory }).send(aMail())).rejects.toMatchObject({ code: "DELIVERY_FAILED" });
	expect(await readdir(directory)).toEqual([`${aMail().key}.eml`]);
	await rm(directory, { recursive: true });
});
