/** One audit from the configuration to the report's text. */
import type { Progress } from "../audit/audit-range.ts";
import { periodOf } from "../audit/period.ts";
import { loadCouncil } from "../config/load.ts";
import { auditCouncil } from "../reports/audit-council.ts";
import { breachesOf } from "../reports/audit-report.ts";
import { renderReport } from "../reports/render.ts";
import type { AuditDone, AuditTask } from "./audit-task.ts";
import { checkedRules } from "./rule-names.ts";

/** Throws what a source throws that can't be read at all, and CONFIG_INVALID, CONFIG_NOT_FOUND, USAGE. */
export async function auditNow(
	{ config, mail, from, to, rules, format, width, colour }: Omit<AuditTask, "verbose">,
	onProgress: (progress: Progress) => void,
): Promise<AuditDone> {
	const only = rules === undefined ? undefined : checkedRules(rules);
	const council = await loadCouncil(config);
	const { register } = council;
	const period = periodOf(from, to, new Date().toISOString(), register.timezone);
	const report = await auditCouncil({
		council,
		period,
		mail,
		onProgress,
		...(only === undefined ? {} : { only }),
	});
	return {
		written: await renderReport(report, format, { timezone: register.timezone, width, colour }),
		breaches: breachesOf(report.findings),
		warnings: council.warnings,
	};
}
