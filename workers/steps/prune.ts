/** Deletes what is older than the council keeps it. The ledger, which holds neither names nor words, is never touched. */
import { DateTime, Duration } from "luxon";
import type { Installation } from "../../src/installation.ts";
import { pruneAuditRuns } from "../../src/store/audit-runs.ts";
import { pruneExemptPatterns } from "../../src/store/exempt-patterns.ts";
import { pruneMadeReports } from "../../src/store/made-reports.ts";
import { pruneFacts, pruneFindings, pruneSignIns } from "../../src/store/retention.ts";
import { pruneUnknownPeople } from "../../src/store/unknown-people.ts";

/** A transaction's worth: the pages and the audit go on in between. */
const PRUNED_AT_ONCE = 500;
const DAY_LENGTH = "2026-03-02".length;

export async function prune({ council, store, now, log }: Installation): Promise<void> {
	const { retention, register } = council;
	const moment = DateTime.fromJSDate(now(), { zone: register.timezone });
	// From the day's beginning, as mailboxes are read: what is read is not deleted at once.
	const kept = (duration: string) => moment.startOf("day").minus(Duration.fromISO(duration)).toJSDate();
	const factsFrom = kept(retention.facts).toISOString();
	const findingsFrom = kept(retention.findings);
	const messages = await untilNone(() => pruneFacts(store.db, factsFrom, PRUNED_AT_ONCE));
	const findings = await untilNone(() => pruneFindings(store.db, findingsFrom, PRUNED_AT_ONCE));
	await pruneSignIns(store.db, now());
	await pruneUnknownPeople(store.db, factsFrom.slice(0, DAY_LENGTH));
	await pruneExemptPatterns(store.db, findingsFrom.toISOString().slice(0, DAY_LENGTH));
	// They hold findings with their words, so that they are kept no longer than those.
	const reports = (await pruneAuditRuns(store.db, findingsFrom)) + (await pruneMadeReports(store.db, findingsFrom));
	if (messages + findings + reports === 0) return;
	log.info({ messages, findings, reports }, "what was kept long enough was deleted");
}

async function untilNone(step: () => Promise<number>): Promise<number> {
	let sum = 0;
	for (;;) {
		const count = await step();
		sum += count;
		if (count < PRUNED_AT_ONCE) return sum;
	}
}
