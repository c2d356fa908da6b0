/** What every backend of the queues must do, on real servers. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { StorageConfig } from "../../src/config/council.ts";
import { CandourError } from "../../src/errors.ts";
import { type Backend, openBackend } from "../../src/queues/backends.ts";
import { type JobOf, jobId } from "../../src/queues/jobs.ts";
import { type JobQueue, openQueue } from "../../src/queues/queue.ts";
import { type RunningWorker, startWorker } from "../../src/queues/worker.ts";
import { sql } from "../../src/store/drizzle.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { rowsOf } from "../../src/store/rows.ts";
import { type Child, startChild } from "../store/children.ts";
import { TEST_TIMES } from "./effects.ts";

export interface QueuePlace {
	readonly storage: StorageConfig;
	/** Ends the queue's server and starts it again with its data; absent where there is none. */
	restart?(): Promise<void>;
	remove(): Promise<void>;
}

const CHILD = new URL("./child-worker.ts", import.meta.url);
const JOBS = 120;

type Audit = JobOf<"audit">;
const judge = (...identities: readonly string[]): Audit => ({ kind: "judge", identities });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(condition: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error("it did not happen in time");
		await pause(20);
	}
}

export function conformance(
	name: string,
	makePlace: () => Promise<QueuePlace>,
	/** `inProcess`: there is no server that could be restarted; what a restart comes to there is the killed worker's test. */
	{ inProcess = false }: { readonly inProcess?: boolean } = {},
): void {
	describe(`a queue on ${name}`, () => {
		let place: QueuePlace;
		let store: Store;
		let backend: Backend;
		let queue: JobQueue<"audit">;
		const workers: RunningWorker[] = [];
		const failures: { because: string; last: boolean }[] = [];

		const open = async () => {
			store = await openStore(place.storage);
			backend = await openBackend(place.storage, store.engine);
			queue = openQueue(backend, "audit", () => undefined);
		};
		const close = async () => {
			for (const worker of workers.splice(0)) await worker.stop(2_000);
			await queue.close();
			await backend.close();
			await store.close();
		};
		const work = (handle: (job: Audit) => Promise<void>, concurrency = 1): RunningWorker => {
			const events = {
				onError: () => undefined,
				onFailed: (job: { because: string; last: boolean }) => void failures.push(job),
				onDead: () => undefined,
			};
			const worker = startWorker(backend, "audit", handle, events, { concurrency, times: TEST_TIMES });
			workers.push(worker);
			return worker;
		};
		beforeAll(async () => {
			place = await makePlace();
			await open();
		}, 120_000);
		afterEach(async () => {
			for (const worker of workers.splice(0)) await worker.stop(2_000);
			const raw = backend.queue("audit", {});
			raw.on("error", () => undefined);
			await raw.obliterate({ force: true });
			await raw.close();
			failures.length = 0;
		});
		afterAll(async () => {
			await close();
			await place?.remove();
		}, 60_000);

		it("hands each job to the worker, with its data", async () => {
			const seen: Audit[] = [];
			work(async (job) => void seen.push(job));
			await queue.add(judge("m_1", "m_2"), { id: jobId("judge", [1]) });
			await until(() => seen.length > 0);
			expect(seen).toEqual([judge("m_1", "m_2")]);
		});

		it("wakes an idle worker at once", async () => {
			let done = 0;
			const worker = work(async () => {
				done = Date.now();
			});
			await worker.ready();
			await pause(300);
			const added = Date.now();
			await queue.add(judge("m_1"), { id: jobId("judge", [1]) });
			await until(() => done > 0);
			expect(done - added).toBeLessThan(2_000);
		});

		it("adds a job once under one id, also when it was done already", async () => {
			let runs = 0;
			await queue.add(judge("m_1"), { id: jobId("judge", ["same"]) });
			await queue.add(judge("m_1"), { id: jobId("judge", ["same"]) });
			work(async () => void runs++);
			await until(() => runs > 0);
			await pause(300);
			await queue.add(judge("m_1"), { id: jobId("judge", ["same"]) });
			await queue.add(judge("m_2"), { id: jobId("judge", ["other"]) });
			await until(() => runs > 1);
			await pause(200);
			expect(runs).toBe(2);
		});

		it("tries again after a passing error, a little later, until it goes through", async () => {
			const at: number[] = [];
			work(async () => {
				at.push(Date.now());
				if (at.length < 3) throw new CandourError("STORE_UNREACHABLE", "away", { remedy: "wait", transient: true });
			});
			await queue.add(judge("m_1"), { id: jobId("judge", [1]) });
			await until(() => at.length === 3);
			const [first = 0, second = 0, third = 0] = at;
			expect(second - first).toBeGreaterThan(700);
			expect(third - second).toBeGreaterThan(second - first);
			expect(failures.map(({ last }) => last)).toEqual([false, false]);
			expect((await queue.counts()).failed).toBe(0);
		});

		it("sets a job with a lasting error aside at once, and lists it without a word of the message", async () => {
			work(async () => {
				throw new CandourError("DELIVERY_REFUSED", "refused for j.oakes@thornby.example", { remedy: "-" });
			});
			await queue.add(judge("m_1"), { id: jobId("judge", [1]) });
			await until(async () => (await queue.counts()).failed === 1);
			const [failed] = await queue.failed(10);
			expect(failed).toMatchObject({ queue: "audit", kind: "judge", because: "DELIVERY_REFUSED", attempts: 1 });
			expect(failed?.failedAt).toBeInstanceOf(Date);
		});

		it("keeps no word of an unforeseen error, which may quote mail", async () => {
			work(async () => {
				throw new TypeError("cannot read j.oakes@thornby.example");
			});
			await queue.add(judge("m_1"), { id: jobId("judge", [1]) });
			await until(() => failures.length > 0);
			expect(failures[0]).toMatchObject({ because: "TypeError", last: false });
		});

		it("holds a delayed job back for as long as asked, not longer", async () => {
			let done = 0;
			work(async () => {
				done = Date.now();
			});
			const added = Date.now();
			await queue.add(judge("m_1"), { id: jobId("judge", [1]), delayMs: 1_500 });
			await until(() => done > 0);
			expect(done - added).toBeGreaterThanOrEqual(1_450);
			expect(done - added).toBeLessThan(5_000);
		});

		it("repeats a scheduled job, once however often it is set up", async () => {
			const runs: number[] = [];
			for (let time = 0; time < 3; time++) await queue.schedule("drain", { kind: "drain" }, { everyMs: 1_000 });
			work(async () => void runs.push(Date.now()));
			const start = Date.now();
			await until(() => runs.length >= 3);
			expect(Date.now() - start).toBeGreaterThan(1_500);
			expect(runs.length).toBeLessThanOrEqual(4);
		});

		it("counts a schedule's hours in the council's zone, summer time or not", async () => {
			const raw = backend.queue("audit", {});
			raw.on("error", () => undefined);
			const pattern = { pattern: "0 8 * * 1", timezone: "Europe/London" };
			await queue.schedule("weekly", { kind: "drain" }, pattern);
			const scheduler = await raw.getJobScheduler("weekly");
			const local = new Intl.DateTimeFormat("en-GB", {
				timeZone: "Europe/London",
				weekday: "short",
				hour: "2-digit",
				minute: "2-digit",
			}).format(new Date(scheduler?.next ?? 0));
			expect(local).toMatch(/Mon.*08:00/);
			await raw.close();
		});

		it("does several jobs side by side, but no more than allowed", async () => {
			let now = 0;
			let most = 0;
			let done = 0;
			for (let number = 0; number < 12; number++) await queue.add(judge("m"), { id: jobId("judge", [number]) });
			work(async () => {
				most = Math.max(most, ++now);
				await pause(40);
				now--;
				done++;
			}, 3);
			await until(() => done === 12);
			expect(most).toBe(3);
		});

		it("lets a job in hand end when it is stopped, and leaves the rest", async () => {
			let started = 0;
			let ended = 0;
			for (let number = 0; number < 5; number++) await queue.add(judge("m"), { id: jobId("judge", [number]) });
			const worker = work(async () => {
				started++;
				await pause(400);
				ended++;
			});
			await until(() => started === 1);
			await worker.stop(5_000);
			expect(ended).toBe(started);
			expect(ended).toBeLessThan(5);
			expect((await queue.counts()).waiting).toBe(5 - ended);
		});

		it("stops in time although a job hangs, and the job is done by another worker", async () => {
			let hung = false;
			const first = work(async () => {
				hung = true;
				await pause(600_000);
			});
			await queue.add(judge("m_1"), { id: jobId("judge", [1]) });
			await until(() => hung);
			const asked = Date.now();
			await first.stop(500);
			expect(Date.now() - asked).toBeLessThan(4_000);
			let done = false;
			work(async () => {
				done = true;
			});
			await until(() => done, 30_000);
		}, 60_000);

		it("says so when a worker ends by itself, and not when it was asked to", async () => {
			const inner: { close(): Promise<void> }[] = [];
			const spied: Backend = {
				...backend,
				worker: (...args) => {
					const worker = backend.worker(...args);
					inner.push(worker);
					return worker;
				},
			};
			let deaths = 0;
			const events = { onError: () => undefined, onFailed: () => undefined, onDead: () => void deaths++ };
			const start = () => startWorker(spied, "audit", async () => undefined, events, { times: TEST_TIMES });
			const asked = start();
			await asked.ready();
			await asked.stop(1_000);
			expect(deaths).toBe(0);
			const died = start();
			await died.ready();
			await inner[1]?.close();
			expect(deaths).toBe(1);
			await died.stop(1_000);
			expect(deaths).toBe(1);
		});

		const itWithServer = (title: string, run: () => Promise<void>, limitMs: number): void => {
			if (!inProcess) it(title, run, limitMs);
		};
		itWithServer(
			"goes on after its server was restarted, and keeps the jobs that waited",
			async () => {
				const { restart } = place;
				if (restart === undefined) throw new Error("a place with a server must be able to restart it");
				const done = new Set<string>();
				work(async (job) => void (job.kind === "judge" && done.add(job.identities[0] ?? "")));
				await queue.add(judge("m_delayed"), { id: jobId("judge", ["delayed"]), delayMs: 3_000 });
				await queue.add(judge("m_before"), { id: jobId("judge", ["before"]) });
				await until(() => done.has("m_before"));
				await restart();
				await until(async () => {
					try {
						await queue.add(judge("m_after"), { id: jobId("judge", ["after"]) });
						return true;
					} catch {
						return false;
					}
				});
				await until(() => done.size === 3, 60_000);
			},
			90_000,
		);

		it("loses no job and repeats no effect when its worker is killed, again and again", async () => {
			await close();
			const children: Child[] = [];
			const acknowledged = new Set<string>();
			const run = (first: number, last: number) => {
				const child = startChild(CHILD, [JSON.stringify(place.storage), `${first}`, `${last}`]);
				children.push(child);
				return child;
			};
			try {
				let next = 1;
				for (let round = 0; round < 3; round++) {
					const child = run(next, JOBS);
					await child.line("added");
					await child.lineCount(40 + 25 * round);
					await child.kill();
					for (const line of child.lines) if (line.startsWith("added ")) acknowledged.add(line.slice(6));
					next = Math.max(0, ...[...acknowledged].map(Number)) + 1;
				}
				const last = run(next, JOBS);
				await last.line("all added");
				for (let number = 1; number <= JOBS; number++) acknowledged.add(`${number}`);
				const done = () =>
					new Set(children.flatMap(({ lines }) => lines.filter((line) => line.startsWith("done ")))).size;
				// A job whose effect was done and whose "done" was not written is done again, and says so then.
				await until(() => done() >= JOBS, 60_000);
				await last.kill();
			} finally {
				for (const child of children) await child.kill();
				await open();
			}
			const effects = rowsOf<{ id: string; times: number }>(
				await store.db.execute(
					sql`SELECT entry->>'id' AS id, count(*)::int AS times FROM candour.ledger GROUP BY entry->>'id'`,
				),
			);
			expect(effects.map(({ id }) => id).sort()).toEqual([...acknowledged].map((number) => `f_m_${number}`).sort());
			expect(effects.filter(({ times }) => times !== 1)).toEqual([]);
		}, 150_000);
	});
}
