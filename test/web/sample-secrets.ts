/** What a reader must not come to see of the sample council. */
import { parse } from "csv-parse/sync";
import { loadCouncil } from "../../src/config/load.ts";
import type { Visitor } from "./demo-visitor.ts";

const SHORTEST_QUOTE = 15;

export interface Secrets {
	readonly people: readonly string[];
	readonly subjects: readonly string[];
	readonly quotes: readonly string[];
}

/** Every name and address of the roster, and the subjects and quotes of all findings that these visitors may see. */
export async function sampleSecrets(file: string, visitors: readonly Visitor[]): Promise<Secrets> {
	const { register } = await loadCouncil(file);
	const people = register.people.filter(({ shared }) => !shared);
	const subjects = new Set<string>();
	const quotes = new Set<string>();
	for (const { fetched } of visitors) {
		const { body } = await fetched("/findings.csv?state=all");
		const rows: Record<string, string>[] = parse(body, { columns: true, bom: true });
		for (const { subject = "", evidence = "" } of rows) {
			subjects.add(subject.replace(/^(?:RE|FW|Fwd): /u, ""));
			for (const one of evidence.split(" | ")) quotes.add(one.replace(/^.*?: /u, ""));
		}
	}
	return {
		people: people.flatMap(({ name, addresses }) => [name, name.split(" ").at(-1) ?? name, ...addresses]),
		// The word alone stands on pages about rules.
		subjects: [...subjects].filter((subject) => subject !== "" && subject !== "CONFIDENTIAL"),
		// Those with names and addresses in them are told by these.
		quotes: [...quotes].filter((quote) => quote.length >= SHORTEST_QUOTE && !/@|Cllr/u.test(quote)),
	};
}
