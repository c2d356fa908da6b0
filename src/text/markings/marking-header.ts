/** Markings that mail programs write into headers: Sensitivity, Microsoft's labels, classification headers. */
import type { Marking } from "../../facts/facts.ts";
import { readable } from "../normalise.ts";
import { evidenceQuote } from "../quote.ts";

/** Headers whose value is a classification; the name differs by organisation and product. */
const CLASSIFIES =
	/(?:classif|marking|sensitiv|msip_label|(?:security|information|document|data|protective)-?label|caveat|x-confidential|^keywords$|^x-keywords$|^categories$)/i;

const NAME_OF_LABEL = /(?:^|[;_\s])Name=([^;]*)/gi;
const DISABLED = /_Enabled=false/i;

/** Names whose words say that nothing is to be kept. */
const OPEN =
	/\b(?:not?|non|un)[ -]?(?:confidential|restricted|protected|classified|sensitive|private)\b|^(?:normal|general|public|internal|personal|none|no|false|0|official|unclassified)$/i;

/**
 * Markings by the message's own headers (lower-case name to values). `Sensitivity: Personal` is none: it keeps the
 * message from being read at all.
 */
export function headerMarkings(headers: Readonly<Record<string, readonly string[]>>): Marking[] {
	const found: Marking[] = [];
	for (const [header, values] of Object.entries(headers)) {
		if (!CLASSIFIES.test(header)) continue;
		for (const raw of values) {
			for (const value of labelNames(header, readable(raw))) {
				const level = levelOfValue(header, value);
				if (level === undefined) continue;
				found.push({ level, kind: "header", where: "header", quote: evidenceQuote(`${header}: ${value}`) });
			}
		}
	}
	return found;
}

function labelNames(header: string, value: string): string[] {
	// Some systems write each part of the label as a header of its own; its name alone says what it is.
	if (/^msip_label_.*_(?!name$)[a-z]+$/i.test(header)) return [];
	if (!/MSIP_Label/i.test(value) && !/^msip_label/i.test(header)) return [value.trim()];
	if (DISABLED.test(value)) return [];
	const names = [...value.matchAll(NAME_OF_LABEL)].map((name) => (name[1] ?? "").trim());
	return names.length > 0 || value.includes("=") ? names : [value.trim()];
}

function levelOfValue(header: string, value: string): Marking["level"] | undefined {
	const text = value.replace(/[_-]+/g, " ").trim();
	if (OPEN.test(text)) return undefined;
	if (/confidential/i.test(header) && /^(?:yes|true|1|y)$/i.test(text)) return "confidential";
	if (/\brestricted\b/i.test(text)) return "restricted";
	if (/\bprotect(?:ed)?\b/i.test(text)) return "protected";
	return /\b(?:confidential|private|in confidence|secret|exempt|not for publication|cyfrinachol|official ?[:\s]\s?sensitive|swyddogol ?[:\s]\s?sensitif|official sensitive|privileged)\b/i.test(
		text,
	)
		? "confidential"
		: undefined;
}
