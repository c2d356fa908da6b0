/** Protocol profiles: which rules a protocol has, under which clause, with which settings. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { problemsOf } from "./issues.ts";
import { suggest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { type Resolutions, together } from "./resolutions.ts";
import { type ProfileFile, profileSchema, type RuleEntry } from "./schema.ts";
import { type Environment, readYaml, type YamlFile } from "./yaml-file.ts";

const SHIPPED = fileURLToPath(new URL("../../config/protocols/", import.meta.url));

/** One rule of a profile, with where it was written for messages about it. */
export interface ProfileRule {
	readonly severity: "breach" | "advisory" | "off";
	readonly clause: string;
	readonly settings: Readonly<Record<string, unknown>>;
	/** Settings without which the rule stays off: the protocol leaves them to the council. */
	readonly offUntilSet: readonly string[];
	readonly source: YamlFile;
}

export interface Profile {
	readonly name: string;
	readonly title: string;
	readonly rules: ReadonlyMap<string, ProfileRule>;
	/** Earlier mail is not judged by it. */
	readonly adopted?: string | undefined;
	readonly resolutions: Resolutions;
	/** The file itself, and those that it extends. */
	readonly files: readonly YamlFile[];
}

export type ProfileResult = { readonly profile?: Profile; readonly problems: readonly Problem[] };

/** Says of a profile that could not be found, where it was named. */
type Complain = (message: string, mend: string) => Problem;

/** @param wanted the name of a shipped profile, or a path relative to the file that names it. */
export async function loadProfile(
	wanted: string,
	namedIn: string,
	env: Environment,
	complain: Complain,
	above: readonly string[] = [],
): Promise<ProfileResult> {
	const shipped = await shippedProfiles();
	const isPath = /[/\\]|\.ya?ml$/u.test(wanted);
	if (!isPath && !shipped.includes(wanted)) {
		const mend = `${suggest(wanted, shipped)} Profiles are ${shipped.join(", ")}, or the path of your own.`;
		return { problems: [complain(`There is no protocol "${wanted}".`, mend)] };
	}
	const path = isPath ? fromFile(namedIn, wanted) : resolve(SHIPPED, `${wanted}.yaml`);
	if (above.includes(path)) {
		return { problems: [complain("This profile extends itself.", "Let it extend another one.")] };
	}
	let text: string;
	try {
		text = await readFile(path, "utf8");
	} catch {
		return {
			problems: [complain(`The protocol file ${wanted} cannot be read.`, `Put it at ${path}, or correct the path.`)],
		};
	}
	const file = readYaml(path, text, env);
	const parsed = profileSchema.safeParse(file.data);
	if (file.problems.length > 0) return { problems: file.problems };
	if (!parsed.success) return { problems: problemsOf(parsed.error, profileSchema, file) };
	return extend(parsed.data, wanted, file, env, [...above, path]);
}

async function extend(
	written: ProfileFile,
	wanted: string,
	file: YamlFile,
	env: Environment,
	above: readonly string[],
): Promise<ProfileResult> {
	let base: Profile | undefined;
	if (written.extends !== undefined) {
		const complain: Complain = (message, mend) => file.problemAt(["extends"], message, mend);
		const below = await loadProfile(written.extends, file.file, env, complain, above);
		if (below.profile === undefined) return below;
		base = below.profile;
	}
	const rules = new Map(base?.rules);
	for (const [rule, entry] of Object.entries(written.rules ?? {}))
		rules.set(rule, overlay(rules.get(rule), entry, file));
	const name = written.name ?? base?.name ?? wanted;
	return {
		profile: {
			name,
			title: written.title ?? base?.title ?? name,
			rules,
			adopted: written.adopted ?? base?.adopted,
			resolutions: together(base?.resolutions ?? {}, written),
			files: [...(base?.files ?? []), file],
		},
		problems: [],
	};
}

/** An entry over what stands below it; single settings replace single settings. */
export function overlay(below: ProfileRule | undefined, entry: RuleEntry, source: YamlFile): ProfileRule {
	if (typeof entry === "string") {
		return { ...(below ?? { clause: "", settings: {}, offUntilSet: [] }), severity: entry, source };
	}
	const { severity, clause, offUntilSet, ...settings } = entry;
	const names = Array.isArray(offUntilSet) ? offUntilSet.map(String) : (below?.offUntilSet ?? []);
	return {
		severity: severity ?? below?.severity ?? (below === undefined ? "breach" : "off"),
		clause: clause ?? below?.clause ?? "",
		settings: { ...below?.settings, ...settings },
		offUntilSet: names,
		source,
	};
}

export function fromFile(file: string, path: string): string {
	return isAbsolute(path) ? path : resolve(dirname(file), path);
}

async function shippedProfiles(): Promise<readonly string[]> {
	const files = await readdir(SHIPPED);
	return files
		.filter((file) => file.endsWith(".yaml"))
		.map((file) => file.slice(0, -".yaml".length))
		.sort();
}
