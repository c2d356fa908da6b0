import fc from "fast-check";
import { expect, test } from "vitest";
import { reaches, subjectsOf } from "../../src/alerts/involved.ts";
import { routeAlert } from "../../src/alerts/route.ts";
import type { AlertsConfig } from "../../src/config/council.ts";
import type { Person } from "../../src/people/person.ts";
import { createRoster } from "../../src/people/roster.ts";
import type { Finding, FindingPerson } from "../../src/rules/rule.ts";
import { aFinding } from "../reports/samples.ts";
import {
	CHAIR,
	CLERK,
	COUNCILLOR,
	DEPUTY,
	MONITORING,
	NOW,
	OFFICE,
	OTHER,
	OUTSIDE,
	STAFFING,
	THORNBY,
	VICE,
} from "./thornby.ts";

const roster = createRoster(THORNBY);

function route(finding: Finding, alerts: Partial<AlertsConfig> = {}, register = THORNBY) {
	const all = register === THORNBY ? roster : createRoster(register);
	const routing = routeAlert(finding, { roster: all, alerts: { to: [CLERK], conflict: [], ...alerts }, now: NOW });
	return routing.kind === "send" ? routing.to.map(({ address }) => address).sort() : routing.because;
}

function silentCopy(from: string, copied = OTHER, uninformed = COUNCILLOR): Finding {
	return aFinding({
		message: { from },
		people: [
			{ as: "copied", name: "", address: copied },
			{ as: "uninformed", name: "", address: uninformed },
		],
	});
}

function letter(author: string, from = author): Finding {
	return aFinding({
		rule: "councillor-obligation",
		message: { from },
		people: [{ as: "author", name: "", address: author }],
	});
}

test("an officer's is told to the Clerk", () => {
	expect(route(silentCopy(DEPUTY))).toEqual([CLERK]);
	expect(route(silentCopy(DEPUTY), { to: [] })).toEqual([CLERK]);
});

test("a councillor's is told to the Clerk and to no other councillor", () => {
	expect(route(letter(COUNCILLOR))).toEqual([CLERK]);
});

test("the Clerk's is told to the chair of the staffing committee and the vice-chair", () => {
	expect(route(silentCopy(CLERK))).toEqual([STAFFING, VICE].sort());
	expect(route(silentCopy("e.marlow@home.example"))).toEqual([STAFFING, VICE].sort());
});

test("the Clerk's is told to those whom the council named for conflicts, where it named any", () => {
	expect(route(silentCopy(CLERK), { conflict: [OUTSIDE] })).toEqual([OUTSIDE]);
});

test("the Clerk's is never told to the chair alone", () => {
	expect(route(silentCopy(CLERK), { conflict: [CHAIR] })).toEqual([CHAIR, STAFFING, VICE].sort());
	const offices = new Set([STAFFING, VICE]);
	const lone = {
		...THORNBY,
		people: THORNBY.people.map((one) => (offices.has(one.id) ? { ...one, offices: [] } : one)),
	};
	expect(route(silentCopy(CLERK), { conflict: [CHAIR] }, lone)).toContain("never the only one");
	expect(route(silentCopy(CLERK), {}, lone)).toBe("Everybody who could be told has a part in it.");
});

test("the chair's is told to the vice-chair and the Clerk", () => {
	expect(route(letter(CHAIR))).toEqual([CLERK, VICE].sort());
});

test("where both the Clerk and the chair have a part, the Monitoring Officer is told", () => {
	expect(route(letter(CHAIR, CLERK))).toEqual([MONITORING]);
	expect(route(silentCopy(CLERK, CHAIR))).toEqual([MONITORING]);
	expect(route(silentCopy(CLERK, COUNCILLOR, CHAIR))).toEqual([MONITORING]);
	const nobody = { ...THORNBY, authorisedRecipients: [] };
	expect(route(silentCopy(CLERK, CHAIR), { conflict: [OUTSIDE] }, nobody)).toEqual([OUTSIDE]);
	expect(route(silentCopy(CLERK, CHAIR), { conflict: [CHAIR] }, nobody)).toContain("has a part in it");
});

test("a councillor who was blind-copied or left out is not told, though he is a configured recipient", () => {
	expect(route(silentCopy(DEPUTY), { to: [CLERK, OTHER, COUNCILLOR], conflict: [OUTSIDE] })).toEqual(
		[CLERK, OUTSIDE].sort(),
	);
	expect(route(silentCopy(CLERK, VICE))).toEqual([STAFFING]);
});

test("a private address, another case, a tag or a list doesn't bring it to them by the back door", () => {
	for (const way of ["IRIS@Penhale.example", "i.penhale+alerts@thornby.example", "members@thornby.example"]) {
		expect(route(silentCopy(DEPUTY), { to: [CLERK, way] })).toEqual([CLERK]);
	}
});

test("an overdue enquiry is the officer's who owes the reply, not the councillor's who asked", () => {
	const overdue = (officer: string) =>
		aFinding({
			rule: "enquiry-overdue",
			message: { from: COUNCILLOR },
			people: [
				{ as: "author", name: "", address: COUNCILLOR },
				{ as: "officer", name: "", address: officer },
			],
		});
	expect(subjectsOf(overdue(DEPUTY))).toEqual([DEPUTY]);
	expect(route(overdue(DEPUTY))).toEqual([CLERK]);
	expect(route(overdue(CLERK))).toEqual([STAFFING, VICE].sort());
});

test("what a group asked for in vain is the officer's who owes it", () => {
	const inVain = aFinding({
		rule: "group-briefing",
		message: { from: COUNCILLOR },
		people: [
			{ as: "group", name: "Green Group", address: "" },
			{ as: "officer", name: "", address: CLERK },
			{ as: "author", name: "", address: COUNCILLOR },
		],
	});
	expect(subjectsOf(inVain)).toEqual([CLERK]);
});

test("members of the group that was briefed are not told of the briefing", () => {
	const briefing = aFinding({
		rule: "group-briefing",
		message: { from: CLERK },
		people: [{ as: "group", name: "Green Group", address: "" }],
	});
	expect(route(briefing)).toEqual([STAFFING]);
});

test("who was Clerk on the day counts for what he did, who is in office now for who is told", () => {
	const former = "former@thornby.example";
	const register = {
		...THORNBY,
		people: [
			...THORNBY.people.map((one): Person => (one.id === CLERK ? { ...one, from: "2026-06-01" } : one)),
			{ ...(THORNBY.people[0] as Person), id: former, addresses: [former], name: "Giles Aske", to: "2026-05-31" },
		],
	};
	const old = { ...silentCopy(former), message: { ...silentCopy(former).message, date: "2026-05-20T09:00:00Z" } };
	expect(route(old, {}, register)).toEqual([STAFFING, VICE].sort());
	expect(route(silentCopy(DEPUTY), { to: [] }, register)).toEqual([CLERK]);
});

test("words of the mail go to officers of the council only", () => {
	const quotes = (finding: Finding, to: string[]) => {
		const routing = routeAlert(finding, { roster, alerts: { to, conflict: [] }, now: NOW });
		return routing.kind === "send" && routing.mayQuote;
	};
	expect(quotes(silentCopy(DEPUTY), [CLERK])).toBe(true);
	expect(quotes(silentCopy(DEPUTY), [CLERK, MONITORING])).toBe(false);
	expect(quotes(silentCopy(DEPUTY), [CLERK, OFFICE])).toBe(false);
	expect(quotes(silentCopy(CLERK), [CLERK])).toBe(false);
});

test("recipients are named as the foot of the mail names them", () => {
	const routing = routeAlert(letter(CHAIR), { roster, alerts: { to: [CLERK, MONITORING], conflict: [] }, now: NOW });
	expect(routing.kind === "send" && routing.to.map(({ name }) => name)).toEqual([
		"Edith Marlow (Proper Officer)",
		"Monitoring Officer, Westmarch Council",
		"Cllr Oren Fennimore",
	]);
});

test("whatever the finding and the configuration, nobody with a part in it is told, and never the chair alone of the Clerk", () => {
	const everyone = [CLERK, DEPUTY, OFFICE, CHAIR, VICE, STAFFING, COUNCILLOR, OTHER, MONITORING, OUTSIDE];
	const spellings = [...everyone, "iris@penhale.example", "E.Marlow@home.example", "members@thornby.example"];
	const address = fc.constantFrom(...everyone);
	const as = fc.constantFrom<FindingPerson["as"]>("copied", "uninformed", "author", "officer", "third-party");
	const rule = fc.constantFrom("silent-copy", "councillor-obligation", "enquiry-overdue", "confidential-leak");
	const configured = fc.subarray(spellings);
	const people = fc.array(fc.record({ as, name: fc.constant(""), address }), { maxLength: 4 });
	let sent = 0;
	let held = 0;
	fc.assert(
		fc.property(rule, address, people, configured, configured, (id, from, who, to, conflict) => {
			const finding = aFinding({ rule: id, message: { from }, people: who });
			const routing = routeAlert(finding, { roster, alerts: { to, conflict }, now: NOW });
			if (routing.kind === "held") {
				held++;
				return;
			}
			sent++;
			const parts = new Set([from, ...who.map((one) => one.address)]);
			const told = routing.to.map((one) => one.address);
			expect(told.filter((one) => reaches(one, parts, roster, NOW))).toEqual([]);
			for (const one of parts) expect(told).not.toContain(one);
			if (subjectsOf(finding).includes(CLERK)) expect(told).not.toEqual([CHAIR]);
			expect(new Set(told).size).toBe(told.length);
		}),
		{ numRuns: 1500 },
	);
	expect(Math.min(sent, held)).toBeGreaterThan(0);
});
