import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { createLogger } from "../../src/logging.ts";
import { createService, type Service } from "../../src/service.ts";
import { coverageOf } from "../../src/store/coverage.ts";
import { listFindings } from "../../src/store/findings.ts";
import { firstBreak, head } from "../../src/store/ledger.ts";
import { DOMAIN } from "../thornby.ts";
import { letter, makePlace, type Place } from "./place.ts";

vi.setConfig({ testTimeout: 60_000 });

const places: Place[] = [];
const services: Service[] = [];
afterEach(async () => {
	for (const service of services.splice(0)) await service.stop();
	for (const place of places.splice(0)) await place.remove();
}, 60_000);

it("forgets facts after a year and findings after two, reads nothing again as new, and keeps the ledger", async () => {
	const here = await makePlace();
	places.push(here);
	await here.deliver("one", letter("one", { bcc: `r.voss@${DOMAIN}`, date: new Date("2026-03-02T10:00:00Z") }));
	const startAt = async (moment: string) => {
		const service = await createService(here.council, {
			log: createLogger({ level: "silent" }),
			now: () => new Date(moment),
		});
		services.push(service);
		await service.start();
		await service.settled();
		return service;
	};
	const kept = async ({ installation: { store } }: Service) => ({
		audited: (await coverageOf(store.db, {})).audited,
		findings: (await listFindings(store.db, { state: "open" })).length,
	});
	const first = await startAt("2026-03-03T09:00:00Z");
	expect(await kept(first)).toEqual({ audited: 1, findings: 2 });
	await first.stop();

	const second = await startAt("2027-03-03T09:00:00Z");
	await vi.waitFor(async () => expect(await kept(second)).toEqual({ audited: 0, findings: 2 }), 20_000);
	await second.stop();

	const third = await startAt("2028-03-04T09:00:00Z");
	await vi.waitFor(async () => expect(await kept(third)).toEqual({ audited: 0, findings: 0 }), 20_000);
	await pause(500);
	expect(await kept(third)).toEqual({ audited: 0, findings: 0 });
	const { db } = third.installation.store;
	expect((await head(db)).sequence).toBeGreaterThan(1);
	expect(await firstBreak(db)).toBeUndefined();
});
