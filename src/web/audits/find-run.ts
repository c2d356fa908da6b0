/** The run of an audit that an address names. Whatever isn't there is a page that isn't there. */
import { z } from "zod";
import type { AuditReport } from "../../reports/audit-report.ts";
import { type AuditRun, auditRun, reportOfRun } from "../../store/audit-runs.ts";
import type { Db } from "../../store/schema.ts";
import { NotFound } from "../frame/guard.ts";

const idIn = z.object({ id: z.uuid() });

/**
 * @param params what a route `/audits/:id` was called with
 * @throws NotFound where the id is none, or nobody's
 */
export async function runNamed(db: Db, params: unknown): Promise<AuditRun> {
	const named = idIn.safeParse(params);
	const run = named.success ? await auditRun(db, named.data.id) : undefined;
	if (run === undefined) throw new NotFound();
	return run;
}

/**
 * The whole report, before anything is left out for whoever looks at it.
 * @throws NotFound where the run isn't done
 */
export async function storedReport(db: Db, run: AuditRun): Promise<AuditReport> {
	const report = run.state === "done" ? await reportOfRun(db, run.id) : undefined;
	if (report === undefined) throw new NotFound();
	return report as AuditReport;
}
