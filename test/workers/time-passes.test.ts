import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { createLogger } from "../../src/logging.ts";
import { createService, type Service } from "../../src/service.ts";
import { countAlerts } from "../../src/store/alerts.ts";
import { countPending } from "../../src/store/audit-pending.ts";
import { listFindings } from "../../src/store/findings.ts";
import { drainOutbox } from "../../workers/steps/enqueue-waiting.ts";
import { recheckRecent } from "../../workers/steps/judge-waiting.ts";
import { DOMAIN } from "../thornby.ts";
import { CLERK, letter, makePlace, type Place } from "./place.ts";

let here: Place | undefined;
let service: Service | undefined;
afterEach(async () => {
	await service?.stop();
	await here?.remove();
}, 60_000);

const ENQUIRY = [
	`From: Cllr Alan Pell <a.pell@${DOMAIN}>`,
	`To: Jo Marsh <${CLERK}>`,
	"Subject: Lower field",
	"Date: Tue, 3 Mar 2026 10:15:00 +0000",
	`Message-ID: <enquiry@${DOMAIN}>`,
	"Content-Type: text/plain; charset=utf-8",
	"",
	"Jo, when does the lease of the lower field end?",
	"",
];

async function until(condition: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error("it did not happen in time");
		await pause(50);
	}
}

it("an enquiry becomes overdue when its last day ends, without new mail, and is owed one alert", async () => {
	let clock = new Date("2026-03-03T12:00:00Z");
	here = await makePlace();
	await here.deliver("enquiry", ENQUIRY, "");
	await here.deliver("plain", letter("plain", { date: new Date("2026-03-03T11:00:00Z") }));
	service = await createService(here.council, { log: createLogger({ level: "silent" }), now: () => clock });
	await service.start(["ingest", "audit"]);
	await service.settled();
	const { installation } = service;
	const { db } = installation.store;
	const found = async () => (await listFindings(db, { state: "open" })).map(({ finding }) => finding.rule);
	const look = async (): Promise<void> => {
		await recheckRecent(installation);
		await drainOutbox(installation, 0);
		await until(async () => (await countPending(db)) === 0);
	};

	// Ten working days from 3 March end with the 17th.
	clock = new Date("2026-03-17T23:50:00Z");
	await look();
	expect(await found()).toEqual([]);

	clock = new Date("2026-03-18T00:10:00Z");
	await look();
	expect(await found()).toEqual(["enquiry-overdue"]);
	expect(await countAlerts(db)).toMatchObject({ pending: 1 });

	clock = new Date("2026-03-25T09:00:00Z");
	await look();
	expect(await found()).toEqual(["enquiry-overdue"]);
	expect(await countAlerts(db)).toMatchObject({ pending: 1 });
}, 60_000);

it("only what time can change is looked at again", async () => {
	here = await makePlace();
	await here.deliver("enquiry", ENQUIRY, "");
	await here.deliver("plain", letter("plain", { date: new Date("2026-03-03T11:00:00Z") }));
	service = await createService(here.council, {
		log: createLogger({ level: "silent" }),
		now: () => new Date("2026-03-03T12:00:00Z"),
	});
	await service.start(["ingest", "audit"]);
	await service.settled();
	const { installation } = service;
	await recheckRecent(installation);
	expect(await countPending(installation.store.db)).toBe(1);
}, 60_000);
