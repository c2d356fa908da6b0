/** How long to wait before the next connection: arithmetic alone, the caller owns clock, chance and timers. */

export const FIRST_WAIT_MS = 1_000;
export const LONGEST_WAIT_MS = 5 * 60_000;
/** A connection that lived shorter was no success: some servers let one in and drop him at once. */
export const PROVEN_AFTER_MS = 5 * 60_000;

export interface Backoff {
	/** Connections in a row that failed or did not live long enough. */
	readonly failures: number;
}

export const RESTED: Backoff = { failures: 0 };

/** After a connection ended that had lived `livedMs` (0: it never came about). */
export function afterEnd(backoff: Backoff, livedMs: number): Backoff {
	return { failures: livedMs >= PROVEN_AFTER_MS ? 1 : backoff.failures + 1 };
}

/** Milliseconds to wait; doubles with each failure. `chance` in [0, 1) spreads many watchers by up to a half. */
export function waitMs(backoff: Backoff, chance: number, firstMs = FIRST_WAIT_MS): number {
	if (backoff.failures === 0) return 0;
	const full = Math.min(LONGEST_WAIT_MS, firstMs * 2 ** Math.min(backoff.failures - 1, 30));
	return Math.round(full * (0.5 + chance / 2));
}
