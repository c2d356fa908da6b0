/** The configured mailboxes as things to be followed, whichever way new mail is noticed. */
import type { Council } from "../../src/config/council.ts";
import { watchFolder } from "../../src/mail/sources/folder-watch.ts";
import { watchMailbox } from "../../src/mail/sources/imap-watch.ts";
import type { WatchHandlers, WatchRequest } from "../../src/mail/sources/watch.ts";

export interface MailFeed {
	readonly mailbox: string;
	readonly journal: boolean;
	/** Follows the mailbox until the signal; failures are told by `onState` and mended by trying again. */
	follow(request: WatchRequest, handlers: WatchHandlers, signal: AbortSignal): Promise<void>;
}

/** A feed for each mailbox that the configuration says how to read; one that is only declared has none. */
export function openFeeds({ mailboxes, exclusions }: Pick<Council, "mailboxes" | "exclusions">): readonly MailFeed[] {
	return mailboxes.flatMap((mailbox): MailFeed[] => {
		const { name, journal, imap, maildir } = mailbox;
		if (imap !== undefined) {
			const account = { ...mailbox, imap };
			// What is excluded must not be fetched; where nothing is, one fetch does instead of two.
			const options = { twoPass: exclusions.length > 0 };
			const follow: MailFeed["follow"] = (request, handlers, signal) =>
				watchMailbox(account, request, handlers, signal, options);
			return [{ mailbox: name, journal, follow }];
		}
		if (maildir === undefined) return [];
		return [
			{
				mailbox: name,
				journal,
				follow: (request, handlers, signal) => watchFolder(maildir, request, handlers, signal, { mailbox: name }),
			},
		];
	});
}
