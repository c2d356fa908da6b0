/** The council's people from a spreadsheet: a CSV file with a line of headings. */
import { parse } from "csv-parse/sync";
import { councilSchema } from "../../config/schema.ts";
import { CandourError } from "../../errors.ts";
import type { PersonAnswer } from "./answers.ts";

const HEADINGS: Readonly<Record<string, keyof PersonAnswer>> = {
	name: "name",
	fullname: "name",
	role: "role",
	type: "role",
	email: "email",
	emails: "email",
	emailaddress: "email",
	emailaddresses: "email",
	mail: "email",
	office: "offices",
	offices: "offices",
	position: "offices",
	group: "group",
	party: "group",
	politicalgroup: "group",
	committee: "committees",
	committees: "committees",
	title: "title",
	from: "from",
	to: "to",
	shared: "shared",
};
const ROLES: Readonly<Record<string, PersonAnswer["role"]>> = {
	councillor: "councillor",
	cllr: "councillor",
	member: "councillor",
	officer: "officer",
	staff: "officer",
	clerk: "officer",
	townclerk: "officer",
	parishclerk: "officer",
	communityclerk: "officer",
	employee: "officer",
};
const LISTS: readonly string[] = ["email", "offices", "committees"];
const UK_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

interface Row {
	readonly record: Readonly<Record<string, string>>;
	readonly info: { readonly lines: number };
}

/**
 * Several values in one field are divided by semicolons or commas. Throws USAGE with every fault and its line.
 * @param bytes UTF-8, or what Excel writes on Windows (windows-1252).
 */
export function peopleFromCsv(bytes: Buffer, file: string): readonly PersonAnswer[] {
	const faults: string[] = [];
	const people: PersonAnswer[] = [];
	for (const { record, info } of rowsOf(bytes, file)) {
		const entry = entryOf(record);
		if (Object.keys(entry).length === 0) continue;
		const parsed = councilSchema.shape.people.element.safeParse(entry);
		if (parsed.success) people.push(parsed.data);
		else {
			// Of a value that may be one or many, the inner fault says more.
			const [issue] = parsed.error.issues;
			const key = String(issue?.path[0] ?? "");
			faults.push(`${file}:${info.lines}: ${explain(key, (entry as Record<string, unknown>)[key])}`);
		}
	}
	if (faults.length > 0) throw new CandourError("USAGE", `${faults.join("\n")}\n`, { remedy: "Correct the file." });
	if (people.length === 0) throw new CandourError("USAGE", `${file} names nobody.`, { remedy: NEEDS });
	return people;
}

const NEEDS =
	"Its first line must name the columns: name, role, email; and offices, group, committees where there are any.";

function rowsOf(bytes: Buffer, file: string): readonly Row[] {
	try {
		const text = decoded(bytes);
		return parse(text, {
			bom: true,
			columns: (headings: string[]) => columnsOf(headings, file),
			delimiter: delimiterOf(text),
			info: true,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			trim: true,
		}) as unknown as readonly Row[];
	} catch (error) {
		if (error instanceof CandourError) throw error;
		const { lines } = error as { readonly lines?: number };
		throw new CandourError("USAGE", `${file}${lines === undefined ? "" : `:${lines}`}: this is no CSV.`, {
			remedy: "Save the spreadsheet as CSV, and check the quotes on that line.",
			cause: error,
		});
	}
}

/** The one that stands most often in the headings: Excel writes semicolons where commas divide decimals. */
function delimiterOf(text: string): string {
	const [headings = ""] = text.split(/\r?\n/u);
	const count = (delimiter: string) => headings.split(delimiter).length;
	return [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function columnsOf(headings: readonly string[], file: string): (keyof PersonAnswer | undefined)[] {
	const columns = headings.map((heading) => HEADINGS[heading.toLowerCase().replace(/[^a-z]/gu, "")]);
	const missing = (["name", "role", "email"] as const).filter((needed) => !columns.includes(needed));
	if (missing.length === 0) return columns;
	throw new CandourError("USAGE", `${file} has no column ${missing.join(", ")}.`, { remedy: NEEDS });
}

function entryOf(record: Readonly<Record<string, string>>): object {
	const entry: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(record)) {
		if (value === "" || key === "undefined") continue;
		if (LISTS.includes(key))
			entry[key] = value
				.split(/[;,]/u)
				.map((one) => one.trim())
				.filter((one) => one !== "");
		else if (key === "role") entry[key] = ROLES[value.toLowerCase().replace(/[^a-z]/gu, "")] ?? value;
		else if (key === "shared") entry[key] = /^(?:yes|y|true|x|1)$/iu.test(value);
		else if (key === "from" || key === "to") entry[key] = value.replace(UK_DATE, isoDate);
		else entry[key] = value;
	}
	// A council that names its Clerk names its Proper Officer.
	if (isClerk(record.role) && entry.offices === undefined) entry.offices = ["proper-officer"];
	return entry;
}

function isClerk(role: string | undefined): boolean {
	return /^(?:the |town |parish |community )*clerk$/iu.test(role ?? "");
}

function isoDate(_match: string, day: string, month: string, year: string): string {
	return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function explain(key: string, value: unknown): string {
	const written = value === undefined ? "nothing" : `"${[value].flat().join("; ")}"`;
	if (key === "role") return `role is ${written}; write councillor or officer.`;
	if (key === "email") return `email is ${written}; write one address, or several with semicolons between.`;
	if (key === "from" || key === "to") return `${key} is ${written}; write a date like 2023-05-09 or 09/05/2023.`;
	return `${key} is ${written}.`;
}

function decoded(bytes: Buffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}
