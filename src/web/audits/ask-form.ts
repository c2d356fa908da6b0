/** The form that asks for an audit: what was sent, and what is wrong with it. Pure. */
import { z } from "zod";
import type { RuleShown } from "../../reports/audit-report.ts";
import { type FormError, PERIOD_FIELDS, type PeriodRead, readPeriod } from "../reports/period-form.ts";

/** More make a queue that nobody looks through. */
const MOST_WAITING = 5;

const sentFields = z.object({
	...PERIOD_FIELDS,
	rules: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((rules) => [rules].flat()),
});

export interface AskRead {
	/** Ids of the rules to check, in the order in which they are in force. */
	readonly chosen: readonly string[];
	readonly period: PeriodRead;
	/** The form can be taken where there are none. */
	readonly errors: readonly FormError[];
}

/**
 * @param body as it was sent; rules that are not in force are left out
 * @param today the council's local day, `2026-03-31`
 * @param waiting how many audits wait already
 */
export function readAsk(
	body: unknown,
	{
		inForce,
		today,
		waiting,
	}: { readonly inForce: readonly RuleShown[]; readonly today: string; readonly waiting: number },
): AskRead {
	const sent = sentFields.parse(body ?? {});
	const period = readPeriod(sent, today, { openStart: true, openEnd: true });
	const chosen = inForce.map(({ rule }) => rule).filter((rule) => sent.rules.includes(rule));
	const errors = [...period.errors];
	if (chosen.length === 0) errors.push({ text: "Select at least one rule", href: "#rules", field: "rules" });
	if (waiting >= MOST_WAITING) {
		const text = "Several audits are waiting already. Wait for them, or cancel one";
		errors.push({ text, href: "#earlier", field: "none" });
	}
	return { chosen, period, errors };
}
