/** A range of days as an IMAP search that misses nothing. */
import type { SearchObject } from "imapflow";
import type { DayRange } from "../source.ts";

const DAY_MS = 24 * 60 * 60_000;

/**
 * The search for messages that arrived or were sent in the range, a day wider at both ends: servers cut days in their
 * own time zone, and Date headers in the sender's. Undefined: no range, everything is wanted.
 *
 * Both dates are asked, because mail that was moved or imported has a later INTERNALDATE than its Date header.
 * `now` in milliseconds: a bound in the future is left away, since servers with WITHIN (RFC 5032) are asked for an age,
 * and an age of nothing is an error there.
 */
export function searchFor(range: DayRange, now: number): SearchObject | undefined {
	const since = range.from === undefined ? undefined : new Date(midnight(range.from) - DAY_MS);
	const before = range.to === undefined ? undefined : new Date(midnight(range.to) + 2 * DAY_MS);
	if (!since && !before) return undefined;
	const arrivedSince = since && new Date(Math.min(since.getTime(), now - DAY_MS));
	const arrivedBefore = before && before.getTime() < now ? before : undefined;
	// Without an end, everything arrived "before" it; the Date header alone must not narrow that down.
	if (!arrivedSince && !arrivedBefore) return undefined;
	return {
		or: [
			{ ...(arrivedSince ? { since: arrivedSince } : {}), ...(arrivedBefore ? { before: arrivedBefore } : {}) },
			{ ...(since ? { sentSince: since } : {}), ...(before ? { sentBefore: before } : {}) },
		],
	};
}

function midnight(day: string): number {
	return Date.parse(`${day}T00:00:00.000Z`);
}
