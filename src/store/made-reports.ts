/** Editions of a report that were made for a committee: what each shows is kept, so that it can be rendered again. */
import { desc, eq, lt, sql } from "./drizzle.ts";
import { type Db, madeReports } from "./schema.ts";

export type MadeReport = typeof madeReports.$inferSelect;

/** What is kept under `data`: the content, and whom its findings concern. */
export interface MadeData<Content> {
	readonly content: Content;
	/** Of all findings in it: an edition is opened only for who may see each of them. */
	readonly bearing: { readonly concerns: readonly string[]; readonly involved: readonly string[] };
}

export type MadeOutline = Omit<MadeReport, "data"> & Pick<MadeData<unknown>, "bearing">;

const { id, kind, fromDay, toDay, edition, byEmail, byName, madeAt, sha256 } = madeReports;
const OUTLINE = { id, kind, fromDay, toDay, edition, byEmail, byName, madeAt, sha256 };

/** Call it in the transaction that notes the hash in the ledger. */
export async function keepReport(db: Db, report: MadeReport): Promise<void> {
	await db.insert(madeReports).values(report);
}

/** The newest first; `edition` undefined for both. */
export async function listMadeReports(
	db: Db,
	wanted: MadeReport["edition"] | undefined,
	limit: number,
): Promise<readonly MadeOutline[]> {
	const rows = await db
		.select({ ...OUTLINE, bearing: sql<unknown>`${madeReports.data} -> 'bearing'` })
		.from(madeReports)
		.where(wanted && eq(edition, wanted))
		.orderBy(desc(madeAt), id)
		.limit(limit);
	return rows.map(({ bearing, ...row }) => ({
		...row,
		// pg hands over the parsed value, PGlite under Drizzle may hand over the text.
		bearing: (typeof bearing === "string" ? JSON.parse(bearing) : bearing) as MadeOutline["bearing"],
	}));
}

export async function madeReport(db: Db, wanted: string): Promise<MadeReport | undefined> {
	const [row] = await db.select().from(madeReports).where(eq(id, wanted));
	return row;
}

/** Deletes what was made before the moment; the ledger keeps its hash. */
export async function pruneMadeReports(db: Db, before: Date): Promise<number> {
	return (await db.delete(madeReports).where(lt(madeAt, before)).returning({ id })).length;
}
