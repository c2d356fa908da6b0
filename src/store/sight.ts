/** What somebody may see of findings, put to the database. `web/frame/viewer.ts` says who may see what. */
import { textArray } from "./arrays.ts";
import { type SQL, sql } from "./drizzle.ts";
import type { Bearing } from "./findings.ts";

/** Findings of these rows of the conflict table that involve none of these addresses. */
export interface Seeing {
	readonly concerns: readonly Bearing["concern"][];
	/** Lower case. */
	readonly notInvolving: readonly string[];
}

/** Everything, for plain numbers that name nobody. */
export const ALL: Seeing = { concerns: ["clerk-and-chair", "clerk", "chair", "anyone"], notInvolving: [] };

/** A condition on the columns `concern` and `involved` of findings, their outlines, or exempt patterns. */
export function seenBy({ concerns, notInvolving }: Seeing): SQL {
	return sql`(concern = ANY(${textArray(concerns)}) AND NOT (involved && ${textArray(notInvolving)}))`;
}

/** The same for one that was read already. */
export function isSeenBy({ concerns, notInvolving }: Seeing, { involved, concern }: Bearing): boolean {
	return concerns.includes(concern) && !notInvolving.some((address) => involved.includes(address));
}
