/** What an audit returned → the report, with what the sources that were read can't show. Pure. */
import type { AuditOutcome } from "../audit/audit-range.ts";
import type { Period } from "../audit/period.ts";
import type { Council } from "../config/council.ts";
import { RULES, ruleById } from "../rules/index.ts";
import { AUDIT_REPORT_SCHEMA, type AuditReport, inOrder, type RuleShown } from "./audit-report.ts";
import { sourcesOf } from "./source-coverage.ts";
import { unusedExceptions } from "./unused-exceptions.ts";

/** `council` as configured, `only` the rules that were asked for, `opened` the configured mailboxes that were read. */
export function reportOf(
	outcome: AuditOutcome,
	council: Council,
	period: Period,
	only?: readonly string[],
	opened: readonly string[] = [],
): AuditReport {
	const { findings, tally } = outcome;
	// Of one that holds drafts alone it cannot be said that nothing was found in it.
	const aside = tally.leftOut.map(({ mailbox }): [string, ReadonlySet<string>] => [mailbox, new Set()]);
	const { inForce, notCovered } = rulesOf(council, only);
	return {
		schema: AUDIT_REPORT_SCHEMA,
		council: council.register.council,
		protocol: council.protocol.name,
		period: { from: period.from, to: period.to, asOf: period.asOf },
		coverage: {
			found: tally.found,
			audited: tally.audited,
			excluded: [...tally.excluded].sort(byName).map(([reason, count]) => ({ reason, count })),
			notNeeded: tally.notNeeded,
			leftOut: [...tally.leftOut].sort(byPlace),
			partlyRead: [...tally.partlyRead]
				.sort(byPlace)
				.map(({ messageId, what, ...at }) => ({ ...placeOf(at), messageId, what })),
			unreadable: [...tally.unreadable].sort(byPlace).map(({ reason, ...at }) => ({ ...placeOf(at), reason })),
			sources: sourcesOf(new Map([...aside, ...tally.folders]), council, opened),
			rosterGaps: [...tally.rosterGaps].sort(byName).map(([address, count]) => ({ address, count })),
		},
		findings: inOrder(findings),
		rulesInForce: inForce,
		notCovered,
		unusedExceptions: unusedExceptions(council.protocol.rules, findings, period, only),
	};
}

/** The rules that are judged, and those that the program knows and this audit leaves aside. */
export function rulesOf(
	{ protocol }: Pick<Council, "protocol">,
	only?: readonly string[],
): { readonly inForce: readonly RuleShown[]; readonly notCovered: readonly string[] } {
	const inForce = protocol.rules.flatMap(({ rule, severity, clause }): RuleShown[] => {
		const known = ruleById(rule);
		if (known === undefined || severity === "off" || (only !== undefined && !only.includes(rule))) return [];
		return [{ rule, title: known.meta.title, severity, clause }];
	});
	const judged = new Set(inForce.map(({ rule }) => rule));
	const all = [...RULES.map(({ meta }) => meta.id), ...protocol.rules.map(({ rule }) => rule)];
	return { inForce, notCovered: [...new Set(all)].filter((rule) => !judged.has(rule)) };
}

interface Place {
	readonly mailbox: string;
	readonly folder: string;
	readonly uid?: number;
	readonly file?: string;
}

function placeOf({ mailbox, folder, uid, file }: Place): Place {
	return { mailbox, folder, ...(uid === undefined ? {} : { uid }), ...(file === undefined ? {} : { file }) };
}

function byPlace(a: Place, b: Place): number {
	const key = ({ mailbox, folder, uid, file }: Place) =>
		[mailbox, folder, String(uid ?? "").padStart(12, "0"), file ?? ""].join("\n");
	return key(a) < key(b) ? -1 : 1;
}

function byName(a: readonly [string, number], b: readonly [string, number]): number {
	return a[0] < b[0] ? -1 : 1;
}
