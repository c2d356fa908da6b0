import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { deliverIntoDirectory } from "../../src/alerts/into-directory.ts";
import { isOwnMail } from "../../src/mail/own-mail.ts";
import { composeSignInMail, type SignInMailOptions } from "../../src/web/sign-in/mail.ts";
import { DOMAIN } from "../thornby.ts";

const LINK = `https://candour.${DOMAIN}/sign-in/link?token=${"a-Token_".repeat(5)}abc`;
const KEY = "key of this installation";
const compose = (change: Partial<SignInMailOptions> = {}) =>
	composeSignInMail({
		council: "Thornby Parish Council",
		from: { name: "Candour", address: `candour@${DOMAIN}` },
		to: { name: "Jo Marsh", address: `clerk@${DOMAIN}` },
		link: LINK,
		now: "2026-03-02T09:00:00Z",
		installationKey: KEY,
		...change,
	});

test("the link arrives whole, in the text and in the HTML, and the subject doesn't hold it", async () => {
	const directory = await mkdtemp(join(tmpdir(), "candour-sign-in-"));
	try {
		const { file = "" } = await deliverIntoDirectory(directory).send(compose());
		const mail = await simpleParser(await readFile(file));
		expect(mail.text?.split("\n")).toContain(LINK);
		expect(mail.html).toContain(`<a href="${LINK}"`);
		expect(mail.subject).toBe("Candour: your link for signing in");
		expect(file).not.toContain("Token");
		expect([mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([`clerk@${DOMAIN}`]);
		expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
		const seen = {
			messageId: mail.messageId ?? "",
			headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, [line.slice(key.length + 1).trim()]])),
			from: [{ address: `candour@${DOMAIN}`, name: "Candour" }],
			to: [{ address: `clerk@${DOMAIN}`, name: "Jo Marsh" }],
			cc: [],
			bcc: [],
			plain: mail.text ?? "",
		};
		// Back by a watched mailbox, it isn't audited; with other words below the same headers, it is.
		expect(isOwnMail(seen, KEY)).toBe(true);
		expect(isOwnMail({ ...seen, plain: "Dear Alan, as agreed." }, KEY)).toBe(false);
	} finally {
		await rm(directory, { recursive: true });
	}
});

test("the same link makes the same Message-ID, another link another, and neither tells the token", () => {
	expect(compose({ now: "2026-03-02T09:05:00Z" }).messageId).toBe(compose().messageId);
	expect(compose({ link: `${LINK}d` }).messageId).not.toBe(compose().messageId);
	expect(JSON.stringify([compose().messageId, compose().key, compose().headers])).not.toContain("Token");
});
