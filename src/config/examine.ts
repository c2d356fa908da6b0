/** Reads a configuration through to the end and tells everything that is wrong with it, not only the first. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CandourError } from "../errors.ts";
import { RULES } from "../rules/index.ts";
import {
	buildAlerts,
	buildCalendar,
	buildDigest,
	buildExclusions,
	buildRegister,
	present,
	strangers,
} from "./build.ts";
import { buildReviewers, buildWeb } from "./build-web.ts";
import { buildConnections } from "./connections.ts";
import type { Council } from "./council.ts";
import { problemsOf, valueAt } from "./issues.ts";
import { formatProblem, type Problem, sortProblems } from "./problem.ts";
import { loadProfile, type Profile } from "./profile.ts";
import { checkResolutions, idleCopies, idleExceptions } from "./resolution-checks.ts";
import { together } from "./resolutions.ts";
import { checkRoster } from "./roster-checks.ts";
import { knownRules, type RulesResult, rulesInForce } from "./rules-in-force.ts";
import { type CouncilFile, councilSchema } from "./schema.ts";
import { type Environment, readYaml, type YamlFile } from "./yaml-file.ts";

export interface LoadOptions {
	/** Ids of the rules that this release checks; absent: all of rules/index.ts. */
	readonly readyRules?: readonly string[];
}

/** From which GOV.UK Notify sends. */
const NOTIFY_DOMAIN = "notifications.service.gov.uk";

export interface Examined {
	/** Absent where there are problems. */
	readonly council?: Council;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
}

/** Throws CONFIG_NOT_FOUND. */
export async function examineCouncil(path: string, env: Environment, options: LoadOptions): Promise<Examined> {
	const full = resolve(path);
	const file = readYaml(full, await readCouncilFile(full, path), env);
	const checked = file.data === undefined ? { problems: [], warnings: [] } : checkRoster(file);
	const problems = [...file.problems, ...checked.problems];
	const warnings = [...checked.warnings];
	if (file.data === undefined) return { problems: sortProblems(problems), warnings };

	const parsed = councilSchema.safeParse(file.data);
	if (!parsed.success) problems.push(...withoutRepeats(problemsOf(parsed.error, councilSchema, file), file.problems));
	const rules = await protocolOf(file, parsed.data, env, options.readyRules ?? RULES.map(({ meta }) => meta.id));
	problems.push(...rules.problems);
	warnings.push(...rules.warnings);
	if (!parsed.success || rules.protocol === undefined)
		return { problems: sortProblems(problems), warnings: sortProblems(warnings) };

	const connections = await buildConnections(parsed.data, file, { problems, warnings });
	const register = buildRegister(parsed.data);
	const { retention } = parsed.data;
	const council = {
		file: full,
		register,
		protocol: rules.protocol,
		exclusions: buildExclusions(parsed.data),
		calendar: buildCalendar(parsed.data),
		...connections,
		alerts: buildAlerts(parsed.data),
		digest: buildDigest(parsed.data),
		web: await buildWeb(parsed.data, file, problems),
		reviewers: buildReviewers(parsed.data),
		retention: { findings: retention?.findings ?? "P2Y", facts: retention?.facts ?? "P1Y" },
		scans: parsed.data.reading?.scans ?? true,
	};
	warnings.push(...deliveryWarnings(parsed.data, council, file));
	const all = sortProblems(warnings);
	if (problems.length > 0) return { problems: sortProblems(problems), warnings: all };
	return { council: present<Council>({ ...council, warnings: all.map(formatProblem) }), problems, warnings: all };
}

async function readCouncilFile(full: string, path: string): Promise<string> {
	try {
		return await readFile(full, "utf8");
	} catch (cause) {
		throw new CandourError("CONFIG_NOT_FOUND", `The configuration ${path} cannot be read.`, {
			remedy: "Name it with --config, or write one with candour init.",
			cause,
		});
	}
}

const NO_PROFILE: Profile = { name: "", title: "", rules: new Map(), resolutions: together(), files: [] };

async function protocolOf(
	file: YamlFile,
	council: CouncilFile | undefined,
	env: Environment,
	ready: readonly string[],
): Promise<Partial<RulesResult> & Pick<RulesResult, "problems" | "warnings">> {
	const wanted = council?.council.protocol ?? valueAt(file.data, ["council", "protocol"]);
	if (typeof wanted !== "string" || wanted.trim() === "") return { problems: [], warnings: [] };
	const complain = (message: string, mend: string) => file.problemAt(["council", "protocol"], message, mend);
	const { profile, problems } = await loadProfile(wanted.trim(), file.file, env, complain);
	const own = council ?? { rules: soundRules(file) };
	const roster = valueAt(file.data, ["people"]);
	const files = [file, ...(profile?.files ?? [])];
	const checks = files.map((one) => checkResolutions(one, roster, knownRules(ready)));
	const inForce = rulesInForce(profile ?? NO_PROFILE, own, file, ready);
	const off = inForce.protocol.rules.filter(({ severity }) => severity === "off").map(({ rule }) => rule);
	const idle = files.flatMap((one) => [...idleExceptions(one, off), ...idleCopies(one, off)]);
	const told = [...problems, ...inForce.problems, ...checks.flatMap((check) => check.problems)];
	if (profile === undefined) return { problems: told, warnings: [] };
	const warnings = [...inForce.warnings, ...checks.flatMap((check) => check.warnings), ...idle];
	return { ...inForce, problems: told, warnings };
}

/** The entries of `rules:` that are sound, where something else in the file is not. */
function soundRules(file: YamlFile): CouncilFile["rules"] {
	const schema = councilSchema.shape.rules.unwrap().valueType;
	const rules = valueAt(file.data, ["rules"]);
	const entries = typeof rules === "object" && rules !== null ? Object.entries(rules) : [];
	return Object.fromEntries(
		entries.flatMap(([rule, entry]) => {
			const parsed = schema.safeParse(entry);
			return parsed.success ? [[rule, parsed.data]] : [];
		}),
	);
}

/** A variable that is not set leaves an empty value behind, which need not be told again. */
function withoutRepeats(problems: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
	return problems.filter(({ line, column }) => !told.some((one) => one.line === line && one.column === column));
}

function deliveryWarnings(
	parsed: CouncilFile,
	council: Pick<Council, "register"> & { readonly smtp?: unknown },
	file: YamlFile,
) {
	const warnings: Problem[] = [];
	const leftOut = parsed.exclusions?.some(({ domain }) => domain !== undefined && NOTIFY_DOMAIN.endsWith(domain));
	if (parsed.smtp?.notify !== undefined && leftOut !== true) {
		const message = "Mail by GOV.UK Notify carries no seal, so that Candour would read its own alerts as a stranger's.";
		const mend = `Exclude it: { domain: ${NOTIFY_DOMAIN}, reason: Candour's own mail }.`;
		warnings.push(file.problemAt(["smtp", "notify"], message, mend));
	}
	for (const key of ["alerts", "digest"] as const) {
		const section = parsed[key];
		if (section === undefined) continue;
		if (council.smtp === undefined) {
			warnings.push(
				file.problemAt(
					[],
					`Nothing says how ${key} are sent.`,
					"Add smtp: with host, or with directory to write them as files.",
					key,
				),
			);
		}
		for (const address of strangers(
			[section.to].flat().map((one) => one.toLowerCase()),
			council.register,
		)) {
			const message = `${address} is neither of the council nor an authorised recipient, and would get its ${key}.`;
			warnings.push(file.problemAt([key, "to"], message, "Correct it, or list it under authorisedRecipients."));
		}
	}
	return warnings;
}
