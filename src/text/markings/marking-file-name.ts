/** Labels in a file's name: "RESTRICTED_Sites_v4.pdf", "Sites (PROTECTED).docx". */
import type { Marking } from "../../facts/facts.ts";
import { labelLevels } from "./marking-label.ts";

type Level = Marking["level"];

const LABELS: ReadonlyMap<string, Level> = new Map([
	["RESTRICTED", "restricted"],
	["PROTECTED", "protected"],
	["PROTECT", "protected"],
	["CONFIDENTIAL", "confidential"],
]);
/** No file system takes a longer one. */
const LONGEST_NAME_CHARS = 255;
const EXTENSION = /\.[a-z0-9]{1,5}$/i;
const SEPARATORS = /[\s_.,;()[\]{}–—-]+/u;
/** More than a joint between two words: " - ", "(", "__". */
const STRONG_SEPARATOR = /^(?:.*[()[\]{}–—;,].*|[\s_.]*-[\s_.]+|[\s_.]+-[\s_.]*|__+)$/u;
/** Dates, versions and stages stand before and behind the name itself. */
const NUMBERING =
	/^(?:v\d.*|rev\w?|ver\w*|\d+(?:st|nd|rd|th)?|\d+v\d*|final|draft|copy|signed|redacted|scan(?:ned)?|fw|fwd|re)$/i;
/** What is restricted or protected by itself, in the ordinary sense, and so no label of the file. */
const ORDINARY =
	/^(?:access|areas?|bats?|birds?|buildings?|bridges?|bridleways?|byways?|bags?|characteristics?|disposal|driving|entry|flowers?|footpaths?|funds?|funding|habitats?|hedges?|height|hours|landscapes?|land|lanes?|newts?|occupancy|parking|paths?|permits?|plants?|reserves?|roads?|routes?|species|speed|streets?|structures?|trees?|use|users?|vehicles?|views?|waste|weights?|wildlife|width|zones?|services?|our|your|the|my|this|these|us|yourself|polic(?:y|ies)|counselling|shredding)$/i;
/** "Password PROTECTED", "NOT RESTRICTED". */
const TURNS =
	/^(?:not?|non|un|no|never|isn't|is|are|was|password|weight|height|width|access|entry|parking|speed|tree|trees|bats?|legally|time|age|data|partly|partially)$/i;

/** Levels that a file's name gives it: a label in capitals at its beginning or end, or one that any heading would bear. */
export function fileNameLevels(name: string): readonly Level[] {
	const base = name.slice(-LONGEST_NAME_CHARS).replace(EXTENSION, "");
	const levels = new Set(labelLevels(joined(base), "file-name"));
	const found = labelAtAnEnd(base);
	if (found !== undefined) levels.add(found);
	return [...levels];
}

/** "Non-confidential", "confidential-waste" and "PROTECTED-VIEWS" are one expression each; the dash parts nothing. */
function joined(base: string): string {
	return base
		.replace(/\b(non|not|un)[-_ .]+(?=confid|restrict|protect)/gi, "$1")
		.replace(/\b(confidential|restricted|protected)-(?=([\p{L}]+))/giu, (all, label: string, next: string) =>
			ORDINARY.test(next) ? `${label} ` : all,
		);
}

function labelAtAnEnd(base: string): Level | undefined {
	const words = base.split(SEPARATORS).filter((word) => word !== "");
	const own = words.filter((word) => !NUMBERING.test(word));
	const [first = "", second = ""] = own;
	const last = own.at(-1) ?? "";
	const others = own.filter((word) => !LABELS.has(word)).join("");
	const contrast = others === "" || /\p{Ll}/u.test(others);
	const atHead = LABELS.get(first);
	if (atHead !== undefined && (contrast || isParted(base, first, second)))
		return ORDINARY.test(second) && !isParted(base, first, second) ? undefined : atHead;
	// Behind its noun the plain word can be nothing but a label; the other two end a sentence as well.
	const atFoot = LABELS.get(/^confidential$/i.test(last) ? last.toUpperCase() : last);
	const before = own.at(-2) ?? "";
	return atFoot === undefined || TURNS.test(before) ? undefined : atFoot;
}

/** Whether more than a blank, an underscore or a dash stands between label and next word. */
function isParted(base: string, label: string, next: string): boolean {
	if (next === "") return false;
	const from = base.indexOf(label) + label.length;
	return STRONG_SEPARATOR.test(base.slice(from, base.indexOf(next, from)));
}
