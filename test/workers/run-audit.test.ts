import { afterEach, beforeEach, expect, test } from "vitest";
import { type Installation, openInstallation } from "../../src/installation.ts";
import { createLogger } from "../../src/logging.ts";
import { askForAudit, auditRun, cancelAuditRun, reportOfRun, takeAuditRun } from "../../src/store/audit-runs.ts";
import { keepReport, madeReport } from "../../src/store/made-reports.ts";
import { createAuditWorker } from "../../workers/audit.ts";
import { prune } from "../../workers/steps/prune.ts";
import { runAudits } from "../../workers/steps/run-audit.ts";
import { DOMAIN } from "../thornby.ts";
import { letter, makePlace, type Place } from "./place.ts";

const QUICK = { claimMs: 60_000, renewEveryMs: 50 };
const CLAIM_MS = 60_000;
const ASKED = { byEmail: `clerk@${DOMAIN}`, byName: "Jo Marsh", toDay: "2026-12-31" };

let place: Place;
let installation: Installation;
let clock: Date;
beforeEach(async () => {
	clock = new Date();
	place = await makePlace();
	installation = await openInstallation(place.council, { log: createLogger({ level: "silent" }), now: () => clock });
	await place.deliver("a", letter("a", { bcc: `r.voss@${DOMAIN}` }));
});
afterEach(async () => {
	await installation.close();
	await place.remove();
});

const db = () => installation.store.db;
const stateOf = async (id: string) => (await auditRun(db(), id))?.state;
const later = (ms: number) => {
	clock = new Date(clock.getTime() + ms);
};
const take = () => takeAuditRun(db(), clock, new Date(clock.getTime() + CLAIM_MS));
const run = () => runAudits(installation, new AbortController().signal, QUICK);

test("a run whose worker died is taken up again when its claim has run out, and not before", async () => {
	await askForAudit(db(), { id: "one", ...ASKED }, clock);
	expect(await take()).toMatchObject({ kind: "taken", run: { id: "one" } });
	await run();
	expect(await stateOf("one")).toBe("running");
	later(CLAIM_MS + 1);
	await run();
	expect(await stateOf("one")).toBe("done");
	expect(await reportOfRun(db(), "one")).toMatchObject({ coverage: { audited: 1 } });
});

test("while one runs, another waits; then the oldest is next", async () => {
	await askForAudit(db(), { id: "one", ...ASKED }, clock);
	later(1);
	await askForAudit(db(), { id: "two", ...ASKED }, clock);
	expect(await take()).toMatchObject({ run: { id: "one" } });
	expect(await take()).toEqual({ kind: "none" });
	later(CLAIM_MS + 1);
	await run();
	expect([await stateOf("one"), await stateOf("two")]).toEqual(["done", "done"]);
});

test("one that ends its worker each time is given up with a sentence", async () => {
	await askForAudit(db(), { id: "one", ...ASKED }, clock);
	for (let times = 0; times < 3; times++) {
		expect(await take()).toMatchObject({ kind: "taken" });
		later(CLAIM_MS + 1);
	}
	await run();
	expect(await auditRun(db(), "one")).toMatchObject({
		state: "failed",
		error: expect.stringContaining("begun 3 times"),
	});
});

test("a worker that is told to stop lets the run wait for the next one", async () => {
	await askForAudit(db(), { id: "one", ...ASKED }, clock);
	const stop = new AbortController();
	const running = runAudits(installation, stop.signal, QUICK);
	await expect.poll(() => stateOf("one")).toBe("running");
	stop.abort();
	await running;
	expect(await stateOf("one")).toBe("waiting");
	await run();
	expect(await stateOf("one")).toBe("done");
});

test("cancelled while it runs, it ends soon, keeps nothing, and lets the next one begin", async () => {
	await askForAudit(db(), { id: "one", ...ASKED }, clock);
	later(1);
	await askForAudit(db(), { id: "two", ...ASKED }, clock);
	const running = run();
	await expect.poll(() => stateOf("one")).toBe("running");
	await cancelAuditRun(db(), "one", clock);
	await running;
	expect([await stateOf("one"), await stateOf("two")]).toEqual(["cancelled", "done"]);
	expect(await reportOfRun(db(), "one")).toBeUndefined();
});

test("what ended long ago is deleted with the findings' retention, what waits is not", async () => {
	await askForAudit(db(), { id: "one", ...ASKED }, clock);
	await run();
	await askForAudit(db(), { id: "two", ...ASKED }, clock);
	const made = { id: "r", kind: "period", fromDay: "2026-03-01", toDay: "2026-03-31", edition: "public" } as const;
	await keepReport(db(), { ...made, byEmail: "", byName: "", madeAt: clock, sha256: "", data: {} });
	later(1_000);
	await prune(installation);
	expect([await stateOf("one"), (await madeReport(db(), "r"))?.id]).toEqual(["done", "r"]);
	later(3 * 366 * 86_400_000);
	await prune(installation);
	expect([await stateOf("one"), await stateOf("two")]).toEqual([undefined, "waiting"]);
	expect(await madeReport(db(), "r")).toBeUndefined();
});

test("the audit worker runs what was put on its queue", { timeout: 60_000 }, async () => {
	const worker = await createAuditWorker(installation);
	try {
		await askForAudit(db(), { id: "one", ...ASKED }, clock);
		await installation.queues.runs.add({ kind: "run", id: "one" }, { id: "run-one" });
		await expect.poll(() => stateOf("one"), { timeout: 30_000 }).toBe("done");
	} finally {
		await worker.stop(5_000);
	}
});
