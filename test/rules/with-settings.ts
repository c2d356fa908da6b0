/** Findings of one rule with settings of a council's own. */
import type { Protocol } from "../../src/config/council.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { judgeMail } from "../judging.ts";
import { EVERY_RULE } from "../thornby.ts";

export type Settings = Readonly<Record<string, unknown>>;

export function protocolWith(rule: string, settings: Settings): Protocol {
	return { ...EVERY_RULE, rules: EVERY_RULE.rules.map((one) => (one.rule === rule ? { ...one, settings } : one)) };
}

export async function findingsOf(
	rule: string,
	settings: Settings,
	mails: Parameters<typeof judgeMail>[0],
): Promise<readonly Finding[]> {
	return (await judgeMail(mails, protocolWith(rule, settings))).filter((finding) => finding.rule === rule);
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
