import fc from "fast-check";
import { expect, test } from "vitest";
import {
	afterEnd,
	LONGEST_WAIT_MS,
	PROVEN_AFTER_MS,
	RESTED,
	waitMs,
} from "../../../src/mail/sources/reconnect-backoff.ts";

test("waits double up to the longest wait", () => {
	const waits: number[] = [];
	let backoff = RESTED;
	for (let times = 0; times < 12; times += 1) {
		backoff = afterEnd(backoff, 0);
		waits.push(waitMs(backoff, 1));
	}
	expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
	expect(waits.at(-1)).toBe(LONGEST_WAIT_MS);
});

test("a connection that did not live long enough resets nothing, one that did starts over", () => {
	const tired = { failures: 7 };
	expect(afterEnd(tired, PROVEN_AFTER_MS - 1)).toEqual({ failures: 8 });
	expect(afterEnd(tired, PROVEN_AFTER_MS)).toEqual({ failures: 1 });
});

test("chance spreads a wait by no more than a half, and never beyond the longest", () => {
	fc.assert(
		fc.property(fc.nat(1_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, chance) => {
			const wait = waitMs({ failures }, chance);
			const full = waitMs({ failures }, 1);
			expect(wait).toBeLessThanOrEqual(full);
			expect(wait).toBeGreaterThanOrEqual(Math.floor(full / 2));
			expect(full).toBeLessThanOrEqual(LONGEST_WAIT_MS);
		}),
	);
});
