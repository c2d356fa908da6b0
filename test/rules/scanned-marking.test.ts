import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recognise, stopRecognising } from "../../src/mail/documents/recognise.ts";
import { factsOf, judgeMail } from "../judging.ts";
import { letter, PELL, RESIDENT } from "../letter.ts";

/** A page that begins with "CONFIDENTIAL". */
let scan: string;
beforeAll(async () => {
	const picture = await readFile(new URL("../mail/scan.png", import.meta.url));
	await recognise(picture, 30_000);
	scan = picture.toString("base64").replace(/.{1,76}/gu, "$&\r\n");
}, 60_000);
afterAll(stopRecognising);

const file = (name: string, type: string, content: string): string =>
	`--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`;

const typed = (text: string): string => Buffer.from(text).toString("base64");

/** To a councillor and a resident, with files. */
const mail = (subject: string, ...files: readonly string[]): string =>
	letter({ to: PELL, cc: RESIDENT, subject, text: "" }).replace(
		/Content-Type: [^\r]*\r\n\r\n[\s\S]*$/u,
		`Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDear Alan,\r\n\r\nThe letter about plot nine.\r\n\r\nJo\r\n${files.join("")}--b--\r\n`,
	);

const SCAN = () => file("letter.png", "image/png", scan);
const leakOf = async (raw: string) => (await judgeMail([raw])).find(({ rule }) => rule === "confidential-leak");

describe("a mark that was read from a scan", () => {
	it("makes a finding likely, never certain, and says so", async () => {
		const found = await leakOf(mail("Plot nine", SCAN()));
		expect(found?.certainty).toBe("likely");
		expect(found?.unseen).toContain("read from a scan");
	}, 60_000);

	it("is certain where the same words are typed", async () => {
		const found = await leakOf(mail("Plot nine", file("letter.txt", "text/plain", typed("CONFIDENTIAL\n\nDear Alan"))));
		expect(found?.certainty).toBe("certain");
		expect(found?.unseen).not.toContain("scan");
	});

	it("leaves a finding certain that has another mark to stand on", async () => {
		expect((await leakOf(mail("CONFIDENTIAL: plot nine", SCAN())))?.certainty).toBe("certain");
		const beside = mail("Plot nine", SCAN(), file("note.txt", "text/plain", typed("CONFIDENTIAL\n\nDear Alan")));
		expect((await leakOf(beside))?.certainty).toBe("certain");
	}, 60_000);

	it("is told apart in the facts, and so is no mark in a file's name", async () => {
		const { markings } = await factsOf({ raw: mail("Plot nine", file("CONFIDENTIAL.png", "image/png", scan)) });
		expect(markings.map(({ where, recognised }) => [where, recognised ?? false])).toEqual([
			["attachment-name", false],
			["attachment", true],
		]);
	}, 60_000);
});
