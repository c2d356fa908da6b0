/** What one group was given and another asked for: whether it was refused, or nobody answered (`group-briefing` on request). */
import { type Enquiry, enquiryIn } from "../facts/enquiry.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { briefingOf, groupAddress, groupsReached } from "../facts/group-briefings.ts";
import { quoteOf } from "../facts/quote.ts";
import { sentByOfficer } from "../facts/recipients.ts";
import { type Aftermath, aftermathOf, type Reply, recalledBy } from "../facts/replies.ts";
import { idsFrom, quotes } from "../facts/same-thread.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { hasCopyOf, shareMatter, tellsOf } from "./briefing-notices.ts";
import { longDate, personAs, styled, withGroup } from "./naming.ts";
import type { Context, Evidence, Judgement } from "./rule.ts";

type Here = Context<{ readonly requestDays: number }>;

interface Request {
	readonly enquiry: Enquiry;
	/** Whose member asks. */
	readonly group: string;
	/** What it asks for, and which group was given it. */
	readonly given: MessageFacts;
	readonly givenTo: string;
}

/** The request that a message makes, where it was refused, or not answered in time. */
export function unmetRequests(message: MessageFacts, context: Here): readonly Judgement[] {
	const request = requestIn(message, context);
	if (request === undefined) return [];
	const { calendar, related, roster, settings, asOf } = context;
	const today = calendar.dayOf(asOf);
	const due = calendar.addWorkingDays(calendar.receivedOn(message.date), settings.requestDays);
	const dayOf = (mail: MessageFacts): string => calendar.dayOf(mail.date);
	const copies = related.filter((mail) => isCopyFor(mail, request, roster)).map(dayOf);
	const came = copies.filter((day) => day <= today).toSorted()[0];
	if (came !== undefined && came <= due) return [];
	const aftermath = aftermathOf(request.enquiry, related, roster);
	if (aftermath.withdrawn !== undefined && dayOf(aftermath.withdrawn) <= due) return [];
	const refusal = aftermath.replies.find(
		({ message: reply }) => reply.briefing?.refuses !== undefined && dayOf(reply) <= today,
	);
	if (refusal !== undefined) return [judgement(request, context, { due, came, refusal })];
	if (today <= due || isAnswered(aftermath, (reply) => dayOf(reply.message) <= due)) return [];
	return [judgement(request, context, { due, came })];
}

/** An answer of whatever kind, or a question back, leaves the matter to people. */
function isAnswered({ replies }: Aftermath, inTime: (reply: Reply) => boolean): boolean {
	return replies.some((reply) => inTime(reply) && (reply.kind === "answer" || reply.kind === "question"));
}

function requestIn(message: MessageFacts, { related, roster }: Here): Request | undefined {
	const wants = message.briefing?.wants;
	const enquiry = wants === undefined ? undefined : enquiryIn(message, roster);
	if (wants === undefined || enquiry === undefined || recalledBy(enquiry, related, roster) !== undefined)
		return undefined;
	const group = groupOf(enquiry.author, message.date, roster);
	if (group === undefined) return undefined;
	const thread = related.filter((earlier) => isBefore(earlier, message, related));
	const candidates = related.flatMap((given) => {
		if (given.date > message.date) return [];
		const givenTo = briefingOf(given, roster)?.group;
		if (givenTo === undefined || groupsReached(given, roster).has(group)) return [];
		return [{ enquiry, group, given, givenTo }];
	});
	const inThread = candidates.filter(
		({ given, givenTo }) => thread.includes(given) || thread.some((mail) => tellsOf(mail, given, givenTo, [])),
	);
	if (inThread.length === 0 && !wants.ofGroups) return undefined;
	const others = wants.groups.filter((name) => name !== group);
	const named = candidates.filter(({ givenTo }) => others.length === 0 || others.includes(givenTo));
	const onMatter = named.filter(({ given }) => shareMatter(given, message));
	// Whoever names a group and no matter means what it was given last.
	const meant = inThread.length > 0 ? inThread : onMatter.length > 0 || others.length === 0 ? onMatter : named;
	return meant.toSorted((a, b) => (a.given.date < b.given.date ? 1 : -1))[0];
}

/** The political group of that day; independents are none. */
function groupOf(person: Person, at: string, roster: Roster): string | undefined {
	for (const [name, members] of roster.groups(at)) if (members.some(({ id }) => id === person.id)) return name;
	return undefined;
}

function isBefore(earlier: MessageFacts, message: MessageFacts, related: readonly MessageFacts[]): boolean {
	return (
		earlier.date <= message.date &&
		(quotes(message, earlier) || idsFrom(earlier, [...related, message]).has(message.messageId))
	);
}

function isCopyFor(mail: MessageFacts, { given, group }: Request, roster: Roster): boolean {
	return (
		mail.identity !== given.identity &&
		sentByOfficer(mail, roster) &&
		hasCopyOf(mail, given) &&
		groupsReached(mail, roster).has(group)
	);
}

interface Outcome {
	/** The last day for an answer. */
	readonly due: string;
	/** The day on which a copy came after all. */
	readonly came: string | undefined;
	readonly refusal?: Reply;
}

function judgement(
	{ enquiry, group, given, givenTo }: Request,
	{ roster, calendar }: Here,
	{ due, came, refusal }: Outcome,
): Judgement {
	const { message, author, officers, clear } = enquiry;
	const officer = officers.find(({ shared }) => !shared) ?? officers[0];
	const asked = longDate(calendar.dayOf(message.date));
	const refusedOn = refusal === undefined ? undefined : calendar.dayOf(refusal.message.date);
	const outcome =
		refusedOn === undefined
			? `and no answer by e-mail is to be seen up to ${longDate(due)}`
			: `and was refused it on ${longDate(refusedOn)}`;
	const late = came === undefined ? "" : `; a copy came on ${longDate(came)}`;
	const evidence: readonly Evidence[] = [
		{ kind: "text", where: "text", quote: quoteOf(message.briefing?.wants?.quote ?? enquiry.quote) },
		{ kind: "thread", where: `message of ${longDate(calendar.dayOf(given.date))}`, quote: quoteOf(given.subject) },
		refusal === undefined
			? { kind: "absence", where: "replies", quote: `No answer and no copy seen by ${longDate(due)}.` }
			: {
					kind: "thread",
					where: `reply of ${longDate(refusedOn ?? due)}`,
					quote: quoteOf(refusal.message.briefing?.refuses ?? ""),
				},
	];
	return {
		people: [
			{ as: "group", name: group, address: groupAddress(group, roster, message.date) },
			...(officer === undefined ? [] : [personAs("officer", officer)]),
			personAs("author", author),
		],
		summary: `${styled(author)} asked on ${asked} for what the ${withGroup(givenTo)} was given on ${longDate(calendar.dayOf(given.date))}, ${outcome}${late}.`,
		evidence,
		certainty: clear && message.partlyRead.length === 0 ? "likely" : "possible",
		unseen: "What was handed over, told by telephone, or sent from a mailbox that is not connected would not show.",
		remedy: `Dear ${styled(author)}, you asked on ${asked} for what the ${withGroup(givenTo)} was given. Here is a copy for your group.`,
		since: refusal === undefined ? `${due}T23:59:59.999Z` : refusal.message.date,
	};
}
