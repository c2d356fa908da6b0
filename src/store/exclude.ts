/** Removing what the configuration excludes now and did not when it was read. */
import type { MessageFacts } from "../facts/facts.ts";
import type { Finding } from "../rules/rule.ts";
import { markPending } from "./audit-pending.ts";
import { countPassedOver, type PassedOver, placeOf } from "./coverage.ts";
import { asc, eq, gt, inArray, sql } from "./drizzle.ts";
import { append } from "./ledger.ts";
import { concernedBy, removeKeys } from "./relation-keys.ts";
import { alerts, auditPending, copies, type Db, decisions, findings, messageFacts } from "./schema.ts";

const MESSAGES_A_STEP = 500;

/** Says why a stored message or finding is excluded in a folder, or undefined. */
export interface Excluding {
	message(facts: MessageFacts, folder: string): string | undefined;
	finding(finding: Finding): string | undefined;
}

/**
 * Removes facts, places and findings of mail that is excluded now; its copies are counted as excluded, related mail
 * waits for the audit with the reason. A message with copies in other folders too loses only those excluded.
 * @returns how many messages were removed
 */
export async function removeExcluded(db: Db, excluding: Excluding, because: string, now: Date): Promise<number> {
	let removed = 0;
	for (let after = 0; ; ) {
		const rows = await db
			.select()
			.from(messageFacts)
			.where(gt(messageFacts.number, after))
			.orderBy(asc(messageFacts.number))
			.limit(MESSAGES_A_STEP);
		const last = rows.at(-1);
		if (last === undefined) break;
		after = last.number;
		removed += await db.transaction((tx) => removeAmong(tx, rows, excluding, because, now));
	}
	await removeFindingsAlone(db, excluding, now);
	return removed;
}

async function removeAmong(
	tx: Db,
	rows: readonly (typeof messageFacts.$inferSelect)[],
	excluding: Excluding,
	because: string,
	now: Date,
): Promise<number> {
	const identities = rows.map(({ identity }) => identity);
	const places = Map.groupBy(
		await tx.select().from(copies).where(inArray(copies.identity, identities)),
		({ identity }) => identity,
	);
	const gone: (typeof rows)[number][] = [];
	const lessened: string[] = [];
	const locations: string[] = [];
	const passed: PassedOver[] = [];
	for (const row of rows) {
		const lying = places.get(row.identity) ?? [];
		const judged = lying.map((copy) => ({ copy, excluded: excluding.message(row.facts, copy.folder) }));
		const out = judged.flatMap(({ copy, excluded }) => (excluded === undefined ? [] : [{ copy, excluded }]));
		if (out.length === 0) continue;
		for (const { copy, excluded } of out) {
			locations.push(copy.location);
			passed.push({ at: placeOf(copy), excluded });
		}
		if (out.length === lying.length) {
			gone.push(row);
			continue;
		}
		const folders = new Set(out.map(({ copy }) => JSON.stringify([copy.mailbox, copy.folder])));
		const at = row.facts.at.filter(({ mailbox, folder }) => !folders.has(JSON.stringify([mailbox, folder])));
		await tx
			.update(messageFacts)
			.set({ facts: { ...row.facts, at }, revision: sql`nextval('candour.revision')` })
			.where(eq(messageFacts.identity, row.identity));
		lessened.push(row.identity);
	}
	if (locations.length === 0) return 0;
	await tx.delete(copies).where(inArray(copies.location, locations));
	await countPassedOver(tx, passed, now);
	const related = await forget(tx, gone);
	const left = gone.map(({ identity }) => identity);
	const dropped = await tx
		.delete(findings)
		.where(inArray(findings.identity, left))
		.returning({ id: findings.id, rule: findings.rule, severity: findings.severity });
	await tx.delete(alerts).where(inArray(alerts.identity, left));
	await forgetDecisions(
		tx,
		dropped.map(({ id }) => id),
	);
	await noteRemoved(tx, dropped, now);
	await markPending(tx, [...related, ...lessened], now, because);
	return gone.length;
}

/** Takes messages' facts, places and keys away. @returns identities of those that were related to them */
export async function forget(
	tx: Db,
	rows: readonly { readonly identity: string; readonly number: number; readonly keys: readonly number[] }[],
): Promise<readonly string[]> {
	if (rows.length === 0) return [];
	const identities = rows.map(({ identity }) => identity);
	const lost = rows.flatMap(({ keys, number }) => keys.map((key) => ({ key, message: number })));
	await removeKeys(tx, lost);
	await tx.delete(copies).where(inArray(copies.identity, identities));
	await tx.delete(auditPending).where(inArray(auditPending.identity, identities));
	await tx.delete(messageFacts).where(inArray(messageFacts.identity, identities));
	return concernedBy(tx, { lost: new Set(lost.map(({ key }) => key)), gained: new Map() });
}

/** Findings of mail whose facts are gone already. */
async function removeFindingsAlone(db: Db, excluding: Excluding, now: Date): Promise<void> {
	const rows = await db
		.select({ id: findings.id, rule: findings.rule, severity: findings.severity, finding: findings.finding })
		.from(findings)
		.where(sql`NOT EXISTS (SELECT 1 FROM candour.message_facts AS kept WHERE kept.identity = ${findings.identity})`);
	const out = rows.filter(({ finding }) => excluding.finding(finding) !== undefined);
	if (out.length === 0) return;
	const ids = out.map(({ id }) => id);
	await db.transaction(async (tx) => {
		await tx.delete(findings).where(inArray(findings.id, ids));
		await tx.delete(alerts).where(inArray(alerts.key, ids));
		await forgetDecisions(tx, ids);
		await noteRemoved(tx, out, now);
	});
}

async function forgetDecisions(tx: Db, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await tx.delete(decisions).where(inArray(decisions.findingId, [...ids]));
}

async function noteRemoved(
	tx: Db,
	removed: readonly { readonly id: string; readonly rule: string; readonly severity: string }[],
	now: Date,
): Promise<void> {
	const entries = removed.map(({ id, rule, severity }) => ({
		kind: "finding.excluded",
		entry: { id, rule, severity },
	}));
	if (entries.length > 0) await append(tx, entries, now);
}
