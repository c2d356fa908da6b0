import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { composeAlert } from "../../src/alerts/compose.ts";
import { isOwnMail } from "../../src/mail/own-mail.ts";
import { aMail, aPlan, CLERK, DEPUTY, INSTALLATION_KEY, OPTIONS } from "../alerts/thornby.ts";

type Seen = Parameters<typeof isOwnMail>[0];

/** The mail as it is seen again when it is read from a mailbox. */
function seen(mail = aMail()): Seen {
	return {
		messageId: mail.messageId,
		headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name.toLowerCase(), [value]])),
		from: [mail.from],
		to: mail.to,
		cc: [],
		bcc: [],
		plain: mail.text,
	};
}

test("Candour knows its own alert again, also with a disclaimer below and other line breaks", () => {
	expect(isOwnMail(seen(), INSTALLATION_KEY)).toBe(true);
	const plain = `${aMail().text.replaceAll("\n", "\r\n  ").replaceAll("“", '"').replaceAll("”", '"')}\n\nThis e-mail is confidential.`;
	expect(isOwnMail({ ...seen(), plain }, INSTALLATION_KEY)).toBe(true);
});

test("the header alone hides nothing", () => {
	const forged = { ...seen(), messageId: "<report-1@thornby.example>" };
	expect(isOwnMail(forged, INSTALLATION_KEY)).toBe(false);
	const { "x-candour-seal": seal, ...headers } = seen().headers;
	expect(seal).toBeDefined();
	expect(isOwnMail({ ...seen(), headers }, INSTALLATION_KEY)).toBe(false);
});

test.each<[string, Partial<Seen>]>([
	["other words", { plain: "Dear Iris, as agreed, the gate will be moved. Edith" }],
	["no words", { plain: "" }],
	["another sender", { from: [{ address: CLERK, name: "Edith Marlow" }] }],
	["other recipients", { to: [{ address: DEPUTY, name: "" }] }],
	["somebody in copy", { cc: [{ address: "r.tasker@thornby.example", name: "" }] }],
	["somebody hidden", { bcc: [{ address: "r.tasker@thornby.example", name: "" }] }],
])("whoever got an alert can't hide another mail behind its headers: %s", (_what, change) => {
	expect(isOwnMail({ ...seen(), ...change }, INSTALLATION_KEY)).toBe(false);
});

test("a seal of length nought doesn't free the text, and another installation's mail isn't ours", () => {
	const [, mac] = (seen().headers["x-candour-seal"]?.[0] ?? "").split(".");
	const headers = { ...seen().headers, "x-candour-seal": [`0.${mac}`] };
	expect(isOwnMail({ ...seen(), headers }, INSTALLATION_KEY)).toBe(false);
	expect(isOwnMail(seen(), "another key")).toBe(false);
});

test("the Message-ID follows from the alert's key alone", () => {
	const later = composeAlert(aPlan({ to: [{ address: CLERK, name: "Edith" }] }), {
		...OPTIONS,
		now: "2026-07-01T00:00:00Z",
	});
	expect(later.messageId).toBe(aMail().messageId);
	expect(composeAlert(aPlan({ key: "alert-other" }), OPTIONS).messageId).not.toBe(aMail().messageId);
});

test("an alert that was sent and parsed again is still known", async () => {
	const { deliverIntoDirectory } = await import("../../src/alerts/into-directory.ts");
	const { mkdtemp, readFile, rm } = await import("node:fs/promises");
	const { tmpdir } = await import("node:os");
	const { join } = await import("node:path");
	const directory = await mkdtemp(join(tmpdir(), "candour-own-"));
	const { file = "" } = await deliverIntoDirectory(directory).send(aMail());
	const parsed = await simpleParser(await readFile(file));
	await rm(directory, { recursive: true });
	const again = { ...seen(), messageId: parsed.messageId ?? "", plain: parsed.text ?? "" };
	expect(
		isOwnMail(
			{
				...again,
				headers: {
					"x-candour": [String(parsed.headers.get("x-candour"))],
					"x-candour-seal": [String(parsed.headers.get("x-candour-seal"))],
				},
			},
			INSTALLATION_KEY,
		),
	).toBe(true);
});
