/**
 * What every rule has in common: the days on which its clause is in force, and the council's register of exceptions. An
 * excepted finding stays a finding: it becomes an advisory one, and says which minute excepts it.
 */
import { z } from "zod";
import type { MessageFacts } from "../facts/facts.ts";
import type { Context, Judgement, Rule } from "./rule.ts";
import { day, holds, minute, people, text } from "./setting-values.ts";
import { meansAddress } from "./who.ts";

/** Without one of these an exception would take the rule away for everybody. */
const SCOPE = ["sender", "recipients", "subject"] as const;

export const exceptionFields = {
	sender: people.optional().meta({ description: "Whose mail, or letters, it is about" }),
	recipients: people
		.optional()
		.meta({ description: "Who may be reached: all whom the finding names must be among them" }),
	subject: text
		.optional()
		.meta({ description: "Words that stand anywhere in the subject", examples: ["Neighbourhood plan"] }),
	reason: text.meta({ description: "Why; reports show it", examples: ["Joint letters with the county"] }),
	minute,
	from: day.optional(),
	until: day.optional().meta({ description: "The last day; the council looks at it again then" }),
};

export const exception = withScope(z.strictObject(exceptionFields));
export type Exception = z.output<typeof exception>;

/** Refuses an entry that limits nothing, or that ends before it begins. */
export function withScope<T extends z.ZodType>(schema: T): T {
	return schema
		.check(
			z.refine((value) => SCOPE.some((key) => (value as Partial<Exception>)[key] !== undefined), {
				error: "This entry names neither a sender nor recipients nor a subject, and would except everything.",
				when: ({ value }) => typeof value === "object" && value !== null,
			}),
		)
		.check(inOrder()) as T;
}

/** Says so where the last day comes before the first. */
export function inOrder() {
	return z.refine<unknown>(
		(value) => {
			const { from, until } = value as { from?: unknown; until?: unknown };
			return typeof from !== "string" || typeof until !== "string" || from <= until;
		},
		{
			path: ["until"],
			error: "This is before from.",
			when: ({ value }) => typeof value === "object" && value !== null,
		},
	);
}

/** Settings of every rule. */
export const everyRule = {
	exceptions: z.array(exception).default([]),
	inForceFrom: day
		.optional()
		.meta({ description: "The day on which the clause was adopted: earlier mail is not judged" }),
	inForceUntil: day.optional().meta({ description: "Its last day" }),
};

interface CommonSettings {
	readonly exceptions?: readonly Exception[];
	readonly inForceFrom?: string;
	readonly inForceUntil?: string;
}

/** The register as it stands in a rule's settings, also where these have not been through the rule's schema yet. */
export function exceptionsIn({ exceptions }: { readonly exceptions?: unknown }): readonly Exception[] {
	return z.array(exception).parse(exceptions ?? []);
}

/** For which mail an exception stands: "from chair, to county.example, about “Neighbourhood plan”". */
export function scopeOf({ sender, recipients, subject }: Exception): string {
	return [
		...(sender === undefined ? [] : [`from ${sender.join(" or ")}`]),
		...(recipients === undefined ? [] : [`to ${recipients.join(" or ")}`]),
		...(subject === undefined ? [] : [`about “${subject}”`]),
	].join(", ");
}

/** The same rule, silent about mail outside its days, with the exceptions marked. */
export function asResolved<Settings>(rule: Rule<Settings>): Rule<Settings> {
	return {
		...rule,
		judge(message, context) {
			const { exceptions = [], inForceFrom: from, inForceUntil: until } = context.settings as CommonSettings;
			const judgements = rule.judge(message, context);
			if (judgements.length === 0) return judgements;
			const onDay = context.calendar.dayOf(message.date);
			if (!holds({ from, until }, onDay)) return [];
			const current = exceptions.filter((one) => holds(one, onDay));
			return current.length === 0 ? judgements : judgements.map((one) => marked(one, current, message, context));
		},
	};
}

function marked(
	judgement: Judgement,
	exceptions: readonly Exception[],
	message: MessageFacts,
	context: Context<unknown>,
): Judgement {
	const found = exceptions.find((one) => covers(one, judgement, message, context));
	if (found === undefined) return judgement;
	const { minute, reason, until } = found;
	return {
		...judgement,
		severity: "advisory",
		exception: { minute, reason, scope: scopeOf(found), ...(until === undefined ? {} : { until }) },
		summary: `${judgement.summary.replace(/\.$/u, "")}; the council has excepted this (${minute}: ${reason}).`,
	};
}

function covers(
	{ sender, recipients, subject }: Exception,
	judgement: Judgement,
	message: MessageFacts,
	{ roster }: Context<unknown>,
): boolean {
	const means = (words: readonly string[], address: string): boolean =>
		meansAddress(words, address, message.date, roster);
	const authors = judgement.people.filter(({ as }) => as === "author").map(({ address }) => address);
	const from = [...(message.from[0] ? [message.from[0].address] : []), ...authors];
	if (sender !== undefined && !from.some((address) => means(sender, address))) return false;
	if (recipients !== undefined) {
		const reached = reachedBy(judgement, message, from);
		if (reached.length === 0 || !reached.every((address) => means(recipients, address))) return false;
	}
	return subject === undefined || message.subject.toLowerCase().includes(subject.toLowerCase());
}

/** Those whom the finding says that it reached; where it names none, those to whom the message is addressed. */
function reachedBy({ people }: Judgement, message: MessageFacts, senders: readonly string[]): readonly string[] {
	const named = people
		.filter(({ as, address }) => as !== "author" && as !== "uninformed" && !senders.includes(address))
		.map(({ address }) => address);
	return named.length > 0 ? named : message.to.map(({ address }) => address);
}
