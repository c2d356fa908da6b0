/** Exceptions of the council's register that excepted nothing in a period: they may have had their day. Pure. */
import type { RuleInForce } from "../config/council.ts";
import { type Exception, exceptionsIn, scopeOf } from "../rules/exceptions.ts";
import type { Finding } from "../rules/rule.ts";
import type { AuditReport, UnusedException } from "./audit-report.ts";
import type { CoverageSection } from "./coverage-shown.ts";
import { dayInWords } from "./local-time.ts";
import { plainLine } from "./plain-line.ts";

type Named = Pick<UnusedException, "scope" | "minute" | "reason" | "until">;

/**
 * Entries in force on some day of the period that no finding names. Where only some rules were audited (`only`), those
 * for other rules as well are left out: nobody looked whether they are needed.
 */
export function unusedExceptions(
	rules: readonly RuleInForce[],
	findings: readonly Pick<Finding, "exception">[],
	period: Pick<AuditReport["period"], "from" | "to">,
	only?: readonly string[],
): readonly UnusedException[] {
	const used = new Set(
		findings.flatMap(({ exception }) =>
			exception === undefined ? [] : [keyOf({ ...exception, scope: exception.scope ?? "" })],
		),
	);
	const standing = rules
		.filter(({ severity }) => severity !== "off")
		.flatMap(({ rule, settings }) => exceptionsIn(settings).map((exception) => ({ rule, ...entryOf(exception) })));
	return [...Map.groupBy(standing, ({ rule: _, ...entry }) => JSON.stringify(entry)).values()]
		.flatMap((same) => {
			const [first] = same;
			if (first === undefined) return [];
			const { rule: _, ...entry } = first;
			return [{ rules: [...new Set(same.map(({ rule }) => rule))], ...entry }];
		})
		.filter(
			(entry) =>
				!used.has(keyOf(entry)) &&
				(entry.from === undefined || entry.from <= period.to) &&
				(entry.until === undefined || period.from === null || entry.until >= period.from) &&
				(only === undefined || entry.rules.every((rule) => only.includes(rule))),
		);
}

function entryOf(exception: Exception): Omit<UnusedException, "rules"> {
	const { minute, reason, from, until } = exception;
	return {
		scope: scopeOf(exception),
		minute,
		reason,
		...(from === undefined ? {} : { from }),
		...(until === undefined ? {} : { until }),
	};
}

function keyOf({ scope, minute, reason, until }: Named): string {
	return JSON.stringify([scope, minute, reason, until]);
}

/** One line for each; no section where there are none. */
export function unusedExceptionSections(
	{ unusedExceptions: unused = [] }: Pick<AuditReport, "unusedExceptions">,
	{ timezone }: { readonly timezone: string },
): readonly CoverageSection[] {
	if (unused.length === 0) return [];
	return [
		{
			title: "Exceptions of the council's register that excepted nothing in this period",
			lines: unused.map(({ rules, scope, minute, reason, until }) =>
				plainLine(
					`${minute} (${reason}): mail ${scope}, for ${rules.join(", ")}${until === undefined ? "; no last day" : `, until ${dayInWords(until, timezone)}`}`,
				),
			),
		},
	];
}
