/** RULEBOOK `enquiry-overdue`: a councillor's enquiry to an officer got no reply in the profile's time. */
import { z } from "zod";
import { type Enquiry, enquiryIn } from "../facts/enquiry.ts";
import { quoteOf } from "../facts/quote.ts";
import { type Aftermath, aftermathOf, type Reply, recalledBy } from "../facts/replies.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, nameList, personAs, styled } from "./naming.ts";
import { type Missed, type Part, partsOf, type Step, worstMissed } from "./reply-steps.ts";
import type { Context, Evidence, Judgement, Rule, WorkingCalendar } from "./rule.ts";

const OWED = ["acknowledgement", "explanation", "reasoned-interim-reply", "answer"] as const;
/** Monitoring looks at an enquiry again for two months: with holidays that holds thirty working days. */
const LONGEST_STEP_DAYS = 30;

const settings = z.strictObject({
	...everyRule,
	/** What is owed when, in days after the day of receipt. */
	steps: z
		.array(
			z.strictObject({
				days: z.number().int().min(1).max(LONGEST_STEP_DAYS),
				owed: z.enum(OWED),
				counting: z.enum(["working", "calendar"]).default("working"),
				parts: z
					.array(z.enum(["reason", "action", "timescale"]))
					.min(1, "This list is empty.")
					.optional(),
			}),
		)
		.min(1)
		.default([{ days: 10, owed: "answer", counting: "working" }]),
	/** Addresses of councillors with whom another way was agreed. */
	exempt: z.array(z.string().transform((address) => address.toLowerCase())).default([]),
});
type EnquiryOverdueSettings = z.infer<typeof settings>;

export const enquiryOverdue: Rule<EnquiryOverdueSettings> = {
	meta: {
		id: "enquiry-overdue",
		title: "Enquiry overdue",
		about: "A councillor's enquiry to an officer got no reply in the time that the protocol sets.",
		severity: "breach",
		clauses: {
			"central-bedfordshire": "6.3",
			desborough: "4.4",
			broseley: "Expectations: timely response",
		},
		reads: ["exchanges"],
		settings,
		falsePositives: [
			"The officer replied by telephone or in person: mail does not show that.",
			"The reply lies in a mailbox or a folder that is not connected.",
			"The words were a pleasantry and not meant as a question, or somebody else was meant to answer.",
		],
	},
	judge(message, context) {
		const { roster } = context;
		const enquiry = enquiryIn(message, roster);
		if (enquiry === undefined || isExempt(enquiry, context)) return [];
		const missedWith = (aftermath: Aftermath): Missed | undefined =>
			worstMissed(message.date, context.settings.steps, aftermath, context.calendar, context.asOf);
		// While the first step still runs nothing is missed, and nothing else need be looked at.
		if (missedWith({ replies: [], later: [] }) === undefined) return [];
		const aftermath = aftermathOf(enquiry, context.related, roster);
		const missed = missedWith(aftermath);
		if (missed === undefined || recalledBy(enquiry, context.related, roster) !== undefined) return [];
		return [judgement(enquiry, missed, aftermath, context)];
	},
};

function isExempt({ author }: Enquiry, { settings }: Context<EnquiryOverdueSettings>): boolean {
	return author.addresses.some((address) => settings.exempt.includes(address));
}

function judgement(
	enquiry: Enquiry,
	missed: Missed,
	{ replies }: Aftermath,
	{ calendar, settings }: Context<EnquiryOverdueSettings>,
): Judgement {
	const { message, author, officers } = enquiry;
	const officer = officers.find(({ shared }) => !shared) ?? officers[0];
	const asked = longDate(calendar.dayOf(message.date));
	const due = longDate(missed.due);
	return {
		people: [personAs("author", author), ...(officer === undefined ? [] : [personAs("officer", officer)])],
		summary: `${styled(author)}'s enquiry of ${asked}${officer === undefined ? "" : ` to ${styled(officer)}`} ${lacked(missed)} by ${due}${counted(missed)}; ${came(replies, missed, calendar)}.`,
		evidence: [
			{ kind: "text", where: "text", quote: quoteOf(enquiry.quote) },
			...replies.slice(0, REPLIES_SHOWN).map((reply) => asEvidence(reply, calendar)),
			{ kind: "absence", where: "replies", quote: `No e-mail seen by ${due} that ${absent(missed)}.` },
		],
		certainty: enquiry.clear && message.partlyRead.length === 0 ? "likely" : "possible",
		unseen: "A reply by telephone or in person, or from a mailbox that is not connected, would not show in the mail.",
		remedy: remedy(enquiry, asked, settings.steps),
		since: `${missed.due}T23:59:59.999Z`,
	};
}

const REPLIES_SHOWN = 3;

const LACKED: Readonly<Record<Missed["owed"], string>> = {
	acknowledgement: "had neither a reply nor an acknowledgement",
	explanation: "had neither an answer nor the reason, the action and the timescale",
	"reasoned-interim-reply": "had neither a reply nor an interim one with a reason and an estimate",
	answer: "had no answer",
	promise: "had no answer",
};

function lacked({ owed, step }: Missed): string {
	return step?.parts === undefined ? LACKED[owed] : `had neither an answer nor ${inWords(step.parts)}`;
}

const PART_WORDS: Readonly<Record<Part, string>> = {
	reason: "the reason",
	action: "the action",
	timescale: "the timescale",
};

function inWords(parts: readonly Part[]): string {
	return nameList(parts.map((part) => PART_WORDS[part]));
}

function absent({ owed, step }: Missed): string {
	if (step?.parts !== undefined) return `answers, or gives ${inWords(step.parts)}`;
	if (owed === "acknowledgement") return "replies or acknowledges";
	if (owed === "explanation") return "answers, or gives reason, action and timescale";
	return owed === "reasoned-interim-reply" ? "answers, or gives a reason and an estimate" : "answers";
}

function counted({ step, promisedBy }: Missed): string {
	if (promisedBy !== undefined) return ", the day that was promised";
	if (step === undefined) return "";
	const unit = step.counting === "working" ? "working day" : "day";
	return ` (${step.days} ${unit}${step.days === 1 ? "" : "s"})`;
}

/** What came instead: "an acknowledgement came on 4 March 2026, the answer on 20 March 2026". */
function came(replies: readonly Reply[], missed: Missed, calendar: WorkingCalendar): string {
	const first = (kinds: readonly Reply["kind"][]): string | undefined => {
		const reply = replies.find(({ kind }) => kinds.includes(kind));
		return reply === undefined ? undefined : longDate(calendar.dayOf(reply.message.date));
	};
	const answer = first(["answer"]);
	const word = first(["holding", "receipt", "question"]);
	const parts = [
		...(word === undefined ? [] : [`a first word came on ${word}${lacking(replies, missed)}`]),
		...(answer === undefined ? [] : [`the answer came on ${answer}`]),
	];
	if (parts.length === 0) return "no reply by e-mail is to be seen";
	return answer === undefined ? `${parts.join("")}, and no answer by e-mail is to be seen` : parts.join(", and ");
}

/** "without saying by when": what the fullest of the holding replies in time left out. */
function lacking(replies: readonly Reply[], { step }: Missed): string {
	const wanted = step === undefined ? [] : partsOf(step);
	if (wanted.length === 0) return "";
	const words = { reason: "why", action: "what is being done", timescale: "by when" };
	const fullest = replies
		.filter(({ kind }) => kind === "holding")
		.map(({ reading }) => wanted.filter((part) => reading[part] === undefined))
		.toSorted((a, b) => a.length - b.length)[0];
	if (fullest === undefined || fullest.length === 0 || fullest.length === wanted.length) return "";
	return ` without saying ${fullest.map((part) => words[part]).join(" or ")}`;
}

function asEvidence({ message, kind, reading }: Reply, calendar: WorkingCalendar): Evidence {
	const what = { answer: "An answer.", holding: "No answer yet.", receipt: "Received.", question: "A question back." };
	return {
		kind: "thread",
		where: `reply of ${longDate(calendar.dayOf(message.date))}`,
		quote: quoteOf(reading.quote ?? what[kind]),
	};
}

function remedy({ message, author }: Enquiry, asked: string, steps: readonly Step[]): string {
	const interim = steps.some(({ owed }) => owed === "explanation")
		? "or: why there is no answer yet, what is being done, and by when you will have it"
		: "or: why there is no answer yet, and by when you will have it";
	return `Dear ${styled(author)}, thank you for your enquiry of ${asked} about “${message.subject}”. I am sorry that you have had to wait. [The answer, ${interim}.]`;
}
