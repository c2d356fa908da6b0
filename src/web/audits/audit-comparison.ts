/** An audit on demand beside what monitoring found in the same period, with the likely reasons for what differs. Pure. */
import type { AuditReport } from "../../reports/audit-report.ts";
import type { Finding } from "../../rules/rule.ts";
import type { FindingOutline } from "../../store/period-findings.ts";

export interface Differs<One> {
	readonly finding: One;
	/** A sentence. */
	readonly because: string;
}

export interface Comparison {
	/** Ids of what both found. */
	readonly both: readonly string[];
	readonly onlyAudit: readonly Differs<Finding>[];
	readonly onlyMonitoring: readonly Differs<FindingOutline>[];
}

/** `monitored`: by Message-ID, of which messages monitoring holds facts and whether they wait to be judged. */
export function compare(
	report: Pick<AuditReport, "findings" | "rulesInForce" | "coverage" | "period">,
	stored: readonly FindingOutline[],
	monitored: ReadonlyMap<string, "judged" | "waits">,
): Comparison {
	const byId = new Map(stored.map((one) => [one.id, one]));
	const audited = new Set(report.findings.map(({ id }) => id));
	const standing = stored.filter(({ state }) => state === "open");
	return {
		both: standing.filter(({ id }) => audited.has(id)).map(({ id }) => id),
		onlyAudit: report.findings
			.filter(({ id }) => byId.get(id)?.state !== "open")
			.map((finding) => ({ finding, because: whyNotMonitored(finding, byId.get(finding.id), monitored) })),
		onlyMonitoring: standing
			.filter(({ id }) => !audited.has(id))
			.map((finding) => ({ finding, because: whyNotAudited(finding, report) })),
	};
}

function whyNotMonitored(
	{ message }: Finding,
	stored: FindingOutline | undefined,
	monitored: ReadonlyMap<string, "judged" | "waits">,
): string {
	if (stored?.state === "withdrawn")
		return `Monitoring withdrew it: ${stored.withdrawnBecause ?? "no reason is noted."}`;
	switch (monitored.get(message.messageId)) {
		case "waits":
			return "Monitoring has read the message and has still to judge it.";
		case "judged":
			return "Monitoring has judged the message with mail of a later date, or under settings that have changed since.";
		default:
			return "Monitoring holds nothing of the message: its mailbox may have been connected later, or its facts are no longer kept.";
	}
}

function whyNotAudited(
	{ rule, groundsPruned }: FindingOutline,
	{ rulesInForce, coverage }: Pick<AuditReport, "rulesInForce" | "coverage">,
): string {
	if (!rulesInForce.some((one) => one.rule === rule)) return "This audit did not check the rule.";
	if (groundsPruned) return "It rests on facts that are no longer kept, and was left standing.";
	if (coverage.sources.some(({ connected }) => !connected)) {
		return "A mailbox could not be read by this audit; the message may lie there.";
	}
	if (coverage.unreadable.length > 0) {
		return "The message may be among those that this audit could not read, or was deleted or moved since.";
	}
	return "The message may have been deleted or moved since monitoring read it, or it rests on mail outside these dates.";
}
