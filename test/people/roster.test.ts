import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CouncilList } from "../../src/people/person.ts";
import { createRoster } from "../../src/people/roster.ts";
import { NOON, officer, register, somebody } from "./register.ts";

const amir = somebody("Amir Rahman", { group: "Labour", committees: ["Planning"], offices: ["chair"] });
const beth = somebody("Beth Lowther", { group: "Labour", committees: ["Planning Committee"], offices: ["vice-chair"] });
const carl = somebody("Carl Oduya", {
	group: "Independent",
	at: ["carl.oduya@thornby-pc.example", "carl@private.example"],
	from: "2025-05-05",
	to: "2026-02-28",
});
const clerk = officer("Dora Finch", { offices: ["proper-officer"], at: ["clerk@thornby-pc.example"] });
const desk = officer("Enquiries", { shared: true, at: ["enquiries@thornby-pc.example"] });
const everyone = [amir, beth, carl, clerk, desk];
const planning: CouncilList = {
	address: "planning@thornby-pc.example",
	members: { kind: "committee", name: "planning" },
};
const roster = createRoster(
	register(everyone, {
		lists: [planning],
		authorisedRecipients: [
			{ name: "Monitoring Officer", email: "mo@county.example" },
			{ name: "Solicitor", domain: "law.example" },
		],
		complainants: [
			{ name: "A Moaner", email: "moaner@home.example" },
			{ name: "A Clerk at Law", email: "clerk@law.example" },
		],
	}),
);

describe("an address", () => {
	it("is the person of the roster, whatever its case, brackets or tag", () => {
		for (const written of [
			"clerk@thornby-pc.example",
			" <Clerk@Thornby-PC.Example>",
			"mailto:clerk@thornby-pc.example",
			"clerk+news@thornby-pc.example",
		]) {
			expect(roster.party(written, NOON)).toMatchObject({ kind: "officer", person: clerk, own: false });
		}
	});

	it("is the person's own where it is not on a council domain", () => {
		expect(roster.party("carl@private.example", "2026-02-01T09:00:00Z")).toMatchObject({
			kind: "councillor",
			person: carl,
			own: true,
		});
	});

	it("is a third party with the former councillor named after the last day of office, and before the first", () => {
		for (const at of [NOON, "2025-05-04T12:00:00Z"]) {
			expect(roster.party("carl@private.example", at)).toEqual({
				kind: "third-party",
				address: "carl@private.example",
				complainant: false,
				former: carl,
			});
		}
	});

	it("counts both ends of the term, in the council's zone", () => {
		const kindAt = (at: string) => roster.party("carl@private.example", at).kind;
		expect(kindAt("2026-02-28T23:59:59Z")).toBe("councillor");
		expect(kindAt("2026-03-01T00:00:00Z")).toBe("third-party");
		// British Summer Time: 5 May begins at 23:00 UTC on the 4th.
		expect(kindAt("2025-05-04T22:59:59Z")).toBe("third-party");
		expect(kindAt("2025-05-04T23:00:00Z")).toBe("councillor");
		expect(kindAt("2025-05-05")).toBe("councillor");
	});

	it("on a council domain that nobody knows is a gap of the roster, also on a subdomain", () => {
		expect(roster.party("new.person@thornby-pc.example", NOON).kind).toBe("unknown-council");
		expect(roster.party("scan@printers.thornby-pc.example", NOON).kind).toBe("unknown-council");
		expect(roster.party("x@notthornby-pc.example", NOON).kind).toBe("third-party");
	});

	it("is authorised by its own name, its domain or a subdomain of that", () => {
		for (const address of ["mo@county.example", "j@law.example", "j@london.law.example"]) {
			expect(roster.party(address, NOON).kind).toBe("authorised");
		}
		expect(roster.party("other@county.example", NOON).kind).toBe("third-party");
		expect(roster.party("j@outlaw.example", NOON).kind).toBe("third-party");
	});

	it("of a complainant is flagged, also where his employer's domain is authorised", () => {
		expect(roster.party("Moaner@home.example", NOON)).toMatchObject({ kind: "third-party", complainant: true });
		expect(roster.party("clerk@law.example", NOON)).toMatchObject({ kind: "third-party", complainant: true });
	});

	it("of a list stands for its members in office", () => {
		expect(roster.party("planning@thornby-pc.example", NOON)).toMatchObject({ kind: "list", members: [amir, beth] });
	});

	it("of a mailbox between two officers stays the council's", () => {
		const left = officer("Old Hand", { at: ["works@thornby-pc.example", "old@home.example"], to: "2026-01-31" });
		const after = createRoster(register([left]));
		expect(after.party("works@thornby-pc.example", NOON).kind).toBe("unknown-council");
		expect(after.party("old@home.example", NOON)).toMatchObject({ kind: "third-party", former: left });
	});
});

describe("a person with several entries", () => {
	const councillor = somebody("Gwen Pell", { from: "2021-05-06" });
	const acting = {
		...councillor,
		role: "officer" as const,
		offices: ["proper-officer"],
		from: "2026-06-01",
		to: "2026-06-30",
	};
	const both = createRoster(register([councillor, acting]));

	it("counts as an officer while she acts as one, and as a councillor before and after", () => {
		const at = (day: string) => both.party(councillor.id, `${day}T12:00:00Z`).kind;
		expect([at("2026-05-31"), at("2026-06-01"), at("2026-06-30"), at("2026-07-01")]).toEqual([
			"councillor",
			"officer",
			"officer",
			"councillor",
		]);
	});

	it("is on one side only, on every day", () => {
		expect(both.councillors("2026-06-15")).toEqual([]);
		expect(both.officers("2026-06-15")).toEqual([acting]);
		expect(both.properOfficer("2026-06-15")).toEqual([acting]);
		expect(both.councillors("2026-07-15")).toEqual([councillor]);
		expect(both.properOfficer("2026-07-15")).toEqual([]);
	});

	it("is found by id as of the day", () => {
		expect(both.person(councillor.id, "2026-05-15")).toBe(councillor);
		expect(both.person(councillor.id, "2026-06-15")).toBe(acting);
		expect(both.person("nobody@thornby-pc.example")).toBeUndefined();
	});

	it("is a councillor where she was elected after her time as Clerk, though that entry has no end", () => {
		const elected = createRoster(
			register([
				{ ...councillor, from: "2025-05-01" },
				{ ...councillor, role: "officer", from: "2010-01-01" },
			]),
		);
		expect(elected.party(councillor.id, NOON).kind).toBe("councillor");
	});

	it("is one human being across roles, but two councillors of one name are two", () => {
		const elsewhere = officer("Gwen Pell", { at: ["clerk@thornby-pc.example"] });
		const namesake = somebody("Gwen Pell", { at: ["g.pell@thornby-pc.example"] });
		expect(both.same(councillor, elsewhere)).toBe(true);
		expect(both.same(councillor, acting)).toBe(true);
		expect(both.same(councillor, namesake)).toBe(false);
	});
});

describe("lists", () => {
	it("take committees, groups, councillors, officers and addresses", () => {
		const members = (who: CouncilList["members"]) =>
			roster.members({ address: "l@thornby-pc.example", members: who }, NOON);
		expect(members({ kind: "all-councillors" })).toEqual([amir, beth]);
		expect(members({ kind: "all-officers" })).toEqual([clerk, desk]);
		expect(members({ kind: "group", name: "labour group" })).toEqual([amir, beth]);
		expect(members({ kind: "addresses", addresses: ["CLERK@thornby-pc.example", "x@out.example"] })).toEqual([clerk]);
	});

	it("name the outsiders whom they reach, former councillors included", () => {
		const list: CouncilList = {
			address: "l@thornby-pc.example",
			members: {
				kind: "addresses",
				addresses: ["planning@thornby-pc.example", "X@out.example", "carl@private.example"],
			},
		};
		expect(roster.outsiders(list, NOON)).toEqual(["x@out.example", "carl@private.example"]);
		expect(roster.members(list, NOON)).toEqual([amir, beth]);
	});

	it("that name each other end", () => {
		const a: CouncilList = {
			address: "a@thornby-pc.example",
			members: { kind: "addresses", addresses: ["b@thornby-pc.example", amir.id] },
		};
		const b: CouncilList = {
			address: "b@thornby-pc.example",
			members: { kind: "addresses", addresses: ["a@thornby-pc.example", beth.id] },
		};
		expect(createRoster(register(everyone, { lists: [a, b] })).members(a, NOON)).toEqual([beth, amir]);
	});
});

describe("offices", () => {
	it("fall to the one who stands in where nobody holds them under that name", () => {
		expect(roster.holders("mayor", NOON)).toEqual([amir]);
		expect(roster.holders("Deputy Mayor", NOON)).toEqual([beth]);
		expect(roster.holders("The Chairman", NOON)).toEqual([amir]);
		expect(roster.holders("town clerk", NOON)).toEqual([clerk]);
		expect(roster.holders("leader", NOON)).toEqual([]);
	});

	it("do not fall to the vice-chair where a deputy mayor is listed", () => {
		const deputy = somebody("Ida Quill", { offices: ["deputy-mayor"] });
		expect(createRoster(register([...everyone, deputy])).holders("deputy mayor", NOON)).toEqual([deputy]);
	});
});

describe("groups", () => {
	it("leave out independents unless a list is made for them", () => {
		const at = "2026-02-01T12:00:00Z";
		expect([...roster.groups(at)]).toEqual([["Labour", [amir, beth]]]);
		const list: CouncilList = { address: "ind@thornby-pc.example", members: { kind: "group", name: "Independent" } };
		expect([
			...createRoster(register(everyone, { lists: [list] }))
				.groups(at)
				.keys(),
		]).toEqual(["Labour", "Independent"]);
	});
});

describe("the order of people", () => {
	it("does not change what an address stands for", () => {
		const entries = [...everyone, { ...carl, role: "officer" as const, from: "2026-01-01", to: "2026-01-31" }];
		fc.assert(
			fc.property(
				fc.shuffledSubarray(entries, { minLength: entries.length }),
				fc.constantFrom(...entries.flatMap(({ addresses }) => addresses)),
				fc.date({ min: new Date("2025-04-01"), max: new Date("2026-04-01"), noInvalidDate: true }),
				(shuffled, address, date) => {
					const at = date.toISOString();
					expect(createRoster(register(shuffled)).party(address, at)).toEqual(
						createRoster(register(entries)).party(address, at),
					);
				},
			),
			{ numRuns: 60 },
		);
	});
});
