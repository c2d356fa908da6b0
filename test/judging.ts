/** Mail in, findings out, by the program's own way: parse, extract, merge, judge. */
import { createCorpus } from "../src/audit/corpus.ts";
import { createJudge, inReportOrder, readingsInForce } from "../src/audit/judge.ts";
import { createReadMessage } from "../src/audit/read-message.ts";
import type { Protocol } from "../src/config/council.ts";
import { createCalendar } from "../src/facts/calendar.ts";
import type { MessageFacts } from "../src/facts/facts.ts";
import { createRoster } from "../src/people/roster.ts";
import type { Finding } from "../src/rules/rule.ts";
import { EVERY_RULE, THORNBY } from "./thornby.ts";

const AS_OF = "2026-12-31T23:59:59.999Z";
const reading = { register: THORNBY, key: new Uint8Array(32).fill(7), exclusions: [], scans: true };
const read = createReadMessage(reading);
const roster = createRoster(THORNBY);
const calendar = createCalendar({ nation: "england", closed: [] }, THORNBY.timezone);

export interface Mail {
	readonly raw: string | Buffer;
	readonly mailbox?: string;
	readonly folder?: string;
	readonly journal?: boolean;
}

/** Facts of a message that can be read; throws where it can't. */
export async function factsOf(mail: Mail): Promise<MessageFacts> {
	return factsBy(read, mail);
}

async function factsBy(
	reader: typeof read,
	{ raw, mailbox = "", folder = "", journal = false }: Mail,
): Promise<MessageFacts> {
	const result = await reader({ raw: Buffer.from(raw), at: { mailbox, folder }, journal });
	if (result.kind !== "facts") throw new Error(result.reason);
	return result.facts;
}

/** Findings of a set of messages, in report order. Under a protocol of its own a rule has no more than it says it reads. */
export async function judgeMail(
	mails: readonly (Mail | string)[],
	protocol: Protocol = EVERY_RULE,
): Promise<readonly Finding[]> {
	const corpus = createCorpus(roster);
	const reader =
		protocol === EVERY_RULE ? read : createReadMessage({ ...reading, readings: readingsInForce(protocol) });
	for (const mail of mails) corpus.add(await factsBy(reader, typeof mail === "string" ? { raw: mail } : mail));
	const judge = createJudge({ protocol, roster, calendar });
	const found = new Map<string, Finding>();
	for (const message of corpus.messages()) {
		for (const finding of judge(message, () => corpus.related(message), AS_OF)) found.set(finding.id, finding);
	}
	return inReportOrder(found.values());
}

/** `rule councillor` of each finding, for short expectations. */
export function inShort(findings: readonly Finding[]): readonly string[] {
	return findings.map(({ rule, people }) => `${rule} ${people[0]?.address.split("@")[0] ?? ""}`);
}
