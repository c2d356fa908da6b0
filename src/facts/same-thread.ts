/** Whether a message goes on from another: by its ids, by what it quotes, by its subject. */
import type { MessageFacts, Prints } from "./facts.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A mail program may quote a time in another zone, or in none. */
const LARGEST_ZONE_SHIFT_MS = 2 * HOUR_MS;
/** Of a text's prints, so many come back where it is quoted. */
const QUOTED_SHARE = 0.6;
const PREFIX = /^\s*(?:\[[^\]]{1,30}\]\s*)?(?:re|fw|fwd|sv|aw|tr|atb|ateb|ymlaen|wg)\s*(?:\[\d+\])?\s*:\s*/iu;

/** The subject without "Re:" and its like, lower case, white space folded. */
export function bareSubject(subject: string): string {
	let bare = subject;
	while (PREFIX.test(bare)) bare = bare.replace(PREFIX, "");
	return bare.replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Ids of the messages that go on from `first`, directly or by way of others among `all`; its own id too. */
export function idsFrom(first: MessageFacts, all: readonly MessageFacts[]): ReadonlySet<string> {
	const ids = new Set([first.messageId]);
	for (let before = 0; before !== ids.size; ) {
		before = ids.size;
		for (const message of all) {
			if ([...message.inReplyTo, ...message.references].some((id) => ids.has(id))) ids.add(message.messageId);
		}
	}
	return ids;
}

/** Whether `later` quotes or attaches `earlier`; `directly` where it stands right below the new words. */
export function quotes(later: MessageFacts, earlier: MessageFacts, directly = false): boolean {
	const author = earlier.from[0]?.address;
	return later.contained.some((contained) => {
		if (directly && contained.depth > 0) return false;
		if (contained.messageId === earlier.messageId) return true;
		if (isMuchOf(earlier.authored, contained.prints)) return true;
		const from = contained.from.some(({ address }) => address === author);
		return from && contained.date !== undefined && atSameMinute(contained.date, earlier.date);
	});
}

/** "Re: Allotments" of somebody who was sent "Allotments". */
export function answersSubject(later: MessageFacts, earlier: MessageFacts): boolean {
	const bare = bareSubject(earlier.subject);
	return bare !== "" && PREFIX.test(later.subject) && bareSubject(later.subject) === bare;
}

/** Whether nearly all of a text stands in another. */
export function isMuchOf(text: Prints, other: Prints): boolean {
	if (text.words > 0 && text.whole === other.whole) return true;
	if (text.runs.length < 2) return false;
	const runs = new Set(other.runs);
	return text.runs.filter((run) => runs.has(run)).length >= QUOTED_SHARE * text.runs.length;
}

function atSameMinute(one: string, other: string): boolean {
	const apart = Math.abs(Date.parse(one) - Date.parse(other));
	const rest = apart % HOUR_MS;
	return apart <= LARGEST_ZONE_SHIFT_MS && Math.min(rest, HOUR_MS - rest) < MINUTE_MS;
}
