/** RULEBOOK `staff-instruction`: a councillor instructs staff, or approaches them, without the Proper Officer. */
import { z } from "zod";
import type { MessageFacts } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import { peopleBehind, receivedBy, sentByCouncillor } from "../facts/recipients.ts";
import { onMatterOf, told } from "../facts/same-matter.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, nameList, personAs, styled } from "./naming.ts";
import type { Context, Evidence, Judgement, Rule } from "./rule.ts";

const settings = z.strictObject({
	...everyRule,
	/** Every approach to staff not by way of the Clerk counts, an instruction or not (Desborough 10.1). */
	anyContact: z.boolean().default(false),
	/** `every-officer`: nobody may be instructed, the Clerk neither, whoever is on the message. */
	protects: z.enum(["staff", "every-officer"]).default("staff"),
});
type StaffInstructionSettings = z.infer<typeof settings>;

/** Officers who received it, other than the Proper Officer, unless all are protected; a shared mailbox is no staff. */
function staffOn(
	message: MessageFacts,
	roster: Roster,
	protects: StaffInstructionSettings["protects"],
	fields: readonly ("to" | "cc")[] = ["to", "cc"],
): readonly Person[] {
	const free = protects === "staff" ? roster.properOfficer(message.date).map((person) => person.id) : [];
	const proper = new Set(free);
	const found = new Map<string, Person>();
	for (const field of fields) {
		for (const { address } of message[field]) {
			for (const person of peopleBehind(roster.party(address, message.date))) {
				if (person.role === "officer" && !person.shared && !proper.has(person.id)) found.set(person.id, person);
			}
		}
	}
	return [...found.values()];
}

function properOfficerIsOn(message: MessageFacts, roster: Roster): boolean {
	const reached = receivedBy(message, roster);
	return roster.properOfficer(message.date).some((person) => reached.has(person.id));
}

/** The Proper Officer agreed, earlier in the thread, that this councillor may deal with staff directly (reading 15). */
function isApproved(message: MessageFacts, { roster, related }: Context<unknown>): boolean {
	const proper = new Set(roster.properOfficer(message.date).map((person) => person.id));
	const author = roster.party(message.from[0]?.address ?? "", message.date);
	if (author.kind !== "councillor") return false;
	const leave = message.contained.some(({ approvesContact, from, date }) => {
		const by = roster.party(from[0]?.address ?? "", date ?? message.date);
		return approvesContact !== undefined && by.kind === "officer" && proper.has(by.person.id);
	});
	if (leave) return true;
	return related.some((earlier) => {
		if (earlier.approvesContact === undefined || earlier.date > message.date) return false;
		const by = roster.party(earlier.from[0]?.address ?? "", earlier.date);
		return by.kind === "officer" && proper.has(by.person.id) && receivedBy(earlier, roster).has(author.person.id);
	});
}

/** An answer may come so many days after, in a mail of its own. */
const ANSWER_DAYS = 14;
const DAY_MS = 86_400_000;

/** Other officers' earlier mail to the councillor which this one answers: in its thread, or on the same matter. */
function answered(message: MessageFacts, { roster, related }: Context<unknown>): readonly MessageFacts[] {
	const author = roster.party(message.from[0]?.address ?? "", message.date);
	if (author.kind !== "councillor") return [];
	const before = new Set([...message.inReplyTo, ...message.references]);
	const mine = told(message);
	return related.filter((earlier) => {
		if (earlier.date >= message.date || earlier.automatic) return false;
		if (!isStaff(earlier.from[0]?.address, earlier.date, roster)) return false;
		if (before.has(earlier.messageId)) return true;
		const theirs = told(earlier);
		if (mine === undefined || theirs === undefined || !receivedBy(earlier, roster).has(author.person.id)) return false;
		const days = (Date.parse(message.date) - Date.parse(earlier.date)) / DAY_MS;
		return days <= ANSWER_DAYS && onMatterOf(mine, theirs, false);
	});
}

/** Whether an officer other than the Proper Officer wrote from here; a shared mailbox may be where he writes from. */
function isStaff(address: string | undefined, at: string, roster: Roster): boolean {
	const proper = new Set(roster.properOfficer(at).map((person) => person.id));
	return (
		address !== undefined &&
		peopleBehind(roster.party(address, at)).some(({ role, id }) => role === "officer" && !proper.has(id))
	);
}

/** An answer to an officer who wrote first is no approach. */
function answersOfficer(message: MessageFacts, context: Context<unknown>): boolean {
	if (isStaff(message.contained[0]?.from[0]?.address, message.date, context.roster)) return true;
	return answered(message, context).length > 0;
}

/** A few words with which a question is answered: "By the gate, please", and no order of their own. */
const SHORT_ANSWER_WORDS = 30;

function onlyAnswers(message: MessageFacts, context: Context<unknown>): boolean {
	if (message.authored.words > SHORT_ANSWER_WORDS || message.contained.length > 0) return false;
	const before = new Set([...message.inReplyTo, ...message.references]);
	return answered(message, context).some((one) => one.asksReader === true && before.has(one.messageId));
}

/** To staff in Cc only what turns to them by name is said. */
function ordersTo(
	message: MessageFacts,
	{ roster, settings: { protects } }: Context<StaffInstructionSettings>,
): { readonly staff: readonly Person[]; readonly quotes: readonly string[] } {
	const orders = message.workOrders ?? [];
	const addressed = staffOn(message, roster, protects, ["to"]);
	if (addressed.length > 0) return { staff: addressed, quotes: orders.map(({ quote }) => quote) };
	const copied = staffOn(message, roster, protects, ["cc"]).filter((person) =>
		orders.some((order) => turnsTo(order.addressee, person)),
	);
	return {
		staff: copied,
		quotes: orders
			.filter((order) => copied.some((person) => turnsTo(order.addressee, person)))
			.map(({ quote }) => quote),
	};
}

function turnsTo(addressee: string | undefined, person: Person): boolean {
	const words = addressee?.toLowerCase().split(/[^\p{L}'-]+/u) ?? [];
	return person.name
		.toLowerCase()
		.split(" ")
		.some((name) => words.includes(name));
}

export const staffInstruction: Rule<StaffInstructionSettings> = {
	meta: {
		id: "staff-instruction",
		title: "Instruction to staff",
		about: "A councillor gives an instruction to a member of staff, and the Proper Officer is not on the message.",
		severity: "breach",
		clauses: {
			camborne: "Some general principles, 3",
			"leigh-on-sea": "3.3",
			"central-bedfordshire": "5.1.2",
			desborough: "2.4(c) and 10.1",
		},
		reads: ["staff-dealings"],
		// An answer in a mail of its own is known by the matter of both.
		readsToo: ({ anyContact }) => (anyContact ? ["exchanges"] : []),
		settings,
		falsePositives: [
			"The Clerk had agreed to it by telephone or in person.",
			"The words are friendly banter between people who work together.",
			"The member of staff acts for the Clerk, and the roster does not say so.",
		],
	},
	judge(message, context) {
		const { roster, settings: wanted } = context;
		if (!sentByCouncillor(message, roster) || message.automatic) return [];
		const staff = staffOn(message, roster, wanted.protects);
		const withClerk = properOfficerIsOn(message, roster);
		if (staff.length === 0 || (withClerk && wanted.protects === "staff")) return [];
		const orders = ordersTo(message, context);
		const instructs = orders.quotes.length > 0 && orders.staff.length > 0 && !onlyAnswers(message, context);
		if (!instructs && (withClerk || !isApproach(message, context))) return [];
		if (isApproved(message, context)) return [];
		return [judgement(message, instructs ? orders.staff : staff, instructs ? orders.quotes : [], context, withClerk)];
	},
};

function isApproach(message: MessageFacts, context: Context<StaffInstructionSettings>): boolean {
	if (!context.settings.anyContact || message.plainThanks === true) return false;
	return (
		staffOn(message, context.roster, context.settings.protects, ["to"]).length > 0 && !answersOfficer(message, context)
	);
}

function judgement(
	message: MessageFacts,
	staff: readonly Person[],
	quotes: readonly string[],
	{ roster }: Context<StaffInstructionSettings>,
	withClerk: boolean,
): Judgement {
	const author = roster.party(message.from[0]?.address ?? "", message.date);
	const name = author.kind === "councillor" ? styled(author.person) : "A councillor";
	const names = nameList(staff.map(styled));
	const evidence: Evidence[] = quotes.map((quote) => ({ kind: "text", where: "text", quote: quoteOf(quote) }));
	return {
		people: [
			...(author.kind === "councillor" ? [personAs("author", author.person)] : []),
			...staff.map((person) => personAs("officer", person)),
		],
		summary:
			quotes.length > 0
				? `${name} gave ${names} an instruction on ${longDate(message.date)}${withClerk ? "" : ", and the Proper Officer is not on the message"}.`
				: `${name} wrote to ${names} on ${longDate(message.date)} without going by way of the Clerk.`,
		evidence: [
			...evidence,
			{
				kind: "header",
				where: "To/Cc",
				quote: quoteOf([...message.to, ...message.cc].map(({ address }) => address).join(", ")),
			},
			...(withClerk
				? []
				: [
						{
							kind: "absence" as const,
							where: "To/Cc/Bcc",
							quote: "The Proper Officer is not among the recipients.",
						},
					]),
		],
		certainty: "likely",
		unseen: "An agreement with the Clerk by telephone or in person would not show in the mail.",
		remedy: withClerk
			? "Requests for work are put to the council or its committee; the Clerk can say which."
			: `Please send requests for work to the Clerk, who will pass them on. (Message of ${longDate(message.date)}.)`,
	};
}
