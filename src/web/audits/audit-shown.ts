/** What the page of an audit that is done shows: its findings, the comparison with monitoring, and what was read. */
import { periodOf } from "../../audit/period.ts";
import type { Installation } from "../../installation.ts";
import type { AuditReport } from "../../reports/audit-report.ts";
import { coverageSections, coverageSentence } from "../../reports/coverage-shown.ts";
import { rulesOf } from "../../reports/from-outcome.ts";
import { unusedExceptionSections } from "../../reports/unused-exceptions.ts";
import type { AuditRun } from "../../store/audit-runs.ts";
import { type FindingOutline, findingsById, monitored, outlinesIn } from "../../store/period-findings.ts";
import type { Db } from "../../store/schema.ts";
import { pageOf } from "../forms/paged.ts";
import { sees, sightOf, type Viewer } from "../frame/viewer.ts";
import { compare } from "./audit-comparison.ts";
import { reportFor } from "./audit-result.ts";
import { storedReport } from "./find-run.ts";

const FINDINGS_A_PAGE = 50;
const DIFFERENCES_SHOWN = 50;

/**
 * @param page of the findings, from 1
 * @throws NotFound where the run isn't done
 */
export async function auditShown(
	{ store, council, roster, now }: Installation,
	{ run, viewer, page }: { readonly run: AuditRun; readonly viewer: Viewer; readonly page: number },
) {
	const whole = await storedReport(store.db, run);
	const report = reportFor(whole, viewer, roster);
	const span = periodOf(run.fromDay ?? undefined, run.toDay, now().toISOString(), council.register.timezone);
	const sight = sightOf(viewer);
	const within = await outlinesIn(store.db, { from: span.fromInstant, to: span.asOfInstant });
	const stored = within.filter((one) => sees(sight, one));
	return {
		report,
		counts: countsOf(report),
		findings: pageOf(report.findings, page, FINDINGS_A_PAGE),
		/** Those that have a page of their own. */
		known: stored.map(({ id }) => id),
		ruleTitles: Object.fromEntries(
			[...rulesOf(council).inForce, ...whole.rulesInForce].map(({ rule, title }) => [rule, title]),
		),
		comparison: await comparisonShown(store.db, report, stored),
		coverage: {
			sentence: coverageSentence(report.coverage),
			lists: [...coverageSections(report.coverage), ...unusedExceptionSections(report, council.register)],
		},
	};
}

async function comparisonShown(db: Db, report: AuditReport, stored: readonly FindingOutline[]) {
	const known = new Set(stored.map(({ id }) => id));
	const strangers = report.findings.filter(({ id }) => !known.has(id)).map(({ message }) => message.messageId);
	const { both, onlyAudit, onlyMonitoring } = compare(report, stored, await monitored(db, [...new Set(strangers)]));
	const missing = onlyMonitoring.slice(0, DIFFERENCES_SHOWN);
	const words = await findingsById(
		db,
		missing.map(({ finding }) => finding.id),
	);
	return {
		both: both.length,
		onlyAudit: onlyAudit.length,
		onlyMonitoring: onlyMonitoring.length,
		auditShown: onlyAudit.slice(0, DIFFERENCES_SHOWN),
		monitoringShown: missing.map(({ finding, because }) => ({ finding: words.get(finding.id) ?? finding, because })),
	};
}

function countsOf({ findings, rulesInForce }: AuditReport) {
	return rulesInForce.map(({ rule, title, clause }) => {
		const own = findings.filter((finding) => finding.rule === rule);
		const graded = (grade: string) => own.filter(({ certainty }) => certainty === grade).length;
		return { title, clause, certain: graded("certain"), likely: graded("likely"), possible: graded("possible") };
	});
}
