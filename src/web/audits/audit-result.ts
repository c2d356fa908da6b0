/** What one viewer may see of an audit's report: findings that are not for him are left out and counted. Pure. */
import { bearingOf } from "../../alerts/bearing.ts";
import type { Roster } from "../../people/roster.ts";
import type { AuditReport } from "../../reports/audit-report.ts";
import { counted } from "../../reports/counted.ts";
import { sees, sightOf, type Viewer } from "../frame/viewer.ts";

/** The report with its findings as far as the viewer may see them, and a sentence on the others. */
export function reportFor(report: AuditReport, viewer: Viewer, roster: Roster): AuditReport {
	const sight = sightOf(viewer);
	const findings = report.findings.filter((finding) => sees(sight, bearingOf(finding, roster)));
	const left = report.findings.length - findings.length;
	if (left === 0) return report;
	// An exception that is missing from the list of the unused would tell of a finding that is left out.
	const { unusedExceptions: _, ...rest } = report;
	return { ...rest, findings, notShown: leftOutWords(left) };
}

/** Why some findings are not there, without a word on whom they concern. */
export function leftOutWords(count: number): string {
	const [are, them] = count === 1 ? ["is", "it"] : ["are", "them"];
	return `${counted(count, "finding")} ${are} not shown here: somebody else reviews ${them}, because ${count === 1 ? "it concerns" : "they concern"} the Clerk, or you have a part in ${them}.`;
}
