/** `candour rules [RULE]`: the rules of the configured protocol, or of all of them; or one, explained. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Protocol, RuleInForce } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { hanging, wrapped } from "../reports/wrap.ts";
import { RULES, ruleById } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { note, say } from "./output.ts";
import { checkedRules } from "./rule-names.ts";

export interface RulesOptions {
	readonly config: string;
	/** Whether the user named the configuration: then it must be there. */
	readonly configGiven: boolean;
}

const WIDTH = 100;
const DOCS = new URL("../../docs/rules/", import.meta.url);

export async function rules(name: string | undefined, options: RulesOptions): Promise<ExitStatus> {
	if (name !== undefined) checkedRules([name]);
	const protocol = await protocolOf(options);
	if (name === undefined) listRules(protocol);
	else await explain(name, protocol);
	return EXIT.clean;
}

async function protocolOf({ config, configGiven }: RulesOptions): Promise<Protocol | undefined> {
	if (!configGiven && !existsSync(config)) {
		note(`candour: there is no ${config}, so these are the rules of all protocols.`);
		return undefined;
	}
	return (await loadCouncil(config)).protocol;
}

function listRules(protocol: Protocol | undefined): void {
	if (protocol !== undefined) say(`${protocol.title || protocol.name}\n\n`);
	for (const rule of RULES) {
		const inForce = protocol?.rules.find((one) => one.rule === rule.meta.id);
		if (protocol === undefined) say(`${rule.meta.id}  (${rule.meta.severity})\n`);
		else say(`${rule.meta.id}  (${inForce?.severity ?? "off"}${inForce?.clause ? `; ${inForce.clause}` : ""})\n`);
		say(`${hanging("  ", rule.meta.about, WIDTH).join("\n")}\n`);
	}
	const coming = protocol?.rules.filter(({ rule }) => ruleById(rule) === undefined) ?? [];
	if (coming.length > 0) say(`\nNot ready yet: ${coming.map(({ rule }) => rule).join(", ")}\n`);
	say('\n"candour rules RULE" explains one of them.\n');
}

async function explain(name: string, protocol: Protocol | undefined): Promise<void> {
	const rule = ruleById(name);
	if (rule === undefined) return;
	const inForce = protocol?.rules.find((one) => one.rule === name);
	say(`${rule.meta.title} (${name})\n${wrapped(rule.meta.about, WIDTH).join("\n")}\n\n`);
	say(standing(rule, protocol, inForce));
	say(`\n${await page(name, rule)}`);
}

function standing(rule: Rule, protocol: Protocol | undefined, inForce: RuleInForce | undefined): string {
	const clauses = Object.entries(rule.meta.clauses).map(([profile, clause]) => `  ${profile}: ${clause}\n`);
	if (protocol === undefined) return `Severity ${rule.meta.severity}. Clauses:\n${clauses.join("")}`;
	if (inForce === undefined || inForce.severity === "off") return `Your protocol (${protocol.name}) does not use it.\n`;
	const settings = Object.entries(inForce.settings).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`);
	return `In your protocol (${protocol.name}): ${inForce.severity}, ${inForce.clause}.\n${settings.length > 0 ? `Settings:\n${settings.join("")}` : ""}`;
}

/** The rule's page of the documentation, for a terminal. */
async function page(name: string, rule: Rule): Promise<string> {
	const markdown = await readFile(new URL(`${name}.md`, DOCS), "utf8").catch(() => undefined);
	if (markdown === undefined) {
		return `When it can be wrong:\n${rule.meta.falsePositives.map((one) => `${hanging("- ", one, WIDTH).join("\n")}\n`).join("")}`;
	}
	const lines: string[] = [];
	let example = false;
	// What stands before the first heading was said already.
	for (const line of markdown.slice(Math.max(markdown.indexOf("\n## "), 0)).split("\n")) {
		if (line.startsWith("```")) example = !example;
		else if (example) lines.push(`    ${line}`);
		else if (line.startsWith("## ")) lines.push(line.slice(3).toUpperCase());
		else lines.push(...asProse(line));
	}
	return `${lines
		.join("\n")
		.replace(/\n{3,}/gu, "\n\n")
		.trim()}\n`;
}

function asProse(line: string): string[] {
	const plain = line.replaceAll("**", "").replaceAll("`", "");
	const [head = ""] = /^(?:- |\d+\. )/u.exec(plain) ?? [];
	return hanging(head, plain.slice(head.length), WIDTH);
}
