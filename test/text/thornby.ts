/** An invented council for the tests of what a text says of people. */
import { createRoster } from "../../src/people/roster.ts";
import { officer, register, somebody } from "../people/register.ts";

export const NOON = "2026-03-10T12:00:00Z";

/** Two Finches, an ex-councillor, a Clerk with a deputy; Planning has Ashdown, Brightwell and Anna Finch. */
export const thornby = createRoster(
	register(
		[
			somebody("Ruth Ashdown", { offices: ["chair", "mayor"], committees: ["Planning"], group: "Green" }),
			somebody("Colin Brightwell", { offices: ["vice-chair"], committees: ["Planning", "Finance"] }),
			somebody("Anna Finch", { committees: ["Planning"], group: "Green" }),
			somebody("Tobias Finch", { committees: ["Finance"] }),
			somebody("Niamh O'Hara", { committees: ["Finance"] }),
			somebody("Sian Price-Howell"),
			somebody("Gordon Lisle", { to: "2025-12-31" }),
			officer("Judith Marlow", { offices: ["proper-officer"], at: ["clerk@thornby-pc.example"] }),
			officer("Dean Okoro", { offices: ["deputy-clerk"], at: ["deputy@thornby-pc.example"] }),
			officer("Pete Swann", { title: "Groundsman", at: ["grounds@thornby-pc.example"] }),
		],
		{
			lists: [
				{
					address: "planning@thornby-pc.example",
					name: "Planning Committee",
					members: { kind: "committee", name: "Planning" },
				},
			],
		},
	),
);

/** The councillor's or officer's id before the @, for short expectations. */
export function short(ids: readonly string[]): string[] {
	return ids.map((id) => id.split("@")[0] ?? "").sort();
}
