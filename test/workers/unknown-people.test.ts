import { afterEach, beforeEach, expect, test } from "vitest";
import { createLogger } from "../../src/logging.ts";
import { createService } from "../../src/service.ts";
import { unknownPeopleSeen } from "../../src/store/unknown-people.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";
import { letter, makePlace, type Place } from "./place.ts";

let place: Place;
beforeEach(async () => {
	place = await makePlace();
});
afterEach(() => place.remove());

async function unknownAfterReading(council = place.council) {
	const service = await createService(council, { log: createLogger({ level: "silent" }) });
	try {
		await service.start(["ingest", "audit"]);
		await service.settled();
		return await unknownPeopleSeen(service.installation.store.db, 10);
	} finally {
		await service.stop();
	}
}

test("an address of the council that the roster lacks is listed, until the roster has it", async () => {
	const [first, ...rest] = letter("one", { from: `caretaker@${DOMAIN}` });
	await place.deliver("one", [first ?? "", ...rest]);
	expect(await unknownAfterReading()).toMatchObject([
		{ address: `caretaker@${DOMAIN}`, kind: "council-domain", messages: 1 },
	]);
	const [someone] = THORNBY.people;
	if (someone === undefined) throw new Error("Thornby has nobody");
	const caretaker = { ...someone, id: `caretaker@${DOMAIN}`, addresses: [`caretaker@${DOMAIN}`], offices: [] };
	const register = { ...THORNBY, people: [...THORNBY.people, caretaker] };
	expect(await unknownAfterReading({ ...place.council, register })).toEqual([]);
});
