import { afterEach, expect, it, vi } from "vitest";
import { createLogger } from "../../src/logging.ts";
import { createService, type Service } from "../../src/service.ts";
import { noteFollowed, noteSource, sourceStatesOf } from "../../src/store/coverage.ts";
import { createIngestWorker } from "../../workers/ingest.ts";
import { CLERK, letter, makePlace, type Place } from "./place.ts";

vi.setConfig({ testTimeout: 60_000 });

const places: Place[] = [];
const services: Service[] = [];
afterEach(async () => {
	for (const service of services.splice(0)) await service.stop();
	for (const place of places.splice(0)) await place.remove();
}, 60_000);

async function open(clock: () => Date): Promise<Service> {
	const here = await makePlace();
	places.push(here);
	await here.deliver("one", letter("one"));
	const service = await createService(here.council, { log: createLogger({ level: "silent" }), now: clock });
	services.push(service);
	return service;
}

it("health tells that nobody follows the mailboxes any more, though the last thing they did was well", async () => {
	let clock = new Date("2026-03-03T09:00:00Z");
	const service = await open(() => clock);
	const { db } = service.installation.store;
	const place = { mailbox: CLERK, folder: "Sent" };
	await noteSource(db, place, { kind: "reached", mail: true }, clock);
	expect(await service.health()).toMatchObject({ status: "ok", sources: [{ connected: true }] });
	clock = new Date("2026-03-03T09:06:00Z");
	expect(await service.health()).toMatchObject({ status: "degraded", sources: [{ connected: false }] });
	await noteFollowed(db, [CLERK], clock);
	expect(await service.health()).toMatchObject({ status: "ok", sources: [{ connected: true }] });
});

it("the ingest process notes again and again that it is there, but not of a folder that fails", async () => {
	let clock = new Date("2026-03-03T09:00:00Z");
	const { installation } = await open(() => clock);
	const { db } = installation.store;
	const failing = { mailbox: CLERK, folder: "Archive" };
	await noteSource(db, failing, { kind: "failed", code: "SOURCE_UNREACHABLE" }, clock);
	const ingest = await createIngestWorker(installation, undefined, 50);
	await ingest.caughtUp;
	clock = new Date("2026-03-03T10:00:00Z");
	const seen = async (folder: string) => (await sourceStatesOf(db)).find((state) => state.folder === folder)?.lastSeen;
	await vi.waitFor(async () => expect(await seen("Sent")).toEqual(clock), 10_000);
	expect(await seen("Archive")).toBeUndefined();
	await ingest.stop(5_000);
	clock = new Date("2026-03-03T11:00:00Z");
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(await seen("Sent")).toEqual(new Date("2026-03-03T10:00:00Z"));
});
