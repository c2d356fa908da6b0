/** An audit on demand: everything in the sources is read once into a corpus, then each message of the period is judged. */
import type { Council } from "../config/council.ts";
import type { Location } from "../facts/message.ts";
import type { Admit, Found, Source } from "../mail/source.ts";
import type { Roster } from "../people/roster.ts";
import type { Finding, WorkingCalendar } from "../rules/rule.ts";
import { type Corpus, createCorpus } from "./corpus.ts";
import { gistOf } from "./gist.ts";
import { createJudge, inReportOrder } from "./judge.ts";
import type { Period } from "./period.ts";
import type { Reader } from "./reader.ts";
import { packRecord } from "./record.ts";
import { openRecordStore } from "./record-store.ts";

/** Messages given to the reader at the same time: enough to keep every thread busy with full batches. */
const READ_AHEAD = 128;
/** And their bytes, which bound the memory; a larger message is waited for alone. */
const READ_AHEAD_BYTES = 4 * 1024 * 1024;

export interface Progress {
	readonly step: "reading" | "judging";
	readonly done: number;
	readonly total?: number;
}

export interface AuditRequest {
	readonly council: Council;
	readonly roster: Roster;
	readonly calendar: WorkingCalendar;
	readonly sources: readonly Source[];
	/** Closed when everything is read. */
	readonly reader: Reader;
	readonly admit: Admit;
	readonly period: Period;
	readonly only?: readonly string[];
	readonly onProgress?: (progress: Progress) => void;
	readonly signal?: AbortSignal;
	/** Folders for the temporary file of facts, the best first; without any, facts stay in memory. */
	readonly scratchFolders?: readonly string[];
}

/** What was seen of the sources: every message found is in one of these counts or lists. */
export interface Tally {
	/** Messages of the period: audited, excluded, not needed and unreadable together. */
	found: number;
	audited: number;
	/** Read for context only, because they are dated outside the period. */
	context: number;
	notNeeded: number;
	readonly excluded: Map<string, number>;
	readonly leftOut: { readonly mailbox: string; readonly folder: string; readonly count: number }[];
	readonly unreadable: (Location & { readonly reason: string })[];
	readonly partlyRead: (Location & { readonly messageId: string; readonly what: readonly string[] })[];
	/** Folders in which something was found that is not left out, by mailbox. */
	readonly folders: Map<string, Set<string>>;
	/** Addresses on the council's domains that the roster does not know, with how often they stood on a message. */
	readonly rosterGaps: Map<string, number>;
}

export interface AuditOutcome {
	readonly findings: readonly Finding[];
	readonly tally: Tally;
}

/** Throws what a source throws when it cannot be read at all; a single unreadable message is listed instead. */
export async function auditRange(request: AuditRequest): Promise<AuditOutcome> {
	const { roster } = request;
	const corpus = createCorpus(roster, openRecordStore(request.scratchFolders));
	try {
		return await auditInto(corpus, request);
	} finally {
		corpus.close();
	}
}

async function auditInto(corpus: Corpus, request: AuditRequest): Promise<AuditOutcome> {
	const { council, roster, calendar, period, onProgress } = request;
	const tally = emptyTally();
	const total = await totalOf(request);
	let done = 0;
	for (const source of request.sources) {
		await readAll(source, request, tally, corpus.addPacked, () => {
			done += 1;
			onProgress?.({ step: "reading", done, ...(total === undefined ? {} : { total }) });
		});
	}
	// Everything is read: what the threads hold is not needed beside the judging.
	await request.reader.close();
	const judge = createJudge({
		protocol: council.protocol,
		roster,
		calendar,
		...(request.only ? { only: request.only } : {}),
	});
	const found = new Map<string, Finding>();
	let judged = 0;
	const messages = corpus.messages(period.fromInstant || undefined, period.asOfInstant);
	for (const message of messages) {
		request.signal?.throwIfAborted();
		judged += 1;
		onProgress?.({ step: "judging", done: judged, total: messages.length });
		for (const finding of judge(message, () => corpus.related(message), period.asOf)) {
			if (!found.has(finding.id)) found.set(finding.id, finding);
		}
	}
	return { findings: inReportOrder(found.values()), tally };
}

function emptyTally(): Tally {
	return {
		found: 0,
		audited: 0,
		context: 0,
		notNeeded: 0,
		excluded: new Map(),
		leftOut: [],
		unreadable: [],
		partlyRead: [],
		folders: new Map(),
		rosterGaps: new Map(),
	};
}

async function totalOf({ sources, period }: AuditRequest): Promise<number | undefined> {
	const counts = await Promise.all(
		sources.map((source) => source.count?.({ ...(period.readFrom ? { from: period.readFrom } : {}) })),
	);
	return counts.reduce<number | undefined>(
		(sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
		0,
	);
}

async function readAll(
	source: Source,
	{ reader, admit, period, roster, signal }: AuditRequest,
	tally: Tally,
	keep: Corpus["addPacked"],
	tick: () => void,
): Promise<void> {
	const underWay = new Set<Promise<void>>();
	let bytes = 0;
	const range = { ...(period.readFrom ? { from: period.readFrom } : {}), to: period.to };
	for await (const found of source.read(range, admit)) {
		signal?.throwIfAborted();
		if (found.kind !== "message") {
			count(found, tally);
			if (found.kind !== "left-out") tick();
			continue;
		}
		const { length } = found.raw;
		bytes += length;
		const task = reader.read(found, source).then((result) => {
			bytes -= length;
			tick();
			if (result.kind === "excluded") {
				count({ kind: "excluded", at: found.at, reason: result.reason }, tally);
				return;
			}
			if (result.kind === "unreadable") {
				noteFolder(found.at, tally);
				tally.found += 1;
				tally.unreadable.push({ ...found.at, reason: result.reason });
				return;
			}
			const packed = result.packed ?? {
				...gistOf(result.facts, roster),
				record: packRecord(result.facts, roster),
			};
			noteFolder(found.at, tally);
			if (packed.date > period.asOfInstant) {
				tally.context += 1;
				return;
			}
			if (packed.date < period.fromInstant) tally.context += 1;
			else {
				tally.found += 1;
				tally.audited += 1;
				if (packed.partlyRead.length > 0)
					tally.partlyRead.push({ ...found.at, messageId: packed.messageId, what: packed.partlyRead });
			}
			for (const address of packed.rosterGaps) {
				tally.rosterGaps.set(address, (tally.rosterGaps.get(address) ?? 0) + 1);
			}
			keep(packed);
		});
		underWay.add(task);
		void task.finally(() => underWay.delete(task)).catch(() => undefined);
		while (underWay.size >= READ_AHEAD || bytes >= READ_AHEAD_BYTES) await Promise.race(underWay);
	}
	await Promise.all(underWay);
}

function count(found: Exclude<Found, { kind: "message" }>, tally: Tally): void {
	if (found.kind !== "left-out") noteFolder(found.at, tally);
	switch (found.kind) {
		case "excluded":
			tally.found += 1;
			tally.excluded.set(found.reason, (tally.excluded.get(found.reason) ?? 0) + 1);
			return;
		case "not-needed":
			tally.found += 1;
			tally.notNeeded += 1;
			return;
		case "unreadable":
			tally.found += 1;
			tally.unreadable.push({ ...found.at, reason: found.reason });
			return;
		case "left-out":
			tally.leftOut.push({ mailbox: found.mailbox, folder: found.folder, count: found.count });
	}
}

function noteFolder(at: Location, tally: Tally): void {
	const folders = tally.folders.get(at.mailbox) ?? new Set();
	folders.add(at.folder);
	tally.folders.set(at.mailbox, folders);
}
