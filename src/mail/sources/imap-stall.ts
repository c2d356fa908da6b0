/** What to do when the connection breaks at the same place again: a message can make a server, or us, fall over. */

export interface Stall {
	/** The last UID that was settled before the connection broke. */
	readonly after: number;
	/** How often it broke there in a row. */
	readonly times: number;
}

export const NO_STALL: Stall = { after: -1, times: 0 };

const SINGLY_AFTER = 2;
const SKIP_AFTER = 4;

/** The connection broke when everything up to `after` was settled. */
export function brokeAgain(stall: Stall, after: number): Stall {
	return { after, times: stall.after === after ? stall.times + 1 : 1 };
}

/** Go on one by one, so that the culprit is alone. */
export function goSingly(stall: Stall): boolean {
	return stall.times >= SINGLY_AFTER;
}

/** The next message was alone at least twice and it broke each time: set it aside and go on behind it. */
export function setNextAside(stall: Stall): boolean {
	return stall.times >= SKIP_AFTER;
}

export const SET_ASIDE_REASON = "the connection to the mail server broke each time it was fetched";
