/** Findings of one rule with settings of a council's own. */
import type { Protocol } from "../../src/config/council.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { judgeMail } from "../judging.ts";
import { EVERY_RULE } from "../thornby.ts";

export type Settings = Readonly<Record<string, unknown>>;

/** The rule alone: it has no more of the mail than it says that it reads. */
export function only(rule: string, settings: Settings): Protocol {
	const { rules } = protocolWith(rule, settings);
	return { ...EVERY_RULE, rules: rules.filter((one) => one.rule === rule) };
}

export function protocolWith(rule: string, settings: Settings): Protocol {
	return { ...EVERY_RULE, rules: EVERY_RULE.rules.map((one) => (one.rule === rule ? { ...one, settings } : one)) };
}

export async function findingsOf(
	rule: string,
	settings: Settings,
	mails: Parameters<typeof judgeMail>[0],
): Promise<readonly Finding[]> {
	return judgeMail(mails, only(rule, settings));
}

/** The first people of the findings, by what stands before the @ of their addresses. */
export async function whoIn(
	rule: string,
	settings: Settings,
	mails: Parameters<typeof judgeMail>[0],
): Promise<readonly string[]> {
	const found = await findingsOf(rule, settings, mails);
	return found.map(({ people }) => people[0]?.address.split("@")[0] ?? "");
}
