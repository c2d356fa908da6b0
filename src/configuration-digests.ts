/** What stored judgements and stored facts depend on, each as one digest: another digest, and they are out of date. */
import { createHash } from "node:crypto";
import { readingsToKeep } from "./audit/judge.ts";
import type { Council } from "./config/council.ts";
import { FACTS_VERSION } from "./facts/version.ts";
import { RULES } from "./rules/index.ts";
import { RULES_VERSION } from "./rules/version.ts";
import { canonical } from "./store/canonical.ts";

type Configured = Pick<Council, "protocol" | "register" | "calendar" | "exclusions" | "mailboxes">;

/** Of all that decides what the rules say of given facts. */
export function judgingDigest({ protocol, register, calendar }: Configured): string {
	const known = RULES.map(({ meta }) => meta.id).sort();
	return digestOf([RULES_VERSION, known, protocol, inNoOrder(register), calendar]);
}

/**
 * Of all that decides which facts are taken from given mail: the roster, whose journal reports are believed, and what
 * settings of the rules have looked for beside.
 */
export function readingDigest({ register, mailboxes, protocol }: Configured): string {
	const journals = mailboxes.filter(({ journal }) => journal).map(({ name }) => name);
	return digestOf([FACTS_VERSION, inNoOrder(register), journals.sort(), readingsToKeep(protocol)]);
}

/** A digest of the exclusions behind each reason, by reason: what was passed over keeps only that. */
export function exclusionDigests({ exclusions }: Configured): ReadonlyMap<string, string> {
	const byReason = Map.groupBy(exclusions, ({ reason }) => reason);
	return new Map([...byReason].map(([reason, those]) => [reason, digestOf(those.map(canonical).sort())]));
}

/** Whoever sorts the people of council.yaml changes nothing by it. */
function inNoOrder(register: Configured["register"]): unknown {
	return Object.fromEntries(
		Object.entries(register).map(([key, value]) => [
			key,
			Array.isArray(value) ? value.map((item) => canonical(item)).sort() : value,
		]),
	);
}

function digestOf(value: unknown): string {
	return createHash("sha256").update(canonical(value)).digest("base64url");
}
