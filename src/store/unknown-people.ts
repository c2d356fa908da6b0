/** Addresses that the roster lacks, as they are come across. */
import type { UnknownPerson } from "../people/unknown-people.ts";
import { desc, eq, lt, sql } from "./drizzle.ts";
import { type Db, unknownPeople } from "./schema.ts";
import { storableText } from "./storable.ts";

export interface CountedUnknown extends UnknownPerson {
	readonly messages: number;
	/** `2026-03-02`, the day of the newest of those messages. */
	readonly lastDay: string;
}

/** Counts one more message for each. @param day of the message, `2026-03-02` */
export async function noteUnknownPeople(db: Db, seen: readonly UnknownPerson[], day: string): Promise<void> {
	for (const { address, kind, person = null } of seen) {
		await db
			.insert(unknownPeople)
			.values({ address: storableText(address), kind, person, messages: 1, lastDay: day })
			.onConflictDoUpdate({
				target: unknownPeople.address,
				set: {
					kind,
					person,
					messages: sql`${unknownPeople.messages} + 1`,
					lastDay: sql`greatest(${unknownPeople.lastDay}, ${day})`,
				},
			});
	}
}

/** The most frequent first. */
export async function unknownPeopleSeen(db: Db, limit: number): Promise<readonly CountedUnknown[]> {
	const rows = await db
		.select()
		.from(unknownPeople)
		.orderBy(desc(unknownPeople.messages), unknownPeople.address)
		.limit(limit);
	return rows.map(({ person, ...row }) => ({ ...row, ...(person === null ? {} : { person }) }));
}

/** Takes those off the list whom the roster knows by now. */
export async function forgetKnown(db: Db, isKnown: (address: string) => boolean): Promise<void> {
	const rows = await db.select({ address: unknownPeople.address }).from(unknownPeople);
	for (const { address } of rows) {
		if (isKnown(address)) await db.delete(unknownPeople).where(eq(unknownPeople.address, address));
	}
}

/** Deletes those whose last message is dated before the day, `2026-03-02`. */
export async function pruneUnknownPeople(db: Db, before: string): Promise<void> {
	await db.delete(unknownPeople).where(lt(unknownPeople.lastDay, before));
}
