/** Which sources were read, and what they can't show even so. Pure. */
import type { Council } from "../config/council.ts";
import type { SourceCoverage } from "./audit-report.ts";
import { timeInWords } from "./local-time.ts";

const SENT = /(?:^|[/.\\])(?:sent|gesendet|anfonwyd)/iu;
const NO_SENT =
	"No Sent folder was read, so that hidden copies (Bcc) of mail sent from here are invisible, unless another mailbox shows them.";
const NO_JOURNAL =
	"No journal was read. A hidden copy shows only in the sender's own Sent folder or where it arrived, as long as those were read.";
const NOTHING_FOUND = "Nothing was found in it: check that this is where its mail lies.";
const GENERAL: readonly string[] = [NO_SENT, NO_JOURNAL, NOTHING_FOUND];
/** An export of which no folder's name is an address. */
const NAMELESS = "The mail given";

/**
 * By mailbox, the folders in which something was found; the first mailbox says what no journal means for all.
 * `opened` are the configured mailboxes that were read: one that brought nothing is named too.
 */
export function sourcesOf(
	folders: ReadonlyMap<string, ReadonlySet<string>>,
	council: Pick<Council, "mailboxes">,
	opened: readonly string[] = [],
): SourceCoverage[] {
	const journals = new Set(council.mailboxes.filter(({ journal }) => journal).map(({ name }) => name));
	const names = [...new Set([...folders.keys(), ...opened])].sort();
	const anyJournal = [...folders.keys()].some((name) => journals.has(name));
	if (names.length === 0) return [{ name: NAMELESS, connected: true, cannotSee: [NOTHING_FOUND] }];
	const first = names.find((name) => folders.has(name));
	return names.map((name) => {
		const journal = journals.has(name);
		if (!folders.has(name)) return { name, connected: true, journal, cannotSee: [NOTHING_FOUND] };
		const sent = [...(folders.get(name) ?? [])].some((folder) => SENT.test(folder));
		return {
			name: name || NAMELESS,
			connected: true,
			journal,
			cannotSee: [...(journal || sent ? [] : [NO_SENT]), ...(name === first && !anyJournal ? [NO_JOURNAL] : [])],
		};
	});
}

/** Whether the sentence names no mailbox, no folder and no day, so that everybody may read it. */
export function isGeneralSentence(sentence: string): boolean {
	return GENERAL.includes(sentence);
}

/** A watched folder as the store knows it. */
export interface WatchedFolder {
	readonly mailbox: string;
	readonly folder: string;
	readonly connectedSince?: Date;
	readonly lastSeen?: Date;
	readonly lastErrorCode?: string;
}

/** Every mailbox is gone through anew each hour; one not reached for so long is not read, whatever was last noted. */
const REACHED_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Whether a folder, or with several states a mailbox, was reached in the day before `now`. */
export function wasReached(states: readonly Pick<WatchedFolder, "connectedSince" | "lastSeen">[], now: Date): boolean {
	return now.getTime() - (lastReached(states) ?? 0) <= REACHED_WITHIN_MS;
}

function lastReached(states: readonly Pick<WatchedFolder, "connectedSince" | "lastSeen">[]): number | undefined {
	const moments = states.flatMap(({ connectedSince, lastSeen }) => (lastSeen ?? connectedSince)?.getTime() ?? []);
	return moments.length === 0 ? undefined : Math.max(...moments);
}

/**
 * The configured mailboxes as they stand in monitoring at `now`: one with a folder that fails counts as not read, and
 * one that was not reached for more than a day. A single folder that was not is named: it may have been taken away.
 */
export function sourcesFrom(
	states: readonly WatchedFolder[],
	council: Pick<Council, "mailboxes">,
	{ now, timezone }: { readonly now: Date; readonly timezone: string },
): SourceCoverage[] {
	const when = (some: readonly WatchedFolder[]) =>
		timeInWords(new Date(lastReached(some) ?? Number.NaN).toISOString(), timezone);
	const watched = council.mailboxes.filter(({ imap, maildir }) => imap !== undefined || maildir !== undefined);
	const folders = new Map<string, Set<string>>();
	for (const { mailbox, folder } of states) {
		folders.set(mailbox, (folders.get(mailbox) ?? new Set()).add(folder));
	}
	const read = new Map(sourcesOf(folders, council).map((source) => [source.name, source]));
	return watched.map(({ name }) => {
		const own = states.filter(({ mailbox }) => mailbox === name);
		const failing = own.find(({ connectedSince }) => connectedSince === undefined);
		const source = read.get(name);
		if (source === undefined) return { name, connected: false, reason: "it was never reached", cannotSee: [] };
		if (failing !== undefined) {
			const where = failing.folder === "" ? "" : ` at folder ${failing.folder}`;
			const why = `it fails${where} (${failing.lastErrorCode ?? "no reason known"})`;
			return { ...source, connected: false, reason: why };
		}
		if (!wasReached(own, now)) {
			return { ...source, connected: false, reason: `it was last reached on ${when(own)}` };
		}
		const lost = own.filter((state) => state.folder !== "" && !wasReached([state], now));
		const sentences = lost.map((state) => `Its folder ${state.folder} was last reached on ${when([state])}.`);
		return { ...source, cannotSee: [...source.cannotSee, ...sentences] };
	});
}
