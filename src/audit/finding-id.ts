import { createHash } from "node:crypto";
import type { FindingPerson } from "../rules/rule.ts";

const ID_LENGTH = 20;

/** `f_` and a digest of rule, message and people: the same finding has the same id in every run (CONTRACT.md). */
export function findingId(rule: string, messageId: string, people: readonly FindingPerson[]): string {
	const who = people.map((person) => `${person.as}:${person.address}`).sort();
	const digest = createHash("sha256")
		.update(JSON.stringify([rule, messageId, who]))
		.digest("base64url");
	return `f_${digest.replace(/[-_]/gu, "x").slice(0, ID_LENGTH)}`;
}
