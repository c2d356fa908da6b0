/** Runs the audits of a date range that were asked for on the pages: one at a time, the oldest first. */
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Installation } from "../../src/installation.ts";
import { type AuditReport, breachesOf } from "../../src/reports/audit-report.ts";
import {
	type AuditRun,
	endAuditRun,
	giveBackAuditRun,
	releaseAuditRun,
	renewAuditRun,
	takeAuditRun,
} from "../../src/store/audit-runs.ts";
import { append } from "../../src/store/ledger.ts";
import type { RunAnswer, RunTask } from "./run-audit-thread.ts";

export interface RunTimes {
	/** A run whose worker was not heard of for so long is taken up by another. */
	readonly claimMs: number;
	readonly renewEveryMs: number;
}

export const RUN_TIMES: RunTimes = { claimMs: 60_000, renewEveryMs: 1_000 };
/** Facts are not in the heap, findings are: this holds some hundred thousand of them. */
const HEAP_MB = 1_024;
const YOUNG_MB = 12;
const OWN_FAULT = "Candour could not do it. Its log says why; tell your administrator.";

/** Runs what waits, one after the other, until nothing does or `signal` says to stop. Safe to call twice at once. */
export async function runAudits(
	installation: Installation,
	signal: AbortSignal,
	times: RunTimes = RUN_TIMES,
): Promise<void> {
	const { store, now, log } = installation;
	while (!signal.aborted) {
		const moment = now();
		const taken = await takeAuditRun(store.db, moment, new Date(moment.getTime() + times.claimMs));
		if (taken.kind === "none") return;
		if (taken.kind === "given-up") {
			log.error({ run: taken.run.id }, "an audit that was asked for was begun several times and never ended");
			await append(store.db, [{ kind: "audit.failed", entry: { id: taken.run.id } }], now());
			continue;
		}
		await runOne(installation, taken.run, taken.claim, signal, times);
	}
}

type Outcome =
	| { readonly kind: "done"; readonly report: AuditReport }
	| { readonly kind: "failed"; readonly because: string; readonly sentence?: string }
	/** Cancelled on a page, or another worker has it. */
	| { readonly kind: "taken-away" }
	| { readonly kind: "told-to-stop" };

async function runOne(
	installation: Installation,
	run: AuditRun,
	firstClaim: string,
	signal: AbortSignal,
	times: RunTimes,
): Promise<void> {
	const { council, now } = installation;
	const progress: ShownProgress = { step: null, done: 0, total: null };
	const thread = openThread({
		council,
		fromDay: run.fromDay ?? undefined,
		toDay: run.toDay,
		rules: run.rules ?? undefined,
		now: now().toISOString(),
	});
	const keeper = keepClaim(installation, firstClaim, progress, times);
	const outcome = await Promise.race([outcomeOf(thread, progress), keeper.lost, toldToStop(signal)]);
	await thread.terminate();
	await settle(installation, run, await keeper.letGo(), outcome);
}

async function settle(installation: Installation, run: AuditRun, claim: string, outcome: Outcome): Promise<void> {
	const { store, now, log } = installation;
	const { id } = run;
	switch (outcome.kind) {
		case "told-to-stop":
			return giveBackAuditRun(store.db, claim);
		case "taken-away":
			return releaseAuditRun(store.db, claim);
		case "failed":
			log.warn({ run: id, because: outcome.because }, "an audit that was asked for could not be done");
			await store.db.transaction(async (tx) => {
				const error = outcome.sentence ?? OWN_FAULT;
				if (!(await endAuditRun(tx, claim, { state: "failed", error }, now()))) return;
				await append(tx, [{ kind: "audit.failed", entry: { id } }], now());
			});
			return;
		case "done": {
			const { findings, coverage } = outcome.report;
			const entry = { id, messages: coverage.audited, findings: findings.length, breaches: breachesOf(findings) };
			await store.db.transaction(async (tx) => {
				if (!(await endAuditRun(tx, claim, { state: "done", report: outcome.report }, now()))) return;
				await append(tx, [{ kind: "audit.done", entry }], now());
			});
			log.info(entry, "an audit that was asked for is done");
		}
	}
}

type ShownProgress = { step: AuditRun["step"]; done: number; total: number | null };

interface Keeper {
	/** Resolves when the claim is no longer ours. */
	readonly lost: Promise<Outcome>;
	/** Ends the renewing; resolves with the claim as it stands. */
	letGo(): Promise<string>;
}

/** Renews the claim and writes the progress down, until it is let go of or lost. */
function keepClaim({ store, now, log }: Installation, first: string, progress: ShownProgress, times: RunTimes): Keeper {
	const ended = new AbortController();
	let claim = first;
	let loop: Promise<void> = Promise.resolve();
	const lost = new Promise<Outcome>((resolve) => {
		loop = (async () => {
			while (!ended.signal.aborted) {
				await sleep(times.renewEveryMs, undefined, { signal: ended.signal }).catch(() => undefined);
				if (ended.signal.aborted) return;
				try {
					const until = new Date(now().getTime() + times.claimMs);
					const renewed = await renewAuditRun(store.db, claim, until, progress);
					if (renewed === undefined) return resolve({ kind: "taken-away" });
					claim = renewed;
				} catch (error) {
					// The claim lasts for a while; if the database stays away, another worker takes the run up.
					log.warn({ err: error }, "an audit's progress could not be noted");
				}
			}
		})();
	});
	return {
		lost,
		letGo: async () => {
			ended.abort();
			await loop;
			return claim;
		},
	};
}

function openThread(task: RunTask): Worker {
	return new Worker(new URL("./run-audit-thread.ts", import.meta.url), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
	});
}

function outcomeOf(thread: Worker, progress: ShownProgress): Promise<Outcome> {
	return new Promise((resolve) => {
		thread.on("message", (answer: RunAnswer) => {
			if (answer.kind !== "progress") return resolve(answer);
			const { step, done, total = null } = answer.progress;
			Object.assign(progress, { step, done, total });
		});
		thread.on("error", (error) => resolve({ kind: "failed", because: error.name }));
		thread.on("exit", () => resolve({ kind: "failed", because: "its thread ended by itself" }));
	});
}

function toldToStop(signal: AbortSignal): Promise<Outcome> {
	return new Promise((resolve) => {
		const stop = () => resolve({ kind: "told-to-stop" });
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
	});
}
