/** The council's people, typed in one by one or taken from a spreadsheet. */
import { readFile } from "node:fs/promises";
import { address as addressSchema } from "../../config/schema-values.ts";
import { CandourError } from "../../errors.ts";
import { officeKey } from "../../people/offices.ts";
import { counted } from "../../reports/counted.ts";
import type { PersonAnswer } from "./answers.ts";
import type { Ask } from "./ask.ts";
import { peopleFromCsv } from "./people-csv.ts";

export async function askPeople(ask: Ask): Promise<PersonAnswer[]> {
	const fromFile = await ask.choice("Who are the council's people?", [
		{
			name: "They are in a spreadsheet (CSV)",
			value: true,
			description: "Columns: name, role, email, offices, group, committees",
		},
		{ name: "I type them in, one by one", value: false },
	]);
	return fromFile ? askFile(ask) : askEach(ask);
}

/** Throws USAGE. */
export async function peopleOfFile(path: string): Promise<PersonAnswer[]> {
	const bytes = await readFile(path).catch((cause: unknown) => {
		throw new CandourError("USAGE", `${path} cannot be read.`, {
			remedy: "Check the path of the people's file.",
			cause,
		});
	});
	return [...peopleFromCsv(bytes, path)];
}

async function askFile(ask: Ask): Promise<PersonAnswer[]> {
	for (;;) {
		const path = await ask.text("Path of the CSV file");
		try {
			const people = await peopleOfFile(path);
			ask.say(`${counted(people.length, "person", "people")} read.`);
			return people;
		} catch (error) {
			if (!(error instanceof CandourError)) throw error;
			ask.say(`${error.message.trimEnd()} ${error.remedy}`);
		}
	}
}

async function askEach(ask: Ask): Promise<PersonAnswer[]> {
	ask.say("Begin with the Clerk. An empty name ends the list; it can be added to later in council.yaml.");
	const people: PersonAnswer[] = [];
	for (;;) {
		const name = await ask.text(people.length === 0 ? "Name" : "Next name (empty: that was all)", {
			optional: people.length > 0,
		});
		if (name === "") return people;
		const role = await ask.choice<PersonAnswer["role"]>(
			`${name} is`,
			[
				{ name: "an officer", value: "officer" },
				{ name: "a councillor", value: "councillor" },
			],
			people.length === 0 ? "officer" : "councillor",
		);
		const email = listOf(await ask.text("E-mail (several with commas, the official one first)", { check: addresses }));
		const preset = people.length === 0 && role === "officer" ? "proper-officer" : undefined;
		const example = role === "officer" ? "proper-officer, deputy-clerk" : "chair, vice-chair, mayor, leader";
		const offices = listOf(await ask.text(`Offices, if any (${example})`, { optional: true, preset })).map(officeKey);
		const more = role === "councillor" ? await askCouncillor(ask) : {};
		people.push({
			name,
			role,
			email: email.length === 1 ? (email[0] as string) : email,
			...(offices.length > 0 ? { offices } : {}),
			...more,
		});
	}
}

async function askCouncillor(ask: Ask): Promise<Partial<PersonAnswer>> {
	const group = await ask.text("Political group, if any", { optional: true });
	const committees = listOf(await ask.text("Committees, if any (with commas)", { optional: true }));
	return { ...(group === "" ? {} : { group }), ...(committees.length > 0 ? { committees } : {}) };
}

export function listOf(text: string): string[] {
	return text
		.split(/[,;]/u)
		.map((one) => one.trim())
		.filter((one) => one !== "");
}

export function addresses(text: string): string | undefined {
	const wrong = listOf(text).find((one) => !addressSchema.safeParse(one).success);
	return wrong === undefined ? undefined : `"${wrong}" is no mail address.`;
}
