/** Fetches a finding's message from its mailbox for a page, or says in a sentence why it can't be shown. */

import { CandourError } from "../../errors.ts";
import type { Installation } from "../../installation.ts";
import { admitBy } from "../../mail/admission.ts";
import { createMessageFetcher, type OneMessage } from "../../mail/sources/one-message.ts";
import { placesOf } from "../../store/finding-story.ts";
import type { ReviewedFinding } from "../../store/findings-list.ts";
import type { MessageShown, MessageTask, ShownMessage } from "./finding-message.ts";

export type Opened =
	| { readonly kind: "shown"; readonly message: ShownMessage }
	| { readonly kind: "not-shown"; readonly because: string };

export interface MessageOpener {
	open(row: ReviewedFinding): Promise<Opened>;
	close(): Promise<void>;
}

const READ_LIMIT_MS = 20_000;
const IDLE_MS = 30_000;
const HEAP_MB = 384;
const PLACES_TRIED = 4;

export function createMessageOpener({ council, store, log }: Installation): MessageOpener {
	const fetcher = createMessageFetcher(council.mailboxes);
	const admit = admitBy(council.exclusions);
	type Pool = import("piscina").Piscina<MessageTask, MessageShown>;
	let pool: Promise<Pool> | undefined;
	const thread = () => {
		pool ??= import("piscina").then(
			({ Piscina }) =>
				new Piscina<MessageTask, MessageShown>({
					filename: new URL("./message-thread.ts", import.meta.url).href,
					minThreads: 0,
					maxThreads: 1,
					idleTimeout: IDLE_MS,
					resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
				}),
		);
		return pool;
	};

	const read = async (fetched: Extract<OneMessage, { kind: "message" }>, at: { mailbox: string; folder: string }) => {
		const journal = council.mailboxes.some(({ name, journal }) => name === at.mailbox && journal);
		const { raw, receivedAt } = fetched;
		const task: MessageTask = {
			raw,
			mailbox: at.mailbox,
			folder: at.folder,
			journal,
			exclusions: council.exclusions,
			...(receivedAt === undefined ? {} : { receivedAt }),
		};
		return (await thread()).run(task, { signal: AbortSignal.timeout(READ_LIMIT_MS) });
	};

	return {
		open: async ({ finding, identity }) => {
			const places = await placesOf(store.db, identity, finding.message);
			if (places.length === 0) return notShown(NO_PLACE);
			let because = GONE;
			for (const at of places.slice(0, PLACES_TRIED)) {
				try {
					const fetched = await fetcher.fetch(at, admit);
					if (fetched.kind !== "message") {
						because = sentenceFor(fetched);
						// What is excluded in one place isn't looked for in another.
						if (fetched.kind === "excluded") return notShown(because);
						continue;
					}
					const shown = await read(fetched, at);
					if (shown.kind === "excluded") return notShown(sentenceFor(shown));
					if (shown.message.identity === identity) return shown;
					because = ANOTHER;
				} catch (error) {
					because = error instanceof CandourError ? `${error.message} ${error.remedy}` : UNREAD;
					if (!(error instanceof CandourError)) log.warn({ err: error }, "a message could not be read for a page");
				}
			}
			return notShown(because);
		},
		close: async () => {
			await fetcher.close();
			await (await pool)?.destroy();
		},
	};
}

const NO_PLACE =
	"Candour no longer knows where this message lies: what it kept of it was deleted when its time was over. It may still be in the mailbox.";
const GONE = "The message is no longer where Candour found it. It may have been moved or deleted.";
const ANOTHER = "The message that lies there now is another one, or was changed since Candour read it.";
const UNREAD = "The message could not be read just now. Try again; your administrator's log says why.";

function sentenceFor(outcome: Exclude<OneMessage, { kind: "message" }>): string {
	switch (outcome.kind) {
		case "gone":
			return GONE;
		case "excluded":
			return `This message is excluded from reading now (${outcome.reason}), so it is not shown.`;
		case "unreadable":
			return `The message can't be shown: ${outcome.reason}.`;
		case "not-connected":
			return "The mailbox in which the message lay is no longer connected to Candour.";
	}
}

function notShown(because: string): Opened {
	return { kind: "not-shown", because };
}
