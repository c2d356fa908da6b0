import { afterAll, beforeAll, expect, it } from "vitest";
import { createLogger } from "../../src/logging.ts";
import { createService, type Service } from "../../src/service.ts";
import { countAlerts } from "../../src/store/alerts.ts";
import { decide } from "../../src/store/decisions.ts";
import { listPage } from "../../src/store/findings-list.ts";
import { ALL } from "../../src/store/sight.ts";
import { DOMAIN } from "../thornby.ts";
import { letter, makePlace, type Place } from "./place.ts";

let place: Place;
let service: Service;
beforeAll(async () => {
	place = await makePlace();
	service = await createService(place.council, { log: createLogger({ level: "silent" }) });
	await service.start(["ingest", "audit"]);
});
afterAll(async () => {
	await service?.stop();
	await place?.remove();
});

/** Findings of one rule, once there are so many. */
async function silentCopies(count: number) {
	for (;;) {
		await service.settled();
		const { db } = service.installation.store;
		const { found, rows } = await listPage(db, ALL, { rule: "silent-copy" }, { number: 1, size: 25 });
		if (found >= count) return rows;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
const owed = async () => Object.values(await countAlerts(service.installation.store.db)).reduce((sum, n) => sum + n, 0);

it("a finding that a pattern covers is raised as exempt and asks for no alert; one that it doesn't cover does", async () => {
	const bcc = `r.voss@${DOMAIN}`;
	await place.deliver("first", letter("first", { bcc }));
	const [first] = await silentCopies(1);
	const { db } = service.installation.store;
	const by = { name: "Jo Marsh", email: `clerk@${DOMAIN}`, sight: ALL };
	const now = new Date();
	for (const { id, review } of (await listPage(db, ALL, {}, { number: 1, size: 25 })).rows) {
		expect(review).toBe("undecided");
		const alike = { from: true, people: true };
		const exempt = { kind: "exempt", reason: "agreed", alike, expiresOn: "2999-12-31" } as const;
		await decide(db, id, exempt, 0, by, { now, today: now.toISOString().slice(0, 10) });
	}
	const before = await owed();
	expect(before).toBeGreaterThan(0);

	await place.deliver("second", letter("second", { bcc }));
	const second = (await silentCopies(2)).find(({ id }) => id !== first?.id);
	expect(second?.review).toBe("exempt");
	expect(await owed()).toBe(before);

	await place.deliver("third", letter("third", { bcc: `b.lund@${DOMAIN}` }));
	const third = (await silentCopies(3)).find(({ id }) => id !== first?.id && id !== second?.id);
	expect(third?.review).toBe("undecided");
	expect(await owed()).toBeGreaterThan(before);
});
