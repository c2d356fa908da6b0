/** What no single entry shows: two people with one address, a list of a committee that nobody sits on, a missing Clerk. */
import { z } from "zod";
import { domainOf, enclosingDomain, normaliseAddress } from "../people/address.ts";
import { officeKey } from "../people/offices.ts";
import { bodyKey } from "../people/roster.ts";
import { valueAt } from "./issues.ts";
import { suggest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { type CouncilFile, councilSchema } from "./schema.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

type PersonEntry = CouncilFile["people"][number];
type ListEntry = NonNullable<CouncilFile["lists"]>[number];

/** An entry that is sound in itself, with its place in the file. */
interface Sound<T> {
	readonly entry: T;
	readonly path: Path;
}

export interface Checked {
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
}

/** Anybody has an address there: as a council's domain it would make councillors' mail of everybody's. */
const PUBLIC_PROVIDERS = new Set(
	"gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.co.uk live.com yahoo.com yahoo.co.uk icloud.com btinternet.com aol.com sky.com talktalk.net".split(
		" ",
	),
);

const { shape: fields } = councilSchema.shape.people.element;

/** Of a person with other faults, addresses and dates can still be compared. */
const outlineOfPerson = z.object({
	...fields,
	name: fields.name.catch("somebody"),
	role: fields.role.catch("councillor"),
	title: fields.title.catch(undefined),
	offices: fields.offices.catch(undefined),
	group: fields.group.catch(undefined),
	committees: fields.committees.catch(undefined),
	shared: fields.shared.catch(undefined),
});

/** Looks at the sound entries only, so that it can speak although others are at fault. */
export function checkRoster(file: YamlFile): Checked {
	const { shape } = councilSchema;
	const section = (key: string) => valueAt(file.data, [key]);
	const people = sound<PersonEntry>(section("people"), ["people"], outlineOfPerson);
	const lists = sound<ListEntry>(section("lists"), ["lists"], shape.lists.unwrap().element);
	const authorised = sound<{ email?: string | undefined }>(
		section("authorisedRecipients"),
		["authorisedRecipients"],
		shape.authorisedRecipients.unwrap().element,
	);
	const complainants = sound<{ email: string }>(
		section("complainants"),
		["complainants"],
		shape.complainants.unwrap().element,
	);
	const problems = [
		...people.flatMap((person) => datesInOrder(person, file)),
		...addressesTwice(people, file),
		...listsThatArePeople(people, lists, file),
		...spokespeople(section("spokespeople"), people, file),
	];
	const warnings = [
		...publicDomains(section("council"), file),
		...offices(people, file),
		...bodiesWithoutMembers(people, lists, file),
		...complainants.flatMap((complainant) => twoFaced(complainant, people, authorised, file)),
	];
	return { problems, warnings };
}

/** The shape of zod's schemas that is needed here. */
interface Parser {
	safeParse(value: unknown): { success: boolean; data?: unknown };
}

function sound<T>(value: unknown, path: Path, schema: Parser): readonly Sound<T>[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((one, index) => {
		const parsed = schema.safeParse(one);
		return parsed.success ? [{ entry: parsed.data as T, path: [...path, index] }] : [];
	});
}

export function addressesOf({ email }: PersonEntry): readonly string[] {
	return [...new Set([email].flat().map(normaliseAddress))];
}

function datesInOrder({ entry, path }: Sound<PersonEntry>, file: YamlFile): readonly Problem[] {
	if (entry.from === undefined || entry.to === undefined || entry.from <= entry.to) return [];
	return [file.problemAt([...path, "to"], `${entry.name} leaves office before taking it up.`, "Correct from or to.")];
}

function addressesTwice(people: readonly Sound<PersonEntry>[], file: YamlFile): readonly Problem[] {
	const seen = new Map<string, PersonEntry[]>();
	return people.flatMap(({ entry, path }) =>
		addressesOf(entry).flatMap((address) => {
			const before = seen.get(address) ?? [];
			seen.set(address, [...before, entry]);
			const other = before.find((one) => overlap(one, entry) && !actsAsOfficer(one, entry));
			if (other === undefined) return [];
			const message =
				other.name === entry.name
					? `${entry.name} is listed twice with ${address} at the same time.`
					: `${address} belongs to ${other.name} and to ${entry.name} at the same time.`;
			return [
				file.problemAt(
					[...path, "email"],
					message,
					"Give each time one holder: set from and to, or take it from one of them.",
				),
			];
		}),
	);
}

function overlap(a: PersonEntry, b: PersonEntry): boolean {
	return (a.from ?? "") <= (b.to ?? "9999") && (b.from ?? "") <= (a.to ?? "9999");
}

/** A councillor who is the acting Clerk for a while has two entries. */
function actsAsOfficer(a: PersonEntry, b: PersonEntry): boolean {
	return a.name === b.name && a.role !== b.role;
}

function listsThatArePeople(
	people: readonly Sound<PersonEntry>[],
	lists: readonly Sound<ListEntry>[],
	file: YamlFile,
): readonly Problem[] {
	const holders = new Map(
		people.flatMap(({ entry }) => addressesOf(entry).map((address) => [address, entry.name] as const)),
	);
	const seen = new Set<string>();
	return lists.flatMap(({ entry, path }) => {
		const address = normaliseAddress(entry.address);
		const holder = holders.get(address);
		const twice = seen.has(address);
		seen.add(address);
		if (holder !== undefined) {
			return [
				file.problemAt(
					[...path, "address"],
					`${address} is a list and the address of ${holder}.`,
					"Keep one of the two.",
				),
			];
		}
		return twice
			? [file.problemAt([...path, "address"], `The list ${address} is there twice.`, "Keep one of the two.")]
			: [];
	});
}

function spokespeople(value: unknown, people: readonly Sound<PersonEntry>[], file: YamlFile): readonly Problem[] {
	if (!Array.isArray(value) || people.length === 0) return [];
	const names = people.map(({ entry }) => entry.name);
	return value.flatMap((name, index) =>
		typeof name !== "string" || names.includes(name)
			? []
			: [file.problemAt(["spokespeople", index], `Nobody of the roster is called "${name}".`, suggest(name, names))],
	);
}

function publicDomains(council: unknown, file: YamlFile): readonly Problem[] {
	const domains = [(council as { domains?: unknown } | undefined)?.domains].flat();
	return domains.flatMap((domain) =>
		typeof domain === "string" && PUBLIC_PROVIDERS.has(domain.replace(/^@/u, "").toLowerCase())
			? [
					file.problemAt(
						["council", "domains"],
						`${domain} belongs to everybody, not to the council.`,
						"List the addresses of councillors and officers under people, and take the domain out.",
					),
				]
			: [],
	);
}

function offices(people: readonly Sound<PersonEntry>[], file: YamlFile): readonly Problem[] {
	if (people.length === 0) return [];
	const held = people.flatMap(({ entry }) =>
		entry.role === "officer" ? [...(entry.offices ?? []), entry.title ?? ""].map(officeKey) : [],
	);
	const warnings: Problem[] = [];
	if (!held.includes("proper-officer") && !held.includes("clerk")) {
		warnings.push(
			file.problemAt(
				["people"],
				"Nobody is the Proper Officer.",
				"Add offices: [proper-officer] to the Clerk's entry.",
			),
		);
	}
	if (!people.some(({ entry }) => entry.role === "councillor")) {
		warnings.push(file.problemAt(["people"], "No councillor is listed.", "Add the councillors with role: councillor."));
	}
	return warnings;
}

function bodiesWithoutMembers(
	people: readonly Sound<PersonEntry>[],
	lists: readonly Sound<ListEntry>[],
	file: YamlFile,
): readonly Problem[] {
	const committees = [...new Set(people.flatMap(({ entry }) => entry.committees ?? []))];
	const groups = [...new Set(people.flatMap(({ entry }) => entry.group ?? []))];
	return lists.flatMap(({ entry, path }) => {
		const body = typeof entry.members === "string" ? /^(committee|group):\s*(.*)$/u.exec(entry.members) : null;
		const [, kind, name = ""] = body ?? [];
		const known = kind === "committee" ? committees : groups;
		if (kind === undefined || known.some((one) => bodyKey(one) === bodyKey(name))) return [];
		return [
			file.problemAt(
				[...path, "members"],
				`Nobody of the roster belongs to the ${kind} "${name}".`,
				suggest(name, known),
			),
		];
	});
}

function twoFaced(
	{ entry, path }: Sound<{ email: string }>,
	people: readonly Sound<PersonEntry>[],
	authorised: readonly Sound<{ email?: string | undefined; domain?: string | undefined }>[],
	file: YamlFile,
): readonly Problem[] {
	const address = normaliseAddress(entry.email);
	const person = people.find((one) => addressesOf(one.entry).includes(address));
	const say = (message: string, mend: string) => [file.problemAt([...path, "email"], message, mend)];
	if (person !== undefined) {
		return say(
			`The complainant ${address} is ${person.entry.name} of the roster.`,
			"Mail to people of the roster is no mail to a complainant: give the private address if there is one.",
		);
	}
	const same = authorised.some((one) => one.entry.email !== undefined && normaliseAddress(one.entry.email) === address);
	if (same)
		return say(
			`The complainant ${address} is an authorised recipient too, and counts as that.`,
			"Take one of the two out.",
		);
	const domains = new Set(authorised.flatMap((one) => one.entry.domain?.toLowerCase() ?? []));
	return enclosingDomain(domainOf(address), domains) === undefined
		? []
		: say(`The complainant ${address} writes from an authorised domain, and stays a complainant.`, "");
}
