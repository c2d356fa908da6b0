import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Council } from "../../src/config/council.ts";
import { createLogger } from "../../src/logging.ts";
import { createService, type Service, type ServiceOptions } from "../../src/service.ts";
import { countAlerts } from "../../src/store/alerts.ts";
import { coverageOf } from "../../src/store/coverage.ts";
import { listFindings } from "../../src/store/findings.ts";
import { firstBreak } from "../../src/store/ledger.ts";
import { storeBatch } from "../../src/store/messages.ts";
import { freePort } from "../servers/free-port.ts";
import { type Child, startChild } from "../store/children.ts";
import { batchOf, copyAt } from "../store/sample.ts";
import { DOMAIN } from "../thornby.ts";
import { CLERK, letter, makePlace, type Place, placeAt } from "./place.ts";

const SECOND = `r.voss@${DOMAIN}`;
const CHILD = new URL("./child-service.ts", import.meta.url);

const places: Place[] = [];
const services: Service[] = [];
const children: Child[] = [];
afterEach(async () => {
	for (const child of children.splice(0)) await child.kill();
	for (const service of services.splice(0)) await service.stop();
	for (const place of places.splice(0)) await place.remove();
}, 60_000);

async function place(change: Partial<Council> = {}): Promise<Place> {
	const made = await makePlace(change);
	places.push(made);
	return made;
}

async function open({ council }: Place, options: Partial<ServiceOptions> = {}): Promise<Service> {
	const service = await createService(council, { log: createLogger({ level: "silent" }), ...options });
	services.push(service);
	return service;
}

async function until(condition: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error("it did not happen in time");
		await pause(50);
	}
}

/** Those that are alerts: digests are written beside them. */
const alertsOf = (written: readonly string[]) => written.filter((mail) => /^X-Candour: alert/im.test(mail));
const digestsOf = (written: readonly string[]) => written.filter((mail) => /^X-Candour: digest/im.test(mail));

describe("the service", () => {
	it("finds a silent copy in mail that is there and in mail that arrives, and alerts once for each", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		await here.deliver("plain", letter("plain"));
		const service = await open(here);
		await service.start();
		await service.settled();
		const { db } = service.installation.store;
		const rules = async () => (await listFindings(db, { state: "open" })).map(({ finding }) => finding.rule);
		expect(await rules()).toEqual(["missing-copy-footer", "silent-copy"]);
		await until(async () => alertsOf(await here.written()).length === 1);

		await here.deliver("two", letter("two", { bcc: SECOND }));
		await until(async () => (await rules()).length === 4);
		await until(async () => alertsOf(await here.written()).length === 2);
		await pause(500);
		expect(alertsOf(await here.written())).toHaveLength(2);
		expect(await countAlerts(db)).toMatchObject({ pending: 0, failed: 0 });
		expect(await firstBreak(db)).toBeUndefined();
	});

	it("finds nothing new and sends nothing again when it is started again", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		const first = await open(here);
		await first.start();
		await first.settled();
		await until(async () => (await here.written()).length === 1);
		await first.stop();
		const second = await open(here);
		await second.start();
		await second.settled();
		await pause(1_000);
		expect(await here.written()).toHaveLength(1);
		expect(await listFindings(second.installation.store.db, {})).toHaveLength(2);
	});

	it("does not read what the council excludes, and accounts for everything it found", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: "rep@union.example" }));
		await here.deliver("two", letter("two"));
		await here.deliver("three", ["Subject: nothing but this"]);
		const service = await open(here);
		await service.start();
		await service.settled();
		const { audited, excluded, unreadable, notNeeded } = await coverageOf(service.installation.store.db, {});
		expect(excluded).toEqual([{ mailbox: CLERK, folder: "Sent", reason: "union", count: 1 }]);
		expect(audited + unreadable.length + notNeeded + 1).toBe(3);
	});

	it("judges what a crash left stored but not given to the audit", async () => {
		const here = await place();
		const before = await open(here);
		const { store, keysOf } = before.installation;
		const at = { mailbox: CLERK, folder: "Sent", uidValidity: "1", uid: 1 };
		const receipts = [{ address: SECOND, way: "bcc", grade: "certain", where: "Bcc" }] as const;
		const copy = copyAt(at, "left", {
			from: [{ address: `deputy@${DOMAIN}`, name: "Rae Dunn" }],
			to: [{ address: `a.pell@${DOMAIN}`, name: "" }],
			receipts,
		});
		await storeBatch(store.db, batchOf(copy), keysOf, new Date());
		await before.stop();
		const after = await open(here);
		await after.start(["audit"]);
		await until(async () => (await listFindings(after.installation.store.db, {})).length === 2);
	});

	it("startles nobody with alerts on old mail, but has its findings", async () => {
		const here = await place();
		await here.deliver("old", letter("old", { bcc: SECOND, date: new Date(Date.now() - 40 * 86_400_000) }));
		const service = await open(here);
		await service.start();
		await service.settled();
		expect(await listFindings(service.installation.store.db, {})).toHaveLength(2);
		await pause(800);
		expect(alertsOf(await here.written())).toEqual([]);
	});

	it("sends the digest that is due, a day late rather than never, and once", async () => {
		const here = await place();
		// A Wednesday: the week before had ended when there was no Candour yet.
		let clock = new Date("2026-03-04T15:00:00Z");
		const first = await open(here, { now: () => clock });
		await first.start(["reports"]);
		await pause(1_500);
		expect(digestsOf(await here.written())).toEqual([]);
		await first.stop();
		// A Tuesday: Monday 08:00 has passed while nothing ran.
		clock = new Date("2026-03-10T15:00:00Z");
		const service = await open(here, { now: () => clock });
		await service.start(["reports"]);
		await until(async () => digestsOf(await here.written()).length === 1);
		clock = new Date("2026-03-17T09:00:00Z");
		await service.stop();
		const again = await open(here, { now: () => clock });
		await again.start(["reports"]);
		await until(async () => digestsOf(await here.written()).length === 2);
		await again.stop();
		const third = await open(here, { now: () => clock });
		await third.start(["reports"]);
		await pause(1_500);
		expect(digestsOf(await here.written())).toHaveLength(2);
	});

	it("logs no address, subject or word of the mail", async () => {
		const here = await place();
		await here.deliver("canary", letter("canary", { bcc: SECOND }));
		const lines: string[] = [];
		const log = createLogger({ level: "debug", destination: { write: (line: string) => void lines.push(line) } });
		const service = await open(here, { log });
		await service.start();
		await service.settled();
		await until(async () => (await here.written()).length === 1);
		await service.stop();
		const all = lines.join("");
		expect(all).toContain("mail was read");
		expect(all).toContain("an alert was sent");
		for (const word of ["@", "Pell", "Allotment", "gate", "canary"]) expect(all).not.toContain(word);
	});

	it("tells on /health how it does, to this machine alone", async () => {
		const here = await place();
		await here.deliver("one", letter("one"));
		const service = await open(here, { healthPort: await freePort() });
		await service.start();
		await service.settled();
		const url = `http://127.0.0.1:${service.healthPort}/health`;
		const response = await fetch(url);
		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({
			status: "ok",
			store: { kind: "embedded", reachable: true, waitingForAudit: 0 },
			queues: { kind: "embedded", parts: { ingest: true, audit: true, alerts: true, reports: true } },
			sources: expect.arrayContaining([expect.objectContaining({ mailbox: CLERK, folder: "Sent", connected: true })]),
			lastMail: expect.stringMatching(/^\d{4}-/),
			failed: { alerts: 0, jobs: 0 },
		});
		expect((await fetch(url, { method: "POST" })).status).toBe(405);
		expect((await fetch(url.replace("/health", "/"))).status).toBe(404);
	});

	it("calls a mailbox lost that was not reached for more than a day, and one that is missing failed", async () => {
		const here = await place();
		const missing = `office@${DOMAIN}`;
		const mailboxes = [...here.council.mailboxes, { name: missing, journal: false, maildir: "/nothere/at-all" }];
		let clock = new Date();
		const service = await open({ ...here, council: { ...here.council, mailboxes } }, { now: () => clock });
		await service.start(["ingest", "audit"]);
		await service.settled();
		const sources = async () => {
			const health = await service.health();
			return health.sources.map(({ mailbox, connected, lastErrorCode }) => [mailbox, connected, lastErrorCode]);
		};
		const failed = [missing, false, "SOURCE_UNREADABLE"];
		await until(async () => (await sources()).length === 2);
		expect(await sources()).toEqual(expect.arrayContaining([[CLERK, true, undefined], failed]));
		clock = new Date(clock.getTime() + 25 * 3_600_000);
		expect(await sources()).toEqual(expect.arrayContaining([[CLERK, false, undefined], failed]));
		expect((await service.health()).status).toBe("degraded");
	});

	it("refuses a second service on the same storage", async () => {
		const here = await place();
		await open(here);
		await expect(open(here)).rejects.toMatchObject({ code: "STORE_LOCKED" });
	});
});

describe("a service that is killed", () => {
	it("goes on where it was: all mail audited, each finding and each alert once", async () => {
		const here = await place();
		const root = here.council.file.replace(/\/council\.yaml$/, "");
		const count = 150;
		for (let number = 0; number < count; number++) {
			await here.deliver(`n${number}`, letter(`n${number}`, number % 10 === 0 ? { bcc: SECOND } : {}));
		}
		for (const waitLines of [3, 14]) {
			const child = startChild(CHILD, [root]);
			children.push(child);
			await child.lineCount(waitLines);
			await child.kill();
			expect(child.lines).not.toContain("settled");
		}
		const last = startChild(CHILD, [root]);
		children.push(last);
		await last.line("settled");
		await until(async () => alertsOf(await here.written()).length >= count / 10, 30_000);
		last.process.kill("SIGTERM");
		await last.line("stopped");
		expect(alertsOf(await here.written())).toHaveLength(count / 10);

		const { council } = await placeAt(root);
		const service = await open({ ...here, council });
		const { db } = service.installation.store;
		expect((await coverageOf(db, {})).audited).toBe(count);
		expect(await listFindings(db, { state: "open" })).toHaveLength((count / 10) * 2);
		expect(await firstBreak(db)).toBeUndefined();
	}, 120_000);
});
