import { expect, it } from "vitest";
import { pruneExemptPatterns } from "../../src/store/exempt-patterns.ts";
import { exemptPatterns } from "../../src/store/schema.ts";
import { noteUnknownPeople, pruneUnknownPeople, unknownPeopleSeen } from "../../src/store/unknown-people.ts";
import { onEachStore } from "./stores.ts";

onEachStore((store) => {
	it("forgets unknown addresses whose last message is older than facts are kept", async () => {
		const { db } = store();
		await noteUnknownPeople(db, [{ address: "old@thornby.example", kind: "council-domain" }], "2026-03-01");
		await noteUnknownPeople(db, [{ address: "new@thornby.example", kind: "council-domain" }], "2026-03-02");
		await pruneUnknownPeople(db, "2026-03-02");
		expect((await unknownPeopleSeen(db, 10)).map(({ address }) => address)).toEqual(["new@thornby.example"]);
	});

	it("forgets exempt patterns that expired or were ended longer ago than findings are kept", async () => {
		const { db } = store();
		const pattern = (id: string, expiresOn: string, endedAt: string | null) => ({
			id,
			rule: "silent-copy",
			pattern: { from: "clerk@thornby.example" },
			reason: "The council resolved it.",
			byEmail: "clerk@thornby.example",
			byName: "The Clerk",
			at: new Date("2025-01-01"),
			expiresOn,
			endedAt: endedAt === null ? null : new Date(endedAt),
		});
		await db
			.insert(exemptPatterns)
			.values([
				pattern("expired", "2026-03-01", null),
				pattern("ended", "2027-03-01", "2026-02-01"),
				pattern("ended-later", "2027-03-01", "2026-04-01"),
				pattern("in-force", "2027-03-01", null),
			]);
		await pruneExemptPatterns(db, "2026-03-02");
		const left = await db.select({ id: exemptPatterns.id }).from(exemptPatterns);
		expect(left.map(({ id }) => id).sort()).toEqual(["ended-later", "in-force"]);
	});
});
