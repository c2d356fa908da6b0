/** Every reader of dealings between councillors and officers, on a megabyte of what nearly matches. */
import { describe, expect, it } from "vitest";
import { createRoster } from "../../src/people/roster.ts";
import { givesBriefing } from "../../src/text/briefings/briefing.ts";
import { refusesBriefing, wantsBriefing } from "../../src/text/briefings/briefing-on-request.ts";
import { asksForGroup, tellsOfBriefing } from "../../src/text/briefings/briefing-told.ts";
import { addressedTogether, forGroup } from "../../src/text/briefings/group-words.ts";
import { answersOneOf, questionsIn } from "../../src/text/enquiries/answers-question.ts";
import { askingsIn } from "../../src/text/enquiries/enquiry-questions.ts";
import { errandIn } from "../../src/text/enquiries/errands.ts";
import { readEnquiry, readOfficerMail } from "../../src/text/enquiries/exchange.ts";
import { readReply } from "../../src/text/enquiries/reply-kind.ts";
import { requestIn } from "../../src/text/enquiries/requests.ts";
import { approvesContact, asksToPassOn } from "../../src/text/work/permissions.ts";
import { isPlainThanks } from "../../src/text/work/plain-thanks.ts";
import { workOrders } from "../../src/text/work/work-orders.ts";
import { SALLOWFIELD } from "../rules/sallowfield.ts";

const CHARS = 1_000_000;
const MOST_MS = 2_000;
const roster = createRoster(SALLOWFIELD);
const AT = "2026-03-03T10:00:00.000Z";
const NOBODY: ReadonlySet<string> = new Set();

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	orders: (text) => workOrders(text, SALLOWFIELD.council),
	thanks: isPlainThanks,
	leave: (text) => approvesContact(text, text),
	passingOn: asksToPassOn,
	answersOfCouncillors: (text) => answersOneOf(questionsIn(text), text.slice(0, 5_000)),
	replies: (text) => readReply(text, "2026-03-03"),
	shortReplies: (text) => readReply(text.slice(0, 2_400), "2026-03-03"),
	errands: errandIn,
	shortErrands: (text) => errandIn(text.slice(0, 138)),
	requests: (text) => requestIn(text.slice(0, 1_500)),
	questions: (text) => askingsIn(text, { readers: NOBODY, reply: false }),
	enquiries: (text) =>
		readEnquiry({ subject: text.slice(0, 900), authored: text, readers: NOBODY, names: NOBODY, reply: false }),
	officers: (text) => readOfficerMail({ subject: "", authored: text, readers: NOBODY, names: NOBODY, reply: true }),
	briefings: (text) =>
		givesBriefing({ subject: text.slice(0, 900), authored: text, documents: [{ name: "a.txt", text }] }),
	together: (text) => addressedTogether(text, text.slice(0, 900)),
	groups: (text) => forGroup(text.slice(0, 900), text, roster, AT),
	notices: (text) => tellsOfBriefing(text.slice(0, 900), text, roster, AT),
	groupRequests: (text) => asksForGroup("", text, roster, AT),
	copiesWanted: (text) => wantsBriefing(text, roster, AT),
	refusals: refusesBriefing,
};

const UNITS = [
	"a ",
	"a\n",
	"please ",
	"please have the the the ",
	"could you possibly perhaps just also please ",
	"I would be grateful if your lads were to please just ",
	"two chairs in the hall ",
	"put it the the the ",
	"when the lads are in the lane ",
	"I have passed it on to ",
	"mentioned it to Rob and to ",
	"has has been asked about it this morning for you on it, ",
	"I have now just also already again since ",
	"no no nothing not yet ",
	"I will then also now just hope to ",
	"yes, ok, fine, please, do, go ahead and ",
	"you may please do just now then ",
	"happy for you to be in touch with somebody about the ",
	"Labour Group ",
	"the Labour Group for the group ",
	"your own full party political council group ",
	"amendment must £1 would need I suggest ",
	"I prepared gave wrote sent ",
	"thank you so much you and the team ",
	"not as good ",
	"as soon as ",
	"? ",
	". ",
	"x".repeat(500),
];

describe("a megabyte made to be slow to read", () => {
	it.each(UNITS)(
		"is read in time by every reader: %j",
		(unit) => {
			const text = unit.repeat(Math.ceil(CHARS / unit.length));
			const slow = Object.entries(READERS).flatMap(([name, read]) => {
				const started = performance.now();
				read(text);
				const took = performance.now() - started;
				return took > MOST_MS ? [`${name} ${Math.round(took)} ms`] : [];
			});
			expect(slow).toEqual([]);
		},
		60_000,
	);
});
