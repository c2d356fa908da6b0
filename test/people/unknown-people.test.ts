import { expect, test } from "vitest";
import { createRoster } from "../../src/people/roster.ts";
import { unknownPeopleIn } from "../../src/people/unknown-people.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";

const roster = createRoster(THORNBY);
const unknown = (name: string, address: string) => unknownPeopleIn([{ name, address }], "2026-03-02T10:00:00Z", roster);

test("an address on the council's domain that nobody has is unknown", () => {
	expect(unknown("New Person", `New.Person@${DOMAIN}`)).toEqual([
		{ address: `new.person@${DOMAIN}`, kind: "council-domain" },
	]);
});

test.each(["Alan Pell", "Cllr Alan Pell", "Pell, Alan", "PELL, Alan (Cllr)"])(
	"an outside address under the name %s may be a councillor's own",
	(name) => {
		expect(unknown(name, "ap@home.example")).toEqual([
			{ address: "ap@home.example", kind: "namesake", person: "Alan Pell" },
		]);
	},
);

test.each([
	["Alan", "alan@home.example"],
	["A resident", "someone@home.example"],
	["Alan Pell", "alan.pell71@mailbox.example"],
	["", "nobody@home.example"],
])("%s at %s is nobody whom the roster should know", (name, address) => {
	expect(unknown(name, address)).toEqual([]);
});
