/** The report as JSON, in the key order of CONTRACT.md, "Findings". */
import type { Finding } from "../rules/rule.ts";
import { type AuditReport, inOrder, type UnusedException } from "./audit-report.ts";

export function asJson(report: AuditReport): string {
	const { schema, council, protocol, period, coverage, findings, rulesInForce, notCovered, notShown } = report;
	const { unusedExceptions } = report;
	const ordered = {
		schema,
		council,
		protocol,
		period: { from: period.from, to: period.to, asOf: period.asOf },
		coverage: {
			found: coverage.found,
			audited: coverage.audited,
			excluded: coverage.excluded,
			notNeeded: coverage.notNeeded,
			leftOut: coverage.leftOut,
			partlyRead: coverage.partlyRead,
			unreadable: coverage.unreadable,
			sources: coverage.sources,
			rosterGaps: coverage.rosterGaps ?? [],
		},
		findings: inOrder(findings).map(findingAsJson),
		rulesInForce,
		notCovered,
		...(unusedExceptions === undefined ? {} : { unusedExceptions: unusedExceptions.map(unusedAsJson) }),
		...(notShown === undefined ? {} : { notShown }),
	};
	return `${JSON.stringify(ordered, null, 2)}\n`;
}

function unusedAsJson({ rules, scope, minute, reason, from, until }: UnusedException) {
	return {
		rules,
		scope,
		minute,
		reason,
		...(from === undefined ? {} : { from }),
		...(until === undefined ? {} : { until }),
	};
}

/** One finding with the keys in the contract's order and nothing beside them but `unseen`, `remedy` and `exception`. */
export function findingAsJson(finding: Finding) {
	const { id, rule, severity, clause, message, people, summary, evidence, certainty, unseen, remedy, exception } =
		finding;
	return {
		id,
		rule,
		severity,
		clause: { protocol: clause.protocol, reference: clause.reference },
		message: {
			messageId: message.messageId,
			mailbox: message.mailbox,
			folder: message.folder,
			date: message.date,
			subject: message.subject,
			from: message.from,
		},
		people: people.map(({ as, name, address }) => ({ as, name, address })),
		summary,
		evidence: evidence.map(({ kind, where, quote }) => ({ kind, where, quote })),
		certainty,
		...(unseen === undefined ? {} : { unseen }),
		...(remedy === undefined ? {} : { remedy }),
		...(exception === undefined ? {} : { exception }),
	};
}
