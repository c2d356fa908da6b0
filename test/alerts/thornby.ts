/** An invented council for the tests of alerts: a Clerk, a deputy, a chair, a vice-chair and some councillors. */

import { type AlertOptions, composeAlert } from "../../src/alerts/compose.ts";
import type { AlertPlan } from "../../src/alerts/group.ts";
import type { Mail } from "../../src/alerts/mail.ts";
import type { Person, Register } from "../../src/people/person.ts";
import { aFinding, LONDON } from "../reports/samples.ts";

export const CLERK = "clerk@thornby.example";
export const DEPUTY = "deputy@thornby.example";
export const OFFICE = "enquiries@thornby.example";
export const CHAIR = "m.garrick@thornby.example";
export const VICE = "o.fennimore@thornby.example";
export const STAFFING = "b.ashdown@thornby.example";
export const COUNCILLOR = "i.penhale@thornby.example";
export const OTHER = "r.tasker@thornby.example";
export const MONITORING = "monitoring.officer@westmarch.example";
export const OUTSIDE = "casework@consultant.example";

function person(id: string, name: string, role: Person["role"], change: Partial<Person> = {}): Person {
	return { id, name, role, offices: [], committees: [], addresses: [id], shared: false, ...change };
}

export const THORNBY: Register = {
	council: "Thornby Parish Council",
	domains: ["thornby.example"],
	timezone: LONDON,
	people: [
		person(CLERK, "Edith Marlow", "officer", {
			offices: ["proper-officer"],
			addresses: [CLERK, "e.marlow@home.example"],
		}),
		person(DEPUTY, "Noel Birch", "officer"),
		person(OFFICE, "Council office", "officer", { shared: true }),
		person(CHAIR, "Maud Garrick", "councillor", { offices: ["chair"] }),
		person(VICE, "Oren Fennimore", "councillor", { offices: ["vice-chair"], group: "Green" }),
		person(STAFFING, "Bea Ashdown", "councillor", {
			offices: ["chair-of-staffing-committee"],
			committees: ["Staffing"],
		}),
		person(COUNCILLOR, "Iris Penhale", "councillor", { addresses: [COUNCILLOR, "iris@penhale.example"] }),
		person(OTHER, "Rowan Tasker", "councillor", { group: "Green" }),
	],
	lists: [{ address: "members@thornby.example", name: "All members", members: { kind: "all-councillors" } }],
	authorisedRecipients: [{ name: "Monitoring Officer, Westmarch Council", email: MONITORING }],
	complainants: [],
	spokespeople: [],
};

export const INSTALLATION_KEY = "a key for tests only";
export const NOW = "2026-06-03T08:00:00Z";

export const OPTIONS: AlertOptions = {
	council: THORNBY.council,
	timezone: LONDON,
	from: { address: "candour@thornby.example", name: "Candour" },
	now: NOW,
	installationKey: INSTALLATION_KEY,
};

export function aPlan(change: Partial<AlertPlan> = {}): AlertPlan {
	return {
		key: "alert-0123456789abcdef",
		findings: [aFinding()],
		to: [
			{ address: CLERK, name: "Edith Marlow (Proper Officer)" },
			{ address: DEPUTY, name: "Noel Birch" },
		],
		mayQuote: true,
		...change,
	};
}

export function aMail(change: Partial<Mail> = {}): Mail {
	return { ...composeAlert(aPlan(), OPTIONS), ...change };
}
