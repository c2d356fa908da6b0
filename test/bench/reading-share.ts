/** Where the time of reading and judging goes, in one warm thread: parsing, facts, rules. Prints milliseconds as JSON. */
import { createCorpus } from "../../src/audit/corpus.ts";
import { createJudge, readingsInForce } from "../../src/audit/judge.ts";
import { loadCouncil } from "../../src/config/load.ts";
import { createCalendar } from "../../src/facts/calendar.ts";
import { extractFacts } from "../../src/facts/extract.ts";
import type { MessageFacts } from "../../src/facts/facts.ts";
import type { Message } from "../../src/facts/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { receiptsOf } from "../../src/mail/receipts.ts";
import { createRoster } from "../../src/people/roster.ts";
import { createPrints } from "../../src/text/fingerprints.ts";
import { CLERK, makeMailbox } from "./mailbox.ts";

const [, , file = "", count = "5000"] = process.argv;
/** Until V8 has compiled what is used, everything takes several times as long. */
const WARM_UP = 1_000;

const council = await loadCouncil(file);
const { register, protocol } = council;
const roster = createRoster(register);
const prints = createPrints(new Uint8Array(32));
const readings = readingsInForce(protocol);
const at = { mailbox: CLERK, folder: "INBOX" };
const raws = [...makeMailbox(Number(count))].map(({ raw }) => Buffer.from(raw));
Error.stackTraceLimit = 0;

const parsed = (from: readonly Buffer[]): Promise<Message[]> =>
	Promise.all(from.map((raw) => parseMessage(raw, { journal: false, mailbox: CLERK })));
const read = (messages: readonly Message[]): MessageFacts[] =>
	messages.map((message) => {
		const receipts = receiptsOf(message, at, register, { journal: false });
		return extractFacts(message, at, { roster, prints, receipts, readings });
	});

read(await parsed(raws.slice(0, WARM_UP)));
const started = performance.now();
const messages = await parsed(raws);
const parsedAt = performance.now();
const facts = read(messages);
const readAt = performance.now();
const corpus = createCorpus(roster);
for (const one of facts) corpus.add(one);
const judge = createJudge({ protocol, roster, calendar: createCalendar(council.calendar, register.timezone) });
const today = new Date().toISOString();
let findings = 0;
for (const message of corpus.messages()) findings += judge(message, () => corpus.related(message), today).length;
const judgedAt = performance.now();
console.log(
	JSON.stringify({
		messages: raws.length,
		findings,
		parsing: parsedAt - started,
		facts: readAt - parsedAt,
		rules: judgedAt - readAt,
	}),
);
