/** The invented council of the tests and of the rules' pages. */
import type { Protocol } from "../src/config/council.ts";
import type { Person, Register } from "../src/people/person.ts";
import { RULES } from "../src/rules/index.ts";

function person(name: string, address: string, more: Partial<Person> = {}): Person {
	return {
		id: address,
		name,
		role: "councillor",
		offices: [],
		committees: [],
		addresses: [address],
		shared: false,
		...(more.role === "officer" ? {} : { title: "Cllr" }),
		...more,
	};
}

export const DOMAIN = "thornby-pc.example";

export const THORNBY: Register = {
	council: "Thornby Parish Council",
	domains: [DOMAIN],
	timezone: "Europe/London",
	people: [
		person("Jo Marsh", `clerk@${DOMAIN}`, { role: "officer", offices: ["proper-officer"] }),
		person("Rae Dunn", `deputy@${DOMAIN}`, { role: "officer" }),
		person("Sam Tickle", `works@${DOMAIN}`, { role: "officer" }),
		person("Thornby Parish Council", `office@${DOMAIN}`, { role: "officer", shared: true }),
		person("Alan Pell", `a.pell@${DOMAIN}`, {
			addresses: [`a.pell@${DOMAIN}`, "alan.pell71@mailbox.example"],
			group: "Labour",
			committees: ["Amenities"],
		}),
		person("Ruth Voss", `r.voss@${DOMAIN}`, { group: "Conservative", committees: ["Planning"] }),
		person("Dan Hart", `d.hart@${DOMAIN}`, { offices: ["chair"], committees: ["Planning", "Amenities"] }),
		person("Bea Lund", `b.lund@${DOMAIN}`, { offices: ["vice-chair"], group: "Labour" }),
		person("Gareth Lund", `g.lund@${DOMAIN}`, { committees: ["Planning"], from: "2026-02-01" }),
		person("Olive Thripp", `o.thripp@${DOMAIN}`, { to: "2025-12-31" }),
	],
	lists: [
		{ address: `councillors@${DOMAIN}`, name: "All Councillors", members: { kind: "all-councillors" } },
		{ address: `planning@${DOMAIN}`, name: "Planning Committee", members: { kind: "committee", name: "Planning" } },
	],
	authorisedRecipients: [{ name: "Price Law", domain: "pricelaw.example" }],
	complainants: [{ name: "Mr V Grumble", email: "v.grumble@mailbox.example" }],
	spokespeople: [],
};

/** Every rule that is ready, with its own settings. */
export const EVERY_RULE: Protocol = {
	name: "camborne",
	title: "Every rule",
	rules: RULES.map((rule) => ({
		rule: rule.meta.id,
		severity: rule.meta.severity,
		clause: rule.meta.clauses.camborne ?? "",
		settings: {},
	})),
};
