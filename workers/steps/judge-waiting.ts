/** Judges messages that wait, with all that is related to them, and settles what follows in one transaction. */

import { bearingOf } from "../../src/alerts/bearing.ts";
import { alertDueAt, deservesAlert } from "../../src/alerts/settle.ts";
import type { Installation } from "../../src/installation.ts";
import { createLocalDay } from "../../src/people/local-day.ts";
import { jobId } from "../../src/queues/jobs.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { oweAlerts } from "../../src/store/alerts.ts";
import { clearPending, markRecent, type Pending, pendingAmong } from "../../src/store/audit-pending.ts";
import { endExpired, exemptMatching } from "../../src/store/exempt-patterns.ts";
import { type Reconciled, reconcileFindings, type StoredFinding } from "../../src/store/findings.ts";
import { append } from "../../src/store/ledger.ts";
import { type Cluster, loadCluster, revisionsAround } from "../../src/store/related.ts";
import { lockAudit } from "../../src/store/review-state.ts";
import type { Db } from "../../src/store/schema.ts";

/** Free attempts; after them the lock is held while judging, so that busy mailboxes can't put it off for ever. */
const OPTIMISTIC_ATTEMPTS = 3;
const DAY_MS = 86_400_000;
/** Older mail is for reports: nobody is to be startled by the history of a mailbox that was just connected. */
const ALERT_MAIL_AGE_MS = 14 * DAY_MS;
/** Longer than any step that a rule counts, and than most promises of an answer. */
const RECHECK_MAIL_AGE_MS = 60 * DAY_MS;
/** Rules whose judgement changes with nothing but time. */
const RULES_OF_TIME: ReadonlySet<string> = new Set(["enquiry-overdue", "group-briefing"]);

interface OwedAlert {
	readonly findingId: string;
	readonly identity: string;
	readonly dueAt: Date;
}

/** Judges those of the messages that still wait. Called twice, the second time finds nothing to do. */
export async function judgeWaiting(installation: Installation, identities: readonly string[]): Promise<void> {
	const { store, queues, log } = installation;
	for (let attempt = 1; ; attempt++) {
		const pending = await pendingAmong(store.db, identities);
		if (pending.length === 0) return;
		const settled =
			attempt <= OPTIMISTIC_ATTEMPTS
				? await judgeThenLock(installation, pending)
				: await lockThenJudge(installation, pending);
		if (settled === undefined) continue;
		const { raised, reopened, withdrawn } = settled.reconciled;
		if (raised.length + reopened.length + withdrawn.length > 0) {
			const counts = { raised: raised.length, reopened: reopened.length, withdrawn: withdrawn.length };
			log.info(counts, "findings changed");
		}
		for (const { findingId, identity, dueAt } of settled.owed) {
			const delayMs = Math.max(0, dueAt.getTime() - Date.now());
			const id = jobId("message", [findingId, dueAt.getTime()]);
			await queues.alerts
				.add({ kind: "message", identity }, { id, delayMs })
				.catch((error: unknown) => log.warn({ err: error }, "an alert waits for the next sweep"));
		}
		return;
	}
}

/** Puts messages on the list whose judgement may have changed because time went by, and ends patterns that expired. */
export async function recheckRecent({ council, store, now }: Installation): Promise<void> {
	await endExpired(store.db, now(), localDay(council.register.timezone, now()));
	const counting = council.protocol.rules.some(({ rule, severity }) => severity !== "off" && RULES_OF_TIME.has(rule));
	if (!counting) return;
	const from = new Date(now().getTime() - RECHECK_MAIL_AGE_MS).toISOString();
	await markRecent(store.db, from, now());
}

type Settled = { readonly reconciled: Reconciled; readonly owed: readonly OwedAlert[] };

/** Undefined where something changed in between: what was judged is out of date then. */
async function judgeThenLock(installation: Installation, pending: readonly Pending[]): Promise<Settled | undefined> {
	const { db } = installation.store;
	const identities = pending.map(({ identity }) => identity);
	const cluster = await loadCluster(db, identities);
	const judged = judgeAll(installation, cluster);
	return db.transaction(async (tx) => {
		await lockAudit(tx);
		if ((await revisionsAround(tx, identities)) !== cluster.revisions) return undefined;
		return settle(tx, installation, judged, pending);
	});
}

function lockThenJudge(installation: Installation, pending: readonly Pending[]): Promise<Settled> {
	return installation.store.db.transaction(async (tx) => {
		await lockAudit(tx);
		const cluster = await loadCluster(
			tx,
			pending.map(({ identity }) => identity),
		);
		return settle(tx, installation, judgeAll(installation, cluster), pending);
	});
}

function judgeAll({ judge, now }: Installation, cluster: Cluster): ReadonlyMap<string, readonly Finding[]> {
	const asOf = now().toISOString();
	const judged = new Map<string, readonly Finding[]>(cluster.gone.map((identity) => [identity, []]));
	for (const message of cluster.subjects) {
		judged.set(
			message.identity,
			judge(message, () => cluster.relatedTo(message.identity), asOf),
		);
	}
	return judged;
}

function localDay(timezone: string, moment: Date): string {
	return createLocalDay(timezone)(moment.toISOString());
}

async function settle(
	tx: Db,
	{ council, roster, now }: Installation,
	judged: ReadonlyMap<string, readonly Finding[]>,
	pending: readonly Pending[],
): Promise<Settled> {
	const moment = now();
	const because = pending.find((one) => one.because !== undefined)?.because;
	const reconciled = await reconcileFindings(tx, judged, moment, because, (finding) => bearingOf(finding, roster));
	const entries = (["raised", "reopened", "withdrawn"] as const).flatMap((change) =>
		reconciled[change].map(({ finding }) => ({
			kind: `finding.${change}`,
			entry: { id: finding.id, rule: finding.rule, severity: finding.severity },
		})),
	);
	if (entries.length > 0) await append(tx, entries, moment);
	const found = [...reconciled.raised, ...reconciled.reopened];
	const quiet = await exemptMatching(tx, found, moment, localDay(council.register.timezone, moment));
	const owed = owedFor(
		found.filter(({ finding }) => !quiet.has(finding.id)),
		council,
		moment,
	);
	await oweAlerts(tx, owed);
	await clearPending(tx, pending);
	return { reconciled, owed };
}

function owedFor(
	found: readonly StoredFinding[],
	{ alerts, smtp, register }: Installation["council"],
	now: Date,
): readonly OwedAlert[] {
	if (alerts === undefined || smtp === undefined) return [];
	const oldest = new Date(now.getTime() - ALERT_MAIL_AGE_MS).toISOString();
	return found
		.filter(({ finding }) => (finding.since ?? finding.message.date) >= oldest && deservesAlert(finding, alerts))
		.map(({ finding, identity }) => ({
			findingId: finding.id,
			identity,
			dueAt: new Date(alertDueAt(now.toISOString(), alerts, register.timezone)),
		}));
}
