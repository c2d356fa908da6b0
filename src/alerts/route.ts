/**
 * Who is told of a finding (DESIGN, "Alerts obey the protocol too"). Nobody who has a part in it is, and the Clerk's own
 * are never the chair's alone to deal with. Pure: the roster and the configuration decide.
 */
import type { AlertsConfig } from "../config/council.ts";
import { normaliseAddress } from "../people/address.ts";
import { officeKey } from "../people/offices.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { styled } from "../rules/naming.ts";
import type { Finding } from "../rules/rule.ts";
import { involvedAddresses, reaches, subjectsOf } from "./involved.ts";
import type { Recipient } from "./mail.ts";

export type Routing =
	| {
			readonly kind: "send";
			readonly to: readonly Recipient[];
			/** Whether all of them are officers of the council, who may see words of the mail itself. */
			readonly mayQuote: boolean;
	  }
	/** Nobody is left who may be told: it waits for the digest, with this sentence. */
	| { readonly kind: "held"; readonly because: string };

export interface RouteOptions {
	readonly roster: Roster;
	readonly alerts: Pick<AlertsConfig, "to" | "conflict">;
	/** ISO 8601: whoever is in office now is told. Who the subject was is asked of the message's own date. */
	readonly now: string;
}

/** Offices that lead the committee for staff, by whatever name the council calls it. */
const STAFFING = /staffing|personnel|human-resources|\bhr\b|employment|establishment/u;
const LEADS = /chair|convenor|convener/u;
const DEPUTY = /vice|deputy/u;

/** Who is told now, or why nobody is. */
export function routeAlert(finding: Finding, options: RouteOptions): Routing {
	const { roster, alerts, now } = options;
	const involved = involvedAddresses(finding, roster);
	const free = (address: string) => !reaches(address, involved, roster, now);
	const row = concernOf(finding, involved, roster);
	const wanted = wantedBy(row, options);
	let to = wanted.filter(free);
	if (to.length < wanted.length || to.length === 0) to = [...to, ...alerts.conflict.filter(free)];
	if (row === "clerk" && everyoneIsChair(to, options)) to = [...to, ...overseersOfTheClerk(options).filter(free)];
	if (to.length === 0) return { kind: "held", because: "Everybody who could be told has a part in it." };
	if (row === "clerk" && everyoneIsChair(to, options)) {
		return { kind: "held", because: "It concerns the Clerk, and the chair is never the only one to be told." };
	}
	const addresses = [...new Set(to.map(normaliseAddress))];
	return {
		kind: "send",
		to: addresses.map((address) => recipientFor(address, roster, now)),
		mayQuote: addresses.every((address) => {
			const party = roster.party(address, now);
			return party.kind === "officer" && !party.person.shared;
		}),
	};
}

/** The row of the conflict table in which a finding stands. */
export function concernOf(
	finding: Finding,
	involved: ReadonlySet<string>,
	roster: Roster,
): "clerk-and-chair" | "clerk" | "chair" | "anyone" {
	const at = finding.message.date;
	const isClerk = (address: string) => roster.properOfficer(at).some((person) => isOf(person, address));
	const isChair = (address: string) => roster.holders("chair", at).some((person) => isOf(person, address));
	const subjects = subjectsOf(finding);
	if ([...involved].some(isClerk) && [...involved].some(isChair)) return "clerk-and-chair";
	if (subjects.some(isClerk)) return "clerk";
	return subjects.some(isChair) ? "chair" : "anyone";
}

/** Whom the table names, before anybody with a part in the finding is taken out. */
function wantedBy(row: ReturnType<typeof concernOf>, options: RouteOptions): readonly string[] {
	const { roster, alerts, now } = options;
	const usual = alerts.to.length > 0 ? alerts.to : roster.properOfficer(now).map(({ id }) => id);
	switch (row) {
		case "clerk-and-chair":
			return monitoringOfficers(options);
		case "clerk":
			return alerts.conflict.length > 0 ? alerts.conflict : overseersOfTheClerk(options);
		case "chair":
			return [...usual, ...roster.holders("vice-chair", now).map(({ id }) => id)];
		case "anyone":
			return usual;
	}
}

/** The chair of the staffing committee and the vice-chair. */
function overseersOfTheClerk({ roster, now }: RouteOptions): readonly string[] {
	const staffing = roster.councillors(now).filter(({ offices }) => offices.map(officeKey).some(leadsStaffing));
	return [...staffing, ...roster.holders("vice-chair", now)].map(({ id }) => id);
}

function leadsStaffing(office: string): boolean {
	return STAFFING.test(office) && LEADS.test(office) && !DEPUTY.test(office);
}

/** The principal council's, as an authorised recipient; a principal council's own is in the roster. */
function monitoringOfficers({ roster, now }: RouteOptions): readonly string[] {
	const outside = roster.register.authorisedRecipients
		.filter(({ name }) => /monitoring officer/iu.test(name))
		.flatMap(({ email }) => (email === undefined ? [] : [email]));
	return [...roster.holders("monitoring-officer", now).map(({ id }) => id), ...outside];
}

/** True of nobody at all, too. */
function everyoneIsChair(to: readonly string[], { roster, now }: RouteOptions): boolean {
	const chairs = roster.holders("chair", now);
	return to.every((address) => chairs.some((chair) => isOf(chair, normaliseAddress(address))));
}

function isOf(person: Person, address: string): boolean {
	return person.addresses.some((one) => normaliseAddress(one) === address);
}

/** How an address is named at the foot of what it gets. */
export function recipientFor(address: string, roster: Roster, at: string): Recipient {
	const party = roster.party(address, at);
	switch (party.kind) {
		case "councillor":
		case "officer":
			return { address, name: nameWithOffice(party.person) };
		case "list":
			return { address, name: party.list.name ?? address };
		case "authorised":
			return { address, name: party.name };
		default:
			return { address, name: address };
	}
}

function nameWithOffice(person: Person): string {
	const clerk = person.offices.some((office) => officeKey(office) === "proper-officer");
	return person.role === "officer" && clerk && person.title === undefined
		? `${person.name} (Proper Officer)`
		: styled(person);
}
