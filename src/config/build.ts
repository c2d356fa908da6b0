/** From the validated file to the council that the program is given: addresses in lower case, defaults filled in. */
import { bareDomain, domainOf, normaliseAddress } from "../people/address.ts";
import { officeKey } from "../people/offices.ts";
import type { AuthorisedRecipient, CouncilList, ListMembers, Person, Register } from "../people/person.ts";
import type { AlertsConfig, CalendarConfig, DigestConfig, Exclusion } from "./council.ts";
import { addressesOf } from "./roster-checks.ts";
import type { CouncilFile } from "./schema.ts";

const MINUTE_MS = 60_000;

/** Leaves absent what is undefined, as exactOptionalPropertyTypes wants it. */
export function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
	return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

export function buildRegister(file: CouncilFile): Register {
	const people = file.people.map(buildPerson);
	return {
		council: file.council.name,
		domains: [file.council.domains].flat().map(bareDomain),
		timezone: file.council.timezone,
		people: people.some(({ offices }) => offices.includes("proper-officer"))
			? people
			: people.map(clerkIsProperOfficer),
		lists: (file.lists ?? []).map(buildList),
		authorisedRecipients: (file.authorisedRecipients ?? []).map(({ name, email, domain }) =>
			present<AuthorisedRecipient>({
				name,
				email: email && normaliseAddress(email),
				domain: domain && bareDomain(domain),
			}),
		),
		complainants: (file.complainants ?? []).map(({ name, email }) => ({ name, email: normaliseAddress(email) })),
		spokespeople: file.spokespeople ?? [],
	};
}

function buildPerson(entry: CouncilFile["people"][number]): Person {
	const addresses = addressesOf(entry);
	return present<Person>({
		id: addresses[0] as string,
		name: entry.name,
		title: entry.title,
		role: entry.role,
		offices: (entry.offices ?? []).map(officeKey),
		group: entry.group,
		committees: entry.committees ?? [],
		addresses,
		from: entry.from,
		to: entry.to,
		shared: entry.shared ?? false,
	});
}

/** A council that names its Clerk names its Proper Officer. */
function clerkIsProperOfficer(person: Person): Person {
	const isClerk = person.role === "officer" && [...person.offices, officeKey(person.title ?? "")].includes("clerk");
	return isClerk ? { ...person, offices: [...person.offices, "proper-officer"] } : person;
}

function buildList({ address, name, members }: NonNullable<CouncilFile["lists"]>[number]): CouncilList {
	return present<CouncilList>({ address: normaliseAddress(address), name, members: buildMembers(members) });
}

function buildMembers(members: string | readonly string[]): ListMembers {
	if (typeof members !== "string") return { kind: "addresses", addresses: members.map(normaliseAddress) };
	if (members === "all-councillors" || members === "all-officers") return { kind: members };
	const [, kind, name] = /^(committee|group):\s*(.*?)\s*$/u.exec(members) ?? [];
	if (kind === "committee" || kind === "group") return { kind, name: name ?? "" };
	return { kind: "addresses", addresses: [normaliseAddress(members)] };
}

export function buildExclusions(file: CouncilFile): readonly Exclusion[] {
	return (file.exclusions ?? []).map(({ address, domain, folder, subject, reason }): Exclusion => {
		if (address !== undefined) return { address: normaliseAddress(address), reason };
		if (domain !== undefined) return { domain: bareDomain(domain), reason };
		return folder !== undefined ? { folder, reason } : { subject: subject ?? "", reason };
	});
}

export function buildCalendar(file: CouncilFile): CalendarConfig {
	const { nation, closed, officeDays } = file.calendar ?? {};
	return present<CalendarConfig>({ nation: nation ?? "england", closed: closed ?? [], officeDays });
}

export function buildAlerts(file: CouncilFile): AlertsConfig | undefined {
	const { alerts } = file;
	if (alerts === undefined) return undefined;
	const { quietHours } = alerts;
	return present<AlertsConfig>({
		to: addresses(alerts.to),
		// None: the conflict table finds the stand-ins in the roster of the day.
		conflict: addresses(alerts.conflict ?? []),
		minimumSeverity: alerts.minimumSeverity,
		quietHours: quietHours && { from: twoDigits(quietHours.from), to: twoDigits(quietHours.to) },
		settleMs: alerts.settleMinutes * MINUTE_MS,
		from: alerts.from && normaliseAddress(alerts.from),
	});
}

export function buildDigest({ digest }: CouncilFile): DigestConfig | undefined {
	return digest && { to: addresses(digest.to), day: digest.day, time: twoDigits(digest.time) };
}

function addresses(value: string | readonly string[]): readonly string[] {
	return [value].flat().map(normaliseAddress);
}

/** `8:00` → `08:00`. */
function twoDigits(time: string): string {
	return time.padStart("08:00".length, "0");
}

/** Whether alerts would leave the council: an address that is neither on a domain of the council nor of its roster. */
export function strangers(
	recipients: readonly string[],
	{ domains, people, authorisedRecipients }: Register,
): readonly string[] {
	const known = new Set([
		...people.flatMap((person) => person.addresses),
		...authorisedRecipients.map(({ email }) => email ?? ""),
	]);
	const trusted = [...domains, ...authorisedRecipients.map(({ domain }) => domain ?? "")].filter((one) => one !== "");
	const inside = (domain: string) => trusted.some((one) => domain === one || domain.endsWith(`.${one}`));
	return recipients.filter((address) => !known.has(address) && !inside(domainOf(address)));
}
