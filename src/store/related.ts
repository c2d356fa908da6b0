/** Messages that share a relation key, and all that judging some messages takes. */

import type { MessageFacts } from "../facts/facts.ts";
import { bigintArray, textArray } from "./arrays.ts";
import { sql } from "./drizzle.ts";
import { holdersOf } from "./relation-keys.ts";
import { type Db, messageFacts } from "./schema.ts";

/**
 * `subjects` are the messages asked for and those related to them, whose findings may change with them; `relatedTo`
 * gives a subject's own neighbours without itself. Oldest first throughout.
 */
export interface Cluster {
	readonly subjects: readonly MessageFacts[];
	/** Asked for and not stored (any more): their findings have lost their ground. */
	readonly gone: readonly string[];
	relatedTo(identity: string): readonly MessageFacts[];
	/** What was read, at which revision: compare with `revisionsAround` before anything is written. */
	readonly revisions: string;
}

/** The facts of messages, oldest first; those not stored are left out. */
export async function factsOf(db: Db, identities: readonly string[]): Promise<readonly MessageFacts[]> {
	const rows = await db
		.select({ facts: messageFacts.facts })
		.from(messageFacts)
		.where(sql`${messageFacts.identity} = ANY(${textArray(identities)})`);
	return rows.map(({ facts }) => facts).sort(oldestFirst);
}

/** Loads what judging the messages takes: them, the related ones, and the ones related to those. */
export async function loadCluster(db: Db, identities: readonly string[]): Promise<Cluster> {
	const around = await findAround(db, identities);
	const rows = await db
		.select({ number: messageFacts.number, facts: messageFacts.facts })
		.from(messageFacts)
		.where(sql`${messageFacts.number} = ANY(${bigintArray(around.numbers)})`);
	const byNumber = new Map(rows.map(({ number, facts }) => [number, facts]));
	const present = (numbers: Iterable<number>) =>
		[...numbers].flatMap((number) => byNumber.get(number) ?? []).sort(oldestFirst);
	return {
		subjects: present(around.subjects.values()),
		gone: identities.filter((identity) => !around.subjects.has(identity)).sort(),
		relatedTo: (identity) => {
			const number = around.subjects.get(identity);
			return number === undefined ? [] : present(around.neighbours.get(number) ?? []);
		},
		revisions: around.revisions,
	};
}

/** The revisions that `loadCluster` would read now; anything else than the cluster's own means: judge again. */
export async function revisionsAround(db: Db, identities: readonly string[]): Promise<string> {
	return (await findAround(db, identities)).revisions;
}

interface Around {
	/** Identity to row number. */
	readonly subjects: ReadonlyMap<string, number>;
	readonly neighbours: ReadonlyMap<number, ReadonlySet<number>>;
	/** Of subjects and neighbours. */
	readonly numbers: ReadonlySet<number>;
	readonly revisions: string;
}

async function findAround(db: Db, identities: readonly string[]): Promise<Around> {
	const asked = await outlines(db, sql`${messageFacts.identity} = ANY(${textArray(identities)})`);
	const first = await holdersOf(db, keysOf(asked));
	const numbersOfSubjects = new Set([...asked.map(({ number }) => number), ...[...first.values()].flat()]);
	const subjects = await outlines(db, sql`${messageFacts.number} = ANY(${bigintArray(numbersOfSubjects)})`);
	const holders = await holdersOf(db, keysOf(subjects));
	const neighbours = new Map<number, ReadonlySet<number>>();
	const numbers = new Set(numbersOfSubjects);
	for (const { number, keys } of subjects) {
		const own = new Set(keys.flatMap((key) => holders.get(key) ?? []));
		own.delete(number);
		neighbours.set(number, own);
		for (const other of own) numbers.add(other);
	}
	const others = [...numbers].filter((number) => !numbersOfSubjects.has(number));
	const outer = await outlines(db, sql`${messageFacts.number} = ANY(${bigintArray(others)})`);
	const revisions = [...subjects, ...outer].map(({ number, revision }) => `${number}:${revision}`);
	return {
		subjects: new Map(subjects.map(({ identity, number }) => [identity, number])),
		neighbours,
		numbers,
		revisions: revisions.sort().join(" "),
	};
}

function outlines(db: Db, which: ReturnType<typeof sql>) {
	const { identity, number, keys, revision } = messageFacts;
	return db.select({ identity, number, keys, revision }).from(messageFacts).where(which);
}

function keysOf(rows: readonly { readonly keys: readonly number[] }[]): ReadonlySet<number> {
	return new Set(rows.flatMap(({ keys }) => keys));
}

function oldestFirst(one: MessageFacts, other: MessageFacts): number {
	if (one.date !== other.date) return one.date < other.date ? -1 : 1;
	return one.identity < other.identity ? -1 : 1;
}
