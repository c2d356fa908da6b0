/** Words of the resolutions and of rules' settings that stand for people: whether anybody of the roster is meant. */
import { officeAndStandIns, officeKey } from "../people/offices.ts";
import { bodyKey } from "../people/roster.ts";
import { kindOfWord } from "../rules/who.ts";
import { valueAt } from "./issues.ts";
import { suggest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import type { Checked } from "./roster-checks.ts";
import { address } from "./schema-values.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

const SECTIONS = ["exceptions", "exemptRecipients", "mandatedCopies", "rules"];
/** Keys whose values are such words, wherever they stand. */
const WORD_KEYS = new Set([
	"sender",
	"recipients",
	"who",
	"copyTo",
	"mailFrom",
	"mailTo",
	"alsoCouncillors",
	"mayBind",
]);

interface Known {
	readonly names: readonly string[];
	readonly offices: readonly string[];
	readonly committees: readonly string[];
	readonly groups: readonly string[];
}

/** @param file council.yaml or a protocol's file. @param roster the `people` of council.yaml, as they stand there. */
export function checkResolutions(file: YamlFile, roster: unknown, rules: readonly string[]): Checked {
	const known = knownOf(roster);
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	for (const section of SECTIONS) {
		for (const { word, path } of wordsIn(valueAt(file.data, [section]), [section])) {
			const wrong = wrongWith(word, known);
			if (wrong === undefined) continue;
			const [message, mend] = wrong;
			(kindOfWord(word) === "body" ? warnings : problems).push(file.problemAt(path, message, mend));
		}
	}
	problems.push(...unknownRules(file, rules));
	warnings.push(...withoutEnd(file));
	return { problems, warnings };
}

function knownOf(roster: unknown): Known {
	const people = Array.isArray(roster) ? roster.filter((one) => typeof one === "object" && one !== null) : [];
	const texts = (key: string): string[] =>
		people.flatMap((one: Record<string, unknown>) => [one[key]].flat().filter((value) => typeof value === "string"));
	return {
		names: [...new Set(texts("name"))],
		offices: [...new Set([...texts("offices"), ...texts("title")].map(officeKey))],
		committees: [...new Set(texts("committees"))],
		groups: [...new Set(texts("group"))],
	};
}

function* wordsIn(value: unknown, path: Path): Generator<{ readonly word: string; readonly path: Path }> {
	if (typeof value !== "object" || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		const here = [...path, Array.isArray(value) ? Number(key) : key];
		if (!WORD_KEYS.has(key)) yield* wordsIn(inner, here);
		else if (typeof inner === "string") yield { word: inner.trim(), path: here };
		else if (Array.isArray(inner)) {
			for (const [index, word] of inner.entries())
				if (typeof word === "string") yield { word: word.trim(), path: [...here, index] };
		}
	}
}

function wrongWith(word: string, known: Known): readonly [string, string] | undefined {
	switch (kindOfWord(word)) {
		case "name": {
			const isName = known.names.some((name) => name.toLowerCase() === word.toLowerCase());
			if (word === "" || isName || officeAndStandIns(word).some((office) => known.offices.includes(office)))
				return undefined;
			return [
				`Nobody of the roster is called "${word}" or holds that office.`,
				suggest(word, [...known.names, ...known.offices, "all-councillors", "all-officers", "outsiders"]),
			];
		}
		case "body": {
			const [kind = "", name = ""] = word.split(/:\s*/u);
			const bodies = kind === "group" ? known.groups : known.committees;
			if (bodies.some((one) => bodyKey(one) === bodyKey(name))) return undefined;
			return [`Nobody of the roster belongs to the ${kind} "${name}".`, suggest(name, bodies)];
		}
		case "address":
			return address.safeParse(word).success
				? undefined
				: [`"${word}" is no mail address.`, "Write it like clerk@thornby-pc.example"];
		default:
			return undefined;
	}
}

function unknownRules(file: YamlFile, rules: readonly string[]): readonly Problem[] {
	const entries = valueAt(file.data, ["exceptions"]);
	if (!Array.isArray(entries)) return [];
	return entries.flatMap((entry, index) =>
		[valueAt(entry, ["rules"])]
			.flat()
			.filter((rule) => typeof rule === "string" && !rules.includes(rule))
			.map((rule) =>
				file.problemAt(["exceptions", index, "rules"], `There is no rule "${rule}".`, suggest(String(rule), rules)),
			),
	);
}

/** Entries for rules that are all off: they except nothing. @param off ids of those rules. */
export function idleExceptions(file: YamlFile, off: readonly string[]): readonly Problem[] {
	const entries = valueAt(file.data, ["exceptions"]);
	if (!Array.isArray(entries)) return [];
	return entries.flatMap((entry, index) => {
		const rules = [valueAt(entry, ["rules"]) ?? []].flat();
		return rules.length === 0 || rules.some((rule) => !off.includes(String(rule)))
			? []
			: [
					file.problemAt(
						["exceptions", index, "rules"],
						`The exception of ${String(valueAt(entry, ["minute"]))} is for rules that are off: it excepts nothing.`,
						"Take it out, or put the rule in force.",
					),
				];
	});
}

/** Copies that are wanted where nobody looks for them. @param off as above. */
export function idleCopies(file: YamlFile, off: readonly string[]): readonly Problem[] {
	const entries = valueAt(file.data, ["mandatedCopies"]);
	if (!Array.isArray(entries) || !off.includes(LOOKS_FOR_COPIES)) return [];
	return entries.flatMap((entry, index) =>
		valueAt(entry, ["ifMissing"]) === undefined
			? []
			: [
					file.problemAt(
						["mandatedCopies", index, "ifMissing"],
						`Nobody looks whether this copy is missing: ${LOOKS_FOR_COPIES} is off.`,
						`Put ${LOOKS_FOR_COPIES} in force, or take ifMissing out.`,
					),
				],
	);
}

const LOOKS_FOR_COPIES = "missing-copy-footer";

function withoutEnd(file: YamlFile): readonly Problem[] {
	const entries = valueAt(file.data, ["exceptions"]);
	if (!Array.isArray(entries)) return [];
	return entries.flatMap((entry, index) =>
		valueAt(entry, ["minute"]) === undefined || valueAt(entry, ["until"]) !== undefined
			? []
			: [
					file.problemAt(
						["exceptions", index],
						`The exception of ${String(valueAt(entry, ["minute"]))} has no last day.`,
						"Add until, so that the council looks at it again.",
					),
				],
	);
}
