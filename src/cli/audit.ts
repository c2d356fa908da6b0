/** `candour audit`: a date range now, from the configured mailboxes or from exported mail. */
import { randomBytes } from "node:crypto";
import { auditRange } from "../audit/audit-range.ts";
import { type Period, periodOf } from "../audit/period.ts";
import { createReader } from "../audit/reader.ts";
import type { Council } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { createCalendar } from "../facts/calendar.ts";
import { admitBy } from "../mail/admission.ts";
import type { Source } from "../mail/source.ts";
import { openExport, openMailbox } from "../mail/sources/open.ts";
import { createRoster } from "../people/roster.ts";
import { type AuditReport, breachesOf } from "../reports/audit-report.ts";
import type { ReportFormat } from "../reports/formats.ts";
import { reportOf } from "../reports/from-outcome.ts";
import { renderReport } from "../reports/render.ts";
import { knownInstallationKey } from "../store/known-installation-key.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { colourful, note, writeResult } from "./output.ts";
import { showProgress } from "./progress.ts";
import { checkedRules } from "./rule-names.ts";

export interface AuditOptions {
	readonly config: string;
	readonly mail: readonly string[];
	readonly from?: string;
	readonly to?: string;
	readonly format: ReportFormat;
	readonly output?: string;
	readonly rules?: readonly string[];
}

const KEY_BYTES = 32;
const WIDTH = 100;

export async function audit(options: AuditOptions): Promise<ExitStatus> {
	refusePdf(options.format);
	const only = options.rules === undefined ? undefined : checkedRules(options.rules);
	const council = await loadCouncil(options.config);
	const { timezone } = council.register;
	const period = periodOf(options.from, options.to, new Date().toISOString(), timezone);
	const report = await auditNow(council, period, options.mail, only);
	const toTerminal = options.output === undefined;
	const text = renderReport(report, options.format, {
		timezone,
		width: toTerminal ? Math.min(process.stdout.columns || WIDTH, WIDTH) : WIDTH,
		colour: toTerminal && colourful(process.stdout),
	});
	await writeResult(text, { output: options.output, format: options.format });
	for (const warning of council.warnings) note(`candour: ${warning}`);
	if (!toTerminal) note(`candour: the report is in ${options.output}`);
	return breachesOf(report.findings) > 0 ? EXIT.breach : EXIT.clean;
}

/** Before anything is read: an hour's audit must not end in this. */
function refusePdf(format: ReportFormat): void {
	if (format === "pdf") {
		throw new CandourError("USAGE", "Reports as PDF come later.", {
			remedy: "Use --format html and print the page to PDF.",
		});
	}
}

/** Progress shows on a terminal. Throws what a source throws that can't be read at all. */
async function auditNow(
	council: Council,
	period: Period,
	mail: readonly string[],
	only: readonly string[] | undefined,
): Promise<AuditReport> {
	const { register } = council;
	const sources = mail.length > 0 ? await Promise.all(mail.map((path) => openExport(path))) : configured(council);
	const journals = council.mailboxes.filter(({ journal }) => journal).map(({ name }) => name);
	const installationKey = await knownInstallationKey(council.storage);
	const progress = await showProgress();
	const reader = await createReader({
		register,
		key: randomBytes(KEY_BYTES),
		journals,
		exclusions: council.exclusions,
		scans: council.scans,
		...(installationKey === undefined ? {} : { installationKey }),
	});
	try {
		const outcome = await auditRange({
			council,
			roster: createRoster(register),
			calendar: createCalendar(council.calendar, register.timezone),
			sources,
			reader,
			admit: admitBy(council.exclusions),
			period,
			onProgress: progress.update,
			...(only === undefined ? {} : { only }),
		});
		const opened = mail.length > 0 ? [] : sources.map(({ name }) => name);
		return reportOf(outcome, council, period, only, opened);
	} finally {
		progress.stop();
		await Promise.all(sources.map((source) => source.close()));
		await reader.close();
	}
}

function configured(council: Council): readonly Source[] {
	// Headers first where something is excluded by them; without exclusions one pass is nearly twice as fast.
	const twoPass = council.exclusions.length > 0;
	const sources = council.mailboxes.flatMap((mailbox) => openMailbox(mailbox, { twoPass }) ?? []);
	if (sources.length > 0) return sources;
	throw new CandourError("USAGE", "There is no mail to audit: council.yaml connects no mailbox.", {
		remedy: "Give exported mail with --mail PATH, or add imap: or maildir: to a mailbox in council.yaml.",
	});
}
