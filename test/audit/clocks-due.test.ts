import { afterAll, beforeAll, expect, test } from "vitest";
import { clocksDue } from "../../src/audit/clocks-due.ts";
import { createLogger } from "../../src/logging.ts";
import { createService, type Service } from "../../src/service.ts";
import { DOMAIN } from "../thornby.ts";
import { makePlace, type Place } from "../workers/place.ts";

const NOW = "2026-03-04T12:00:00Z";
let place: Place;
let service: Service;
beforeAll(async () => {
	place = await makePlace();
	await place.deliver(
		"asked",
		[
			`From: Cllr Ruth Voss <r.voss@${DOMAIN}>`,
			`To: Jo Marsh <clerk@${DOMAIN}>`,
			"Subject: Grit bins",
			"Date: Mon, 02 Mar 2026 10:00:00 +0000",
			`Message-ID: <asked@${DOMAIN}>`,
			"",
			"Dear Jo,",
			"could you tell me when the grit bins on Mill Lane will be filled, please?",
			"Ruth",
		],
		"",
	);
	service = await createService(place.council, {
		log: createLogger({ level: "silent" }),
		now: () => new Date(NOW),
	});
	await service.start(["ingest"]);
	await service.installation.store.ping();
	for (let tries = 0; tries < 100; tries += 1) {
		if ((await service.health()).store.waitingForAudit > 0) break;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
});
afterAll(async () => {
	await service.stop();
	await place.remove();
});

const due = (until: string) => {
	const { council, roster, store } = service.installation;
	return clocksDue(store.db, { council, roster, now: NOW, until });
};

test("an enquiry that nobody has answered is due when its period ends", async () => {
	const [clock] = await due("2026-03-31T12:00:00Z");
	expect(clock?.finding.rule).toBe("enquiry-overdue");
	expect(clock?.finding.message.messageId).toBe(`<asked@${DOMAIN}>`);
	expect(clock && clock.due > NOW).toBe(true);
});

test("before its period ends nothing is said of it", async () => {
	expect(await due("2026-03-04T13:00:00Z")).toEqual([]);
});
