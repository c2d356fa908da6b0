/** What continuous watching tells, whichever kind of mailbox is watched. */
import type { CandourError } from "../../errors.ts";
import type { Admit, Found } from "../source.ts";

/** How far a folder has been read. The store keeps it in the transaction that stores what was read. */
export interface FolderCursor {
	readonly mailbox: string;
	readonly folder: string;
	readonly uidValidity: string;
	readonly lastUid: number;
}

export type WatchState =
	/** The folders were looked up: which are read, and how many messages lie in those that are not. */
	| {
			readonly kind: "folders";
			readonly read: readonly string[];
			readonly leftOut: readonly { readonly folder: string; readonly count: number }[];
			/** Asked for by name in the configuration, but not there. */
			readonly missing: readonly string[];
	  }
	/** Everything in the folder was read; now it is waited for more. */
	| { readonly kind: "caught-up"; readonly folder: string }
	/** The server numbers the folder anew (another UIDVALIDITY), so that it is read from its beginning. */
	| { readonly kind: "renumbered"; readonly folder: string }
	/** The connection of this folder failed ("" that of the lookups); it is made again after the wait. */
	| { readonly kind: "failed"; readonly folder: string; readonly error: CandourError; readonly retryInMs: number };

export interface WatchHandlers {
	/**
	 * Must store what was found, and the cursor where there is one, in one transaction before it resolves. Where it
	 * fails, the same messages come again. Calls for one folder never overlap; for different folders they may.
	 */
	onBatch(folder: string, found: readonly Found[], cursor: FolderCursor | undefined): Promise<void>;
	onState?(state: WatchState): void;
}

export interface WatchRequest {
	readonly admit: Admit;
	/** Where the store is in a folder; undefined where nothing of it was read yet. */
	cursorOf(folder: string): Promise<FolderCursor | undefined>;
	/** Folders without a cursor are read from this day on, `2026-03-01`; absent: from their beginning. */
	readonly from?: string;
}

/** Resolves after the time, or at once when the signal is given. */
export async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => {
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal.addEventListener("abort", end);
	});
}
