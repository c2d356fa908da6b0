/** An audit of exported mail with nothing but a configuration: no store, no queue. `candour audit --mail` and `check` are this. */
import { randomBytes } from "node:crypto";
import { loadCouncil } from "../config/load.ts";
import { createCalendar } from "../facts/calendar.ts";
import { admitBy } from "../mail/admission.ts";
import { openExport } from "../mail/sources/open.ts";
import { createRoster } from "../people/roster.ts";
import { type AuditOutcome, auditRange, type Progress } from "./audit-range.ts";
import { readingsInForce } from "./judge.ts";
import { periodOf } from "./period.ts";
import { createReader, createReaderInProcess } from "./reader.ts";

const KEY_BYTES = 32;

export interface MailAudit {
	readonly config: string;
	readonly mail: readonly string[];
	readonly from?: string;
	readonly to?: string;
	readonly only?: readonly string[];
	readonly threads?: number;
	/** Reads in this thread, without a time limit: for the measuring of many small sets. */
	readonly inProcess?: boolean;
	readonly onProgress?: (progress: Progress) => void;
	/** ISO 8601; absent: the clock. */
	readonly now?: string;
}

/** Throws CONFIG_INVALID, USAGE, SOURCE_UNREADABLE. */
export async function auditMail(request: MailAudit): Promise<AuditOutcome> {
	const council = await loadCouncil(request.config);
	const period = periodOf(request.from, request.to, request.now ?? new Date().toISOString(), council.register.timezone);
	const journals = council.mailboxes.filter((mailbox) => mailbox.journal).map((mailbox) => mailbox.name);
	const { register, exclusions, scans } = council;
	const readings = readingsInForce(council.protocol, request.only);
	const options = { register, key: randomBytes(KEY_BYTES), journals, exclusions, scans, readings };
	const reader = request.inProcess
		? await createReaderInProcess(options)
		: await createReader({ ...options, ...(request.threads ? { threads: request.threads } : {}) });
	const sources = await Promise.all(request.mail.map((path) => openExport(path)));
	try {
		return await auditRange({
			council,
			roster: createRoster(council.register),
			calendar: createCalendar(council.calendar, council.register.timezone),
			sources,
			reader,
			admit: admitBy(council.exclusions),
			period,
			...(request.only ? { only: request.only } : {}),
			...(request.onProgress ? { onProgress: request.onProgress } : {}),
		});
	} finally {
		await Promise.all(sources.map((source) => source.close()));
		await reader.close();
	}
}
