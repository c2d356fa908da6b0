import { describe, expect, it } from "vitest";
import { createRoster } from "../../src/people/roster.ts";
import { pseudonyms } from "../../src/store/schema.ts";
import { pseudonymsFor } from "../../src/web/findings/pseudonyms.ts";
import { onEachStore } from "../store/stores.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";

onEachStore((store) => {
	const roster = createRoster(THORNBY);
	const of = async (address: string, register = roster) =>
		(await pseudonymsFor(store().db, register)).of({ as: "copied", address });

	describe("pseudonyms", () => {
		it("are the same for somebody under each of his addresses, and stay when others join and leave", async () => {
			const first = await of(`a.pell@${DOMAIN}`);
			expect(first).toMatch(/^Councillor \d+$/u);
			expect(await of("alan.pell71@mailbox.example")).toBe(first);
			const joined = createRoster({ ...THORNBY, people: THORNBY.people.slice(2).reverse() });
			expect(await of(`a.pell@${DOMAIN}`, joined)).toBe(first);
		});

		it("differ between people, and say of outsiders only that they are", async () => {
			const all = await Promise.all(THORNBY.people.filter(({ shared }) => !shared).map(({ id }) => of(id)));
			expect(new Set(all).size).toBe(all.length);
			expect(await of("v.grumble@mailbox.example")).toBe("Somebody outside the council");
			expect(await of(`office@${DOMAIN}`)).toBe("A council mailbox");
		});

		it("are not numbered in the order of the roster, and what is kept names nobody", async () => {
			await of(`clerk@${DOMAIN}`);
			const rows = await store().db.select().from(pseudonyms);
			expect(Math.max(...rows.map(({ number }) => number))).toBeGreaterThan(rows.length);
			expect(JSON.stringify(rows)).not.toMatch(/thornby|marsh|clerk/iu);
		});

		it("are drawn once where two processes ask at the same time", async () => {
			const both = await Promise.all([pseudonymsFor(store().db, roster), pseudonymsFor(store().db, roster)]);
			const [one, other] = both.map((each) => each.of({ as: "author", address: `clerk@${DOMAIN}` }));
			expect(one).toBe(other);
		});

		it("lead back to the person's addresses only by the pseudonym", async () => {
			const each = await pseudonymsFor(store().db, roster);
			const label = each.of({ as: "author", address: `a.pell@${DOMAIN}` });
			expect(each.addressesOf(label.toLowerCase())).toEqual([`a.pell@${DOMAIN}`, "alan.pell71@mailbox.example"]);
			expect(each.addressesOf("Pell")).toEqual([]);
		});
	});
});
