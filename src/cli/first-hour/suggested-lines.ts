/** Suggestions as lines for council.yaml, each with the evidence behind it. */
import { stringify } from "yaml";
import type { Person } from "../../people/person.ts";
import { grouped } from "../../reports/counted.ts";
import { plainLine } from "../../reports/plain-line.ts";
import type { Suggestion } from "./roster-suggestions.ts";
import type { SeenAddress } from "./seen-people.ts";

type Of<Kind extends Suggestion["kind"]> = Extract<Suggestion, { readonly kind: Kind }>;

/** Blocks under headings; "" where there is nothing to suggest. `localDay` gives the council's day of an instant. */
export function suggestedLines(suggestions: readonly Suggestion[], localDay: (instant: string) => string): string {
	const of = <Kind extends Suggestion["kind"]>(kind: Kind): readonly Of<Kind>[] =>
		suggestions.filter((one): one is Of<Kind> => one.kind === kind);
	const seen = (one: SeenAddress): string => evidence(one, localDay);
	const blocks = [
		block("Not in the roster. Check name and role, then paste below people:", [
			...of("person").map(({ name, role, sure, ...one }) => {
				const entry = { name: plainLine(name), role, email: one.seen.address };
				return `  - ${flow(entry)} # ${seen(one.seen)}${sure ? "" : "; role guessed"}`;
			}),
			...of("shared").map(({ name, ...one }) => {
				const entry = { name: plainLine(name), role: "officer", shared: true, email: one.seen.address };
				return `  - ${flow(entry)} # ${seen(one.seen)}; a shared mailbox?`;
			}),
		]),
		block(
			"Probably further addresses of people of the roster. Anybody can write a name on a mail: ask before you paste, in place of the person's email.",
			byPerson(of("address")).map(([person, addresses]) => {
				const why = addresses.map((one) => `${one.seen.address}: ${seen(one.seen)}, ${reason(one)}`).join("; ");
				return `  # ${plainLine(person.name)}\n    ${flow({ email: [...person.addresses, ...addresses.map((one) => one.seen.address)] }).slice(2, -2)} # ${why}`;
			}),
		),
		block("Probably lists. Say who the members are, then paste below lists:", [
			...of("list").map(({ name, members, ...one }) => {
				const shown = name === undefined ? {} : { name: plainLine(name) };
				const entry = { address: one.seen.address, ...shown, members: members ?? [] };
				return `  - ${flow(entry)} # ${seen(one.seen)}${members === undefined ? "; who are its members?" : ""}`;
			}),
		]),
		block("Of the council, but neither name nor post shows whose they are:", [
			...of("unclear").map((one) => `  # ${one.seen.address}: ${seen(one.seen)}`),
		]),
		block("Machines of the council; nothing need be done:", [
			...of("machine").map((one) => `  # ${one.seen.address}: ${seen(one.seen)}`),
		]),
	];
	return blocks.filter((one) => one !== "").join("\n");
}

function block(heading: string, lines: readonly string[]): string {
	return lines.length === 0 ? "" : `# ${heading}\n${lines.join("\n")}\n`;
}

/** "41 times, 12 of them as the sender, 2026-01-03 to 2026-11-20". */
function evidence({ count, sent, first, last }: SeenAddress, localDay: (instant: string) => string): string {
	const times = count === 1 ? "once" : `${grouped(count)} times`;
	const sender = sent === 0 ? "" : sent === count ? ", as the sender" : `, ${grouped(sent)} of them as the sender`;
	if (first === undefined || last === undefined) return `${times}${sender}`;
	const [from, to] = [localDay(first), localDay(last)];
	return `${times}${sender}, ${from === to ? from : `${from} to ${to}`}`;
}

function reason({ by, outside }: Of<"address">): string {
	const what = by === "name" ? "the same name" : "the name in the address";
	return outside ? `${what}, outside the council` : what;
}

function byPerson(found: readonly Of<"address">[]): readonly (readonly [Person, readonly Of<"address">[]])[] {
	const people = new Map<Person, Of<"address">[]>();
	for (const one of found) people.set(one.person, [...(people.get(one.person) ?? []), one]);
	return [...people];
}

/** One flow mapping on one line, quoted where YAML needs it. */
function flow(value: object): string {
	return stringify(value, { collectionStyle: "flow", lineWidth: 0, defaultStringType: "PLAIN" }).trim();
}
