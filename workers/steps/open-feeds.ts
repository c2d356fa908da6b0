import type { Council } from "../../src/config/council.ts";
import { openMailbox } from "../../src/mail/sources/open.ts";
import { type MailFeed, pollSource } from "./feed.ts";

const MAILDIR_EVERY_MS = 5_000;
const IMAP_EVERY_MS = 5 * 60_000;

/** A feed for each mailbox that the configuration says how to read; one that is only declared has none. */
export function openFeeds(council: Pick<Council, "mailboxes">): readonly MailFeed[] {
	return council.mailboxes.flatMap((mailbox) => {
		const source = openMailbox(mailbox);
		if (source === undefined) return [];
		return [pollSource(mailbox.name, source, mailbox.imap ? IMAP_EVERY_MS : MAILDIR_EVERY_MS)];
	});
}
