/** An audit on demand of a council's mail, to its report: for the command, and for the audits asked for on the pages. */
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { auditRange, type Progress } from "../audit/audit-range.ts";
import { readingsInForce } from "../audit/judge.ts";
import type { Period } from "../audit/period.ts";
import { createReader } from "../audit/reader.ts";
import type { Council } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { createCalendar } from "../facts/calendar.ts";
import { admitBy } from "../mail/admission.ts";
import type { Source } from "../mail/source.ts";
import { openExport, openMailbox } from "../mail/sources/open.ts";
import { createRoster } from "../people/roster.ts";
import { knownInstallationKey } from "../store/known-installation-key.ts";
import type { AuditReport } from "./audit-report.ts";
import { reportOf } from "./from-outcome.ts";

const KEY_BYTES = 32;

export interface CouncilAudit {
	readonly council: Council;
	readonly period: Period;
	/** Paths of exported mail; without any, the configured mailboxes are read. */
	readonly mail?: readonly string[];
	/** Only these rules. */
	readonly only?: readonly string[];
	readonly onProgress?: (progress: Progress) => void;
}

/** @throws CandourError what a source throws that can't be read at all, and USAGE where there is none */
export async function auditCouncil({
	council,
	period,
	mail = [],
	only,
	onProgress,
}: CouncilAudit): Promise<AuditReport> {
	const { register } = council;
	const journals = council.mailboxes.filter(({ journal }) => journal).map(({ name }) => name);
	const installationKey = await knownInstallationKey(council.storage);
	const sources = mail.length > 0 ? await Promise.all(mail.map((path) => openExport(path))) : configured(council);
	const reader = await createReader({
		register,
		key: randomBytes(KEY_BYTES),
		journals,
		exclusions: council.exclusions,
		scans: council.scans,
		readings: readingsInForce(council.protocol, only),
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
			scratchFolders: scratchFolders(council),
			...(onProgress === undefined ? {} : { onProgress }),
			...(only === undefined ? {} : { only }),
		});
		const opened = mail.length > 0 ? [] : sources.map(({ name }) => name);
		return reportOf(outcome, council, period, only, opened);
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
