/** From found mail to stored facts, and on to the audit. */
import { setTimeout as pause } from "node:timers/promises";
import type { Reader } from "../../src/audit/reader.ts";
import { CandourError } from "../../src/errors.ts";
import type { Installation } from "../../src/installation.ts";
import type { Found } from "../../src/mail/source.ts";
import { unknownPeopleIn } from "../../src/people/unknown-people.ts";
import type { Cursor } from "../../src/store/cursors.ts";
import { storeError } from "../../src/store/errors.ts";
import { type Batch, type CopyRead, storeBatch } from "../../src/store/messages.ts";
import { noteUnknownPeople } from "../../src/store/unknown-people.ts";
import { enqueueWaiting } from "./enqueue-waiting.ts";

const STORE_RETRY_MS = 5_000;
/** Keeps the reading threads busy; more would only wait, and the time limit of a message counts its waiting. */
const READ_AT_ONCE = 8;

export interface FoundBatch {
	readonly found: readonly Found[];
	/** How far the folder is read once these are stored; absent where the source has no cursors. */
	readonly cursor?: Cursor;
}

/**
 * Reads and stores a batch, and gives what changed to the audit. While the store is away or its disk is full it waits:
 * mail that is not stored is not passed by.
 * @throws the store's error where the signal ended the waiting, or a retry cannot help
 */
export async function takeIn(
	installation: Installation,
	reader: Reader,
	source: { readonly mailbox: string; readonly journal: boolean },
	batch: FoundBatch,
	signal: AbortSignal,
): Promise<void> {
	const { store, keysOf, now, log } = installation;
	const read = await readAll(reader, source, batch);
	for (;;) {
		try {
			const { added, changed, waiting } = await storeBatch(store.db, read, keysOf, now());
			if (batch.found.length > 0) {
				const counts = { found: batch.found.length, added: added.length, changed: changed.length };
				log.info({ ...counts, unreadable: read.unreadable.length }, "mail was read");
			}
			await noteUnknown(installation, read, new Set(added));
			// A queue that is away loses nothing: the outbox has it, and the next drain adds the jobs.
			await enqueueWaiting(installation, waiting).catch((error: unknown) =>
				log.warn({ err: error }, "the audit of new mail waits for the queue"),
			);
			return;
		} catch (error) {
			const typed = storeError(error);
			if (!(typed instanceof CandourError) || !typed.transient) throw typed;
			log.error({ err: typed }, "mail cannot be stored now");
			await pause(STORE_RETRY_MS, undefined, { signal }).catch(() => undefined);
			if (signal.aborted) throw typed;
		}
	}
}

/** For whoever keeps the roster; a count that is lost with a broken connection is no harm. */
async function noteUnknown({ store, roster, log }: Installation, { copies }: Batch, added: ReadonlySet<string>) {
	for (const { facts } of copies) {
		if (!added.has(facts.identity)) continue;
		const unknown = unknownPeopleIn([...facts.from, ...facts.to, ...facts.cc], facts.date, roster);
		await noteUnknownPeople(store.db, unknown, facts.date.slice(0, 10)).catch((error: unknown) =>
			log.warn({ err: storeError(error) }, "addresses that the roster lacks were not counted"),
		);
	}
}

async function readAll(
	reader: Reader,
	source: { readonly mailbox: string; readonly journal: boolean },
	{ found, cursor }: FoundBatch,
): Promise<Batch> {
	const copies: CopyRead[] = [];
	const unreadable: { at: CopyRead["at"]; reason: string }[] = [];
	const excluded: { at: CopyRead["at"]; excluded: string }[] = [];
	const left = found.values();
	const readOn = async () => {
		for (const one of left) {
			if (one.kind === "unreadable") unreadable.push({ at: one.at, reason: one.reason });
			if (one.kind !== "message") continue;
			const result = await reader.read(one, source);
			if (result.kind === "facts") copies.push({ at: one.at, facts: result.facts });
			else if (result.kind === "excluded") excluded.push({ at: one.at, excluded: result.reason });
			else unreadable.push({ at: one.at, reason: result.reason });
		}
	};
	await Promise.all(Array.from({ length: READ_AT_ONCE }, readOn));
	return {
		copies,
		unreadable,
		passedOver: [
			...excluded,
			...found.flatMap((one) => {
				if (one.kind === "excluded") return [{ at: one.at, excluded: one.reason }];
				return one.kind === "not-needed" ? [{ at: one.at }] : [];
			}),
		],
		leftOut: found.flatMap((one) => (one.kind === "left-out" ? [one] : [])),
		...(cursor === undefined ? {} : { cursor }),
	};
}
