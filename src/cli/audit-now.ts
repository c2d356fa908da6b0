/** One audit from the configuration to the report's text. */
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { auditRange, type Progress } from "../audit/audit-range.ts";
import { periodOf } from "../audit/period.ts";
import { createReader } from "../audit/reader.ts";
import type { Council } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { createCalendar } from "../facts/calendar.ts";
import { admitBy } from "../mail/admission.ts";
import type { Source } from "../mail/source.ts";
import { openExport, openMailbox } from "../mail/sources/open.ts";
import { createRoster } from "../people/roster.ts";
import { breachesOf } from "../reports/audit-report.ts";
import { reportOf } from "../reports/from-outcome.ts";
import { renderReport } from "../reports/render.ts";
import { knownInstallationKey } from "../store/known-installation-key.ts";
import type { AuditDone, AuditTask } from "./audit-task.ts";
import { checkedRules } from "./rule-names.ts";

const KEY_BYTES = 32;

/** Throws what a source throws that can't be read at all, and CONFIG_INVALID, CONFIG_NOT_FOUND, USAGE. */
export async function auditNow(
	{ config, mail, from, to, rules, format, width, colour }: Omit<AuditTask, "verbose">,
	onProgress: (progress: Progress) => void,
): Promise<AuditDone> {
	const only = rules === undefined ? undefined : checkedRules(rules);
	const council = await loadCouncil(config);
	const { register } = council;
	const period = periodOf(from, to, new Date().toISOString(), register.timezone);
	const journals = council.mailboxes.filter(({ journal }) => journal).map(({ name }) => name);
	const installationKey = await knownInstallationKey(council.storage);
	const sources = mail.length > 0 ? await Promise.all(mail.map((path) => openExport(path))) : configured(council);
	const reader = await createReader({
		register,
		key: randomBytes(KEY_BYTES),
		journals,
		exclusions: council.exclusions,
		scans: council.scans,
		// They are ready when a mailbox has been connected; a small export may be read before.
		startAll: mail.length === 0,
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
			onProgress,
			scratchFolders: scratchFolders(council),
			...(only === undefined ? {} : { only }),
		});
		const opened = mail.length > 0 ? [] : sources.map(({ name }) => name);
		const report = reportOf(outcome, council, period, only, opened);
		return {
			text: renderReport(report, format, { timezone: register.timezone, width, colour }),
			breaches: breachesOf(report.findings),
			warnings: council.warnings,
		};
	} finally {
		await Promise.all(sources.map((source) => source.close()));
		await reader.close();
	}
}

/** The council's own folder before one that all users of the machine share. */
function scratchFolders({ storage }: Council): readonly string[] {
	return storage.kind === "embedded" ? [storage.directory, tmpdir()] : [tmpdir()];
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
