/** How an edition writes a count. Pure. */
import { grouped } from "../counted.ts";
import type { PublicCount } from "../small-numbers.ts";

/** The number with its thousands apart, or the words that stand in its place. */
export function countShown(count: PublicCount): string {
	return typeof count === "number" ? grouped(count) : count;
}
