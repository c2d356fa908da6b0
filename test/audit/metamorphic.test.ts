import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeMail, type Mail } from "../judging.ts";
import { CLERK, DEPUTY, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";

/** One message of every kind that findings come from, and look-alikes that give none. */
const SECRET =
	"The old hedge between plots nine and ten comes out in the second week of April, and the water butt moves behind the green shed. Sam brings the small digger on the Tuesday.";
const MAILS: readonly string[] = [
	letter({
		id: "m-1",
		bcc: VOSS,
		text: "Dear Alan,\n\nThe drain by the lower gate will be cleared on Thursday – at last.\n\nKind regards\nJo Marsh\nClerk\n",
	}),
	letter({
		id: "m-2",
		bcc: VOSS,
		text: "Dear Alan,\n\nThe key is with the caretaker.\n\nKind regards\nJo Marsh\n\ncc Cllr Voss\n",
	}),
	letter({
		id: "m-3",
		from: PELL,
		to: "Fern & Daughters <office@fernfencing.example>",
		text: "Dear Ms Fern,\n\nOn behalf of Thornby Parish Council I accept your quotation of £2,140. Please start on Monday.\n\nCllr Alan Pell\n",
	}),
	letter({
		id: "m-4",
		from: HART,
		to: "Planning <planning@broadshire.example>",
		text: "Dear Sirs,\n\nI write on behalf of Thornby Parish Council, which objects to application 26/00417/FUL.\n\nYours faithfully\nDan Hart\nChair\n",
	}),
	letter({
		id: "m-5",
		to: PELL,
		subject: "CONFIDENTIAL",
		date: "Fri, 6 Mar 2026 10:00:00 +0000",
		text: `Alan,\n\n${SECRET}\n\nJo\n`,
	}),
	letter({
		id: "m-6",
		from: PELL,
		to: RESIDENT,
		date: "Sat, 7 Mar 2026 10:00:00 +0000",
		text: `Hello Tilly,\n\n${SECRET}\n\nAlan\n`,
	}),
	letter({
		id: "m-7",
		from: DEPUTY,
		to: HART,
		subject: "FW: Allotments",
		text: `Dan, see below.\n\nRae\n\nFrom: Cllr Ruth Voss <r.voss@${DOMAIN}>\nSent: 02 March 2026 20:00\nTo: Rae Dunn <deputy@${DOMAIN}>\nSubject: Allotments\n\nRae, who let the lower allotments flood again, and why was nobody from the office there to see it?\n\nRuth\n`,
	}),
	letter({ id: "m-8", from: PELL, to: CLERK, text: "Jo, thank you, that was quick.\n\nAlan\n" }),
];

type Change = (raw: string) => string;

function parts(raw: string): readonly [string, string] {
	const at = raw.indexOf("\r\n\r\n");
	return [raw.slice(0, at), raw.slice(at + 4)];
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const CHANGES: Readonly<Record<string, Change>> = {
	"line ends of LF": (raw) => raw.replaceAll("\r\n", "\n"),
	"headers folded again": (raw) => {
		const [head, body] = parts(raw);
		return `${head.replace(/^(Subject|To|From): (\S+) /gmu, "$1: $2\r\n ")}\r\n\r\n${body}`;
	},
	base64: (raw) => {
		const [head, body] = parts(raw);
		const encoded = Buffer.from(body).toString("base64").replace(/.{76}/gu, "$&\r\n");
		return `${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n`;
	},
	"quoted-printable": (raw) => {
		const [head, body] = parts(raw);
		const encoded = [...Buffer.from(body.replaceAll("\r\n", "\n"))]
			.map((byte) =>
				byte === 10
					? "\r\n"
					: byte >= 33 && byte <= 126 && byte !== 61
						? String.fromCharCode(byte)
						: byte === 32
							? "=20"
							: `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
			)
			.join("")
			.split("\r\n")
			.map((line) => line.replace(/((?:=[0-9A-F]{2}|[^=]){60})(?=.)/gu, "$1=\r\n"))
			.join("\r\n");
		return `${head}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded}`;
	},
	"trace headers in front": (raw) =>
		`Received: from mx.example by mail.example; Tue, 3 Mar 2026 10:16:00 +0000\r\nX-Spam-Score: 0.1\r\n${raw}`,
	"HTML in place of text": (raw) => {
		const [head, body] = parts(raw);
		const html = `<html><body>${escaped(body)
			.trim()
			.split(/\r\n\r\n/u)
			.map((block) => `<p>${block.replaceAll("\r\n", "<br>")}</p>`)
			.join("\r\n")}</body></html>`;
		return `${head.replace("text/plain", "text/html")}\r\n\r\n${html}`;
	},
	"both alternatives": (raw) => {
		const [head, body] = parts(raw);
		const html = `<div>${escaped(body).trim().replaceAll("\r\n", "<br>\r\n")}</div>`;
		return `${head.replace("text/plain; charset=utf-8", 'multipart/alternative; boundary="b"')}\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b--\r\n`;
	},
};

/** Findings without where the message was found, which a spread over mailboxes changes. */
async function gist(mails: readonly (string | Mail)[]): Promise<readonly string[]> {
	return (await judgeMail(mails)).map(({ id, rule }) => `${rule} ${id}`);
}

describe("findings", () => {
	it("are those that the set calls for", async () => {
		expect((await judgeMail(MAILS)).map(({ rule }) => rule).sort()).toEqual([
			"confidential-leak",
			"confidential-unexplained",
			"councillor-obligation",
			"councillor-official-letter",
			"missing-copy-footer",
			"silent-copy",
			"silent-copy",
		]);
	});
	it.each(Object.entries(CHANGES))("don't change with %s", async (_name, change) => {
		expect(await gist(MAILS.map(change))).toEqual(await gist(MAILS));
	});
	it("don't change with any of these changes together, in any order of messages, with duplicates and in any mailbox", async () => {
		const expected = await gist(MAILS);
		const changes = fc.array(fc.constantFrom("line ends of LF", "headers folded again", "trace headers in front"), {
			maxLength: 3,
		});
		const place = fc.constantFrom("", "archive");
		await fc.assert(
			fc.asyncProperty(
				fc.shuffledSubarray([...MAILS.keys()], { minLength: MAILS.length }),
				fc.array(fc.nat(MAILS.length - 1), { maxLength: 4 }),
				fc.array(changes, { minLength: 12, maxLength: 12 }),
				fc.array(place, { minLength: 12, maxLength: 12 }),
				async (order, again, chosen, places) => {
					const mails = [...order, ...again].map((index, at): Mail => {
						let raw = MAILS[index] as string;
						for (const name of new Set(chosen[at]))
							if (name !== "line ends of LF") raw = (CHANGES[name] as Change)(raw);
						if (chosen[at]?.includes("line ends of LF")) raw = (CHANGES["line ends of LF"] as Change)(raw);
						return { raw, mailbox: places[at] ?? "", folder: "kept" };
					});
					expect(await gist(mails)).toEqual(expected);
				},
			),
			{ numRuns: 25 },
		);
	});
	it("are cleared by naming the hidden councillor at the foot, and by making the copy visible", async () => {
		const text = "Dear Alan,\n\nThe drain is clear.\n\nJo\n";
		const rules = async (mail: string): Promise<readonly string[]> => (await judgeMail([mail])).map(({ rule }) => rule);
		expect(await rules(letter({ bcc: VOSS, text }))).toEqual(["missing-copy-footer", "silent-copy"]);
		expect(await rules(letter({ bcc: VOSS, text: `${text}\nCC Councillor Voss\n` }))).toEqual([]);
		expect(await rules(letter({ cc: VOSS, bcc: VOSS, text }))).toEqual([]);
	});
});
