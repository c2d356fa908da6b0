import { eq } from "./drizzle.ts";
import { type Db, settings } from "./schema.ts";

/** The value stored under a name, or undefined. */
export async function setting(db: Db, key: string): Promise<string | undefined> {
	const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
	return row?.value;
}

/** The value under a name, `fresh()` stored there first where there is none; every process gets the same one. */
export async function settingOr(db: Db, key: string, fresh: () => string): Promise<string> {
	await db.insert(settings).values({ key, value: fresh() }).onConflictDoNothing();
	const value = await setting(db, key);
	if (value === undefined) throw new Error(`setting ${key} vanished`);
	return value;
}

/** Stores a value under a name, over the one before it. */
export async function putSetting(db: Db, key: string, value: string): Promise<void> {
	await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
}
