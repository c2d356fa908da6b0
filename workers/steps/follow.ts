/** Follows one mailbox: what arrives is taken in, what fails is noted, and where everything was read is known. */
import type { Reader } from "../../src/audit/reader.ts";
import type { Installation } from "../../src/installation.ts";
import { admitBy } from "../../src/mail/admission.ts";
import type { Admit, Found } from "../../src/mail/source.ts";
import type { WatchState } from "../../src/mail/sources/watch.ts";
import { knownPlaces, noteLeftOut, noteSource } from "../../src/store/coverage.ts";
import { cursorOf } from "../../src/store/cursors.ts";
import { placeDigest } from "../../src/store/location.ts";
import type { MailFeed } from "./feed.ts";
import { readFrom } from "./read-from.ts";
import { takeIn } from "./take-in.ts";

export interface Followed {
	/** Resolves when everything that was there has been read once. */
	readonly caughtUp: Promise<void>;
	/** Ends when the signal is given; rejects only on a fault of ours. */
	readonly ended: Promise<void>;
	/** Follows anew, where everything was read: mends a connection that hangs unnoticed. */
	renew(): void;
}

export function follow(installation: Installation, reader: Reader, feed: MailFeed, stopped: AbortSignal): Followed {
	const { council, store, now } = installation;
	const { mailbox } = feed;
	const seen = Promise.withResolvers<void>();
	let isCaughtUp = false;
	let round = new AbortController();

	const followOnce = async (signal: AbortSignal) => {
		const known = await knownPlaces(store.db, mailbox);
		const admitted = admitBy(council.exclusions);
		// A folder of files has no cursor: of what is known only the headers are looked at.
		const admit: Admit = (headers, at) =>
			known.has(placeDigest(at)) ? { read: false, notNeeded: true } : admitted(headers, at);
		const isNew = (found: Found) => found.kind === "left-out" || !known.has(placeDigest(found.at));
		const progress = trackFolders(() => {
			isCaughtUp = true;
			seen.resolve();
		});
		await feed.follow(
			{
				admit,
				cursorOf: (folder) => cursorOf(store.db, mailbox, folder),
				from: readFrom(council.retention.facts, now(), council.register.timezone),
			},
			{
				onBatch: async (folder, found, cursor) => {
					const fresh = found.filter(isNew);
					const batch = { found: fresh, ...(cursor === undefined ? {} : { cursor }) };
					await takeIn(installation, reader, feed, batch, signal);
					for (const one of fresh) if (one.kind !== "left-out") known.add(placeDigest(one.at));
					const reached = { kind: "reached", mail: fresh.length > 0 } as const;
					await noteSource(store.db, { mailbox, folder }, reached, now());
				},
				onState: (state) => {
					progress(state);
					noteState(installation, mailbox, state);
				},
			},
			signal,
		);
	};
	const run = async () => {
		while (!stopped.aborted) {
			round = new AbortController();
			isCaughtUp = false;
			await followOnce(AbortSignal.any([stopped, round.signal]));
		}
	};
	return {
		caughtUp: seen.promise,
		ended: run(),
		renew: () => {
			if (isCaughtUp) round.abort();
		},
	};
}

/** Calls back once every folder that is read was read to its end, or cannot be. */
function trackFolders(onCaughtUp: () => void): (state: WatchState) => void {
	const through = new Set<string>();
	let wanted: readonly string[] | undefined;
	return (state) => {
		if (state.kind === "folders") wanted = state.read;
		else if (state.kind === "caught-up") through.add(state.folder);
		else if (state.kind === "failed" && !state.error.transient) {
			// The folders may not even be known: there is nothing to wait for then.
			if (state.folder === "") wanted ??= [];
			else through.add(state.folder);
		}
		if (wanted?.every((folder) => through.has(folder)) === true) onCaughtUp();
	};
}

function noteState({ council, store, log, now }: Installation, mailbox: string, state: WatchState): void {
	// Not by its address: the log may be passed on.
	const place = `mailboxes[${council.mailboxes.findIndex(({ name }) => name === mailbox)}]`;
	const noted = async () => {
		switch (state.kind) {
			case "folders":
				await noteLeftOut(
					store.db,
					state.leftOut.map((folder) => ({ mailbox, ...folder })),
				);
				return noteSource(store.db, { mailbox, folder: "" }, { kind: "reached", mail: false }, now());
			case "caught-up":
				return noteSource(store.db, { mailbox, folder: state.folder }, { kind: "reached", mail: false }, now());
			case "renumbered":
				return log.warn({ place }, "the mail server numbers a folder anew; it is read from its beginning");
			case "failed": {
				log.warn({ place, err: state.error, retryInMs: state.retryInMs }, "a mailbox cannot be read now");
				const failed = { kind: "failed", code: state.error.code } as const;
				return noteSource(store.db, { mailbox, folder: state.folder }, failed, now());
			}
		}
	};
	noted().catch((error: unknown) => log.warn({ err: error }, "the state of a mailbox could not be noted"));
}
