/** The protocol as this council runs it: the profile, with `rules:` of council.yaml over it. */
import { z } from "zod";
import { RULES, RULES_TO_COME, ruleById } from "../rules/index.ts";
import type { Protocol, RuleInForce } from "./council.ts";
import { problemsOf } from "./issues.ts";
import { suggest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { overlay, type Profile, type ProfileRule } from "./profile.ts";
import { type Resolutions, together, withResolutions } from "./resolutions.ts";
import type { CouncilFile } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

export interface RulesResult {
	readonly protocol: Protocol;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
}

/** Every rule of which a configuration may speak. */
export function knownRules(ready: readonly string[]): readonly string[] {
	return [...new Set([...RULES.map(({ meta }) => meta.id), ...RULES_TO_COME, ...ready])];
}

/** @param ready ids of the rules that this release checks. @param own what council.yaml says over the profile. */
export function rulesInForce(
	profile: Profile,
	own: Pick<CouncilFile, "rules" | keyof Resolutions>,
	file: YamlFile,
	ready: readonly string[],
): RulesResult {
	const overrides = own.rules;
	const resolutions = together(profile.resolutions, own);
	const known = knownRules(ready);
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	const rules = new Map(profile.rules);
	for (const [rule, entry] of Object.entries(overrides ?? {})) rules.set(rule, overlay(rules.get(rule), entry, file));
	const inForce = new Map<string, RuleInForce>(
		known.map((rule) => [rule, { rule, severity: "off", clause: "", settings: {} }]),
	);
	for (const [rule, entry] of rules) {
		const complain = (message: string, mend: string) => entry.source.problemAt(["rules"], message, mend, rule);
		const remark = (message: string, mend: string) =>
			entry.source === file ? complain(message, mend) : file.problemAt(["council", "protocol"], message, mend);
		if (!known.includes(rule)) {
			problems.push(complain(`There is no rule "${rule}".`, suggest(rule, known)));
			continue;
		}
		const severity = entry.offUntilSet.every((name) => entry.settings[name] !== undefined) ? entry.severity : "off";
		const since = profile.adopted === undefined ? {} : { inForceFrom: profile.adopted };
		const settings =
			severity === "off" ? entry.settings : withResolutions(rule, { ...since, ...entry.settings }, resolutions);
		inForce.set(rule, { rule, severity, clause: entry.clause, settings });
		problems.push(...settingProblems(rule, entry));
		if (severity === "off") {
			const mend =
				entry.severity === "off" ? `Add severity: breach or advisory.` : `Set ${entry.offUntilSet.join(", ")}.`;
			if (isSetUp(overrides?.[rule]))
				warnings.push(remark(`Rule ${rule} is off in this protocol; its settings do nothing.`, mend));
			continue;
		}
		if (!ready.includes(rule))
			warnings.push(remark(`Rule ${rule} of this protocol is not ready yet; it is not checked.`, ""));
		else if (entry.clause === "") {
			warnings.push(
				remark(
					`Rule ${rule} has no clause in this protocol.`,
					"Add clause: where your protocol says so, or switch it off.",
				),
			);
		}
	}
	return { protocol: { name: profile.name, title: profile.title, rules: [...inForce.values()] }, problems, warnings };
}

function isSetUp(entry: NonNullable<CouncilFile["rules"]>[string] | undefined): boolean {
	return typeof entry === "object" && entry.severity === undefined;
}

function settingProblems(rule: string, { settings, source }: ProfileRule): readonly Problem[] {
	const schema = ruleById(rule)?.meta.settings;
	const checked = schema?.safeParse(settings);
	if (schema === undefined || checked?.success !== false) return [];
	return problemsOf(new z.ZodError(checked.error.issues), schema, source, ["rules", rule]);
}
