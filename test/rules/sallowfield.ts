/** An invented council with three groups, one of them with a list and one of a single member, and two independents. */
import { createCorpus } from "../../src/audit/corpus.ts";
import { createJudge, inReportOrder } from "../../src/audit/judge.ts";
import { createReadMessage } from "../../src/audit/read-message.ts";
import { createCalendar } from "../../src/facts/calendar.ts";
import type { Register } from "../../src/people/person.ts";
import { createRoster } from "../../src/people/roster.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { somebody } from "../people/register.ts";

const DOMAIN = "sallowfield-tc.example";
const councillor = (name: string, group: string, more: object = {}) =>
	somebody(name, { group, title: "Cllr", at: [`${name.split(" ")[0]?.toLowerCase()}@${DOMAIN}`], ...more });

export const SALLOWFIELD: Register = {
	council: "Sallowfield Town Council",
	domains: [DOMAIN],
	timezone: "Europe/London",
	people: [
		somebody("Ines Crake", { role: "officer", offices: ["proper-officer"], at: [`clerk@${DOMAIN}`] }),
		somebody("Tom Bray", { role: "officer", offices: ["deputy-clerk"], at: [`deputy@${DOMAIN}`] }),
		councillor("Ada Finn", "Labour", { committees: ["Planning"] }),
		councillor("Ben Gull", "Labour", { committees: ["Planning"] }),
		councillor("Cora Hythe", "Labour"),
		councillor("Dov Ibbot", "Conservative", { committees: ["Planning"] }),
		councillor("Edie Judd", "Conservative"),
		councillor("Fred Kale", "Liberal Democrat"),
		councillor("Gwen Lark", "Independent", { offices: ["chair"] }),
		councillor("Hugh Moat", "Independent"),
	],
	lists: [
		{ address: `labour@${DOMAIN}`, name: "Labour Group", members: { kind: "group", name: "Labour" } },
		{ address: `planning@${DOMAIN}`, name: "Planning Committee", members: { kind: "committee", name: "Planning" } },
		{ address: `all@${DOMAIN}`, name: "All Councillors", members: { kind: "all-councillors" } },
	],
	authorisedRecipients: [],
	complainants: [],
	spokespeople: [],
};

export interface Sent {
	/** First names, or the local part of an address. */
	readonly to: string;
	readonly cc?: string;
	readonly bcc?: string;
	readonly from?: string;
	/** Day of March 2026. */
	readonly day?: number;
	readonly subject?: string;
	readonly text: string;
	readonly answers?: string;
	readonly id?: string;
	/** Name and text of an attached file. */
	readonly file?: readonly [name: string, text: string];
}

const at = (names: string): string =>
	names
		.split(" ")
		.map((name) => `${name}@${DOMAIN}`)
		.join(", ");

let count = 0;

export function sent({ from = "clerk", day = 3, subject = "Hall", id = `s-${++count}`, ...mail }: Sent): string {
	const head = [
		`From: ${at(from)}`,
		`To: ${at(mail.to)}`,
		...(mail.cc ? [`Cc: ${at(mail.cc)}`] : []),
		...(mail.bcc ? [`Bcc: ${at(mail.bcc)}`] : []),
		`Subject: ${subject}`,
		`Message-ID: <${id}@${DOMAIN}>`,
		...(mail.answers ? [`In-Reply-To: <${mail.answers}@${DOMAIN}>`] : []),
		`Date: ${new Date(Date.UTC(2026, 2, day, 10, 15)).toUTCString().replace("GMT", "+0000")}`,
		"MIME-Version: 1.0",
	];
	const body = ["Content-Type: text/plain; charset=utf-8", "", mail.text, ""];
	if (mail.file === undefined) return [...head, ...body].join("\r\n");
	const [name, text] = mail.file;
	return [
		...head,
		'Content-Type: multipart/mixed; boundary="edge"',
		"",
		"--edge",
		...body,
		"--edge",
		"Content-Type: text/plain; charset=utf-8",
		`Content-Disposition: attachment; filename="${name}"`,
		"",
		text,
		"--edge--",
		"",
	].join("\r\n");
}

const roster = createRoster(SALLOWFIELD);
const read = createReadMessage({ register: SALLOWFIELD, key: new Uint8Array(32).fill(5), exclusions: [] });

/** Findings of `group-briefing` in report order; `asOf` is a day of March 2026, and the end of the month by default. */
export async function briefingsIn(
	mails: readonly (Sent | string)[],
	settings: Readonly<Record<string, unknown>> = {},
	asOf = 31,
): Promise<readonly Finding[]> {
	const corpus = createCorpus(roster);
	for (const mail of mails) {
		const raw = Buffer.from(typeof mail === "string" ? mail : sent(mail));
		const result = await read({ raw, at: { mailbox: "", folder: "" }, journal: false });
		if (result.kind !== "facts") throw new Error(result.reason);
		corpus.add(result.facts);
	}
	const judge = createJudge({
		protocol: {
			name: "leigh-on-sea",
			title: "",
			rules: [{ rule: "group-briefing", severity: "breach", clause: "4.4", settings }],
		},
		roster,
		calendar: createCalendar({ nation: "england", closed: [] }, SALLOWFIELD.timezone),
	});
	const end = `2026-03-${String(asOf).padStart(2, "0")}T22:59:59.999Z`;
	const found: Finding[] = [];
	for (const message of corpus.messages()) found.push(...judge(message, () => corpus.related(message), end));
	return inReportOrder(found);
}
