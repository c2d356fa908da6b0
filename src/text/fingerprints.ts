/**
 * Fingerprints of texts: keyed digests of a winnowed choice of word runs (Schleimer, Wilkerson and Aiken, 2003). Two
 * texts that share eight words in a row share a print, wherever they stand; edits elsewhere change nothing. Without
 * the key nobody can test a guess against them.
 */
import { hash, hkdfSync } from "node:crypto";
import type { Prints } from "../facts/facts.ts";
import { commonRuns } from "./common-runs.ts";
import { wordsOf } from "./normalise.ts";

/** Words in a run; shorter texts have no runs, only their whole. */
const RUN_WORDS = 5;
/** Of so many runs in a row, one is kept. */
const WINDOW = 4;
/**
 * Which runs are kept is no secret, and must not depend on one: texts near a threshold would share enough under one key
 * and not under another, and an audit could say today what it did not say yesterday.
 */
const SEEDS: readonly [number, number] = [0x1e3779b1, 0x05ebca6b];
/** 8 bytes in base64url. */
const PRINT_CHARS = 11;
/** 16 bytes. */
const DIGEST_CHARS = 22;
/** Links and pictures are spelt out in plain text and not in HTML, so they are left out of both. */
const MACHINE_TEXT = /<?(?:https?:\/\/|www\.|mailto:)[^\s<>]*>?|\[(?:cid|image):[^[\]\n]{0,500}\]/gi;

export interface Printer {
	/** Prints of a text; phrases that everybody uses give none. */
	of(text: string): Prints;
	/** Keyed digest of any data: 22 characters of base64url. */
	digest(data: string): string;
}

/** Makes the printer for a secret of any length; prints of different secrets never meet. */
export function createPrints(key: Uint8Array): Printer {
	const secret = Buffer.from(hkdfSync("sha256", key, "", "candour fingerprints", 32));
	// A whole block of key before the data, and no digest given out whole: sound without HMAC's second hash, and the
	// one-shot call is forty times faster here than an Hmac object for every run.
	const block = secret.toString("hex");
	const keyed = (data: string): string => hash("sha256", block + data, "base64url");
	return {
		of(text) {
			const words = wordsOf(/:|www\./i.test(text) ? text.replace(MACHINE_TEXT, " ") : text);
			const runs: string[] = [];
			for (const at of winnow(words)) {
				runs.push(keyed(`run ${words.slice(at, at + RUN_WORDS).join(" ")}`).slice(0, PRINT_CHARS));
			}
			return { words: words.length, whole: keyed(`whole ${words.join(" ")}`).slice(0, DIGEST_CHARS), runs };
		},
		digest: (data) => keyed(`data ${data}`).slice(0, DIGEST_CHARS),
	};
}

/** Positions of the runs that stand for the text: the least of every window, the rightmost of equals. */
function winnow(words: readonly string[]): number[] {
	const positions: number[] = [];
	const values: number[] = [];
	const hashes = words.map(wordHash);
	const common = commonValues();
	for (let at = 0; at + RUN_WORDS <= words.length; at++) {
		const value = runValue(hashes, at);
		if (common.has(value) && isCommonAt(words, at)) continue;
		positions.push(at);
		values.push(value >>> 0);
	}
	const chosen: number[] = [];
	let last = -1;
	for (let start = 0; start < Math.max(1, values.length - WINDOW + 1) && values.length > 0; start++) {
		let least = start;
		for (let at = start + 1; at < start + WINDOW && at < values.length; at++) {
			if ((values[at] ?? 0) <= (values[least] ?? 0)) least = at;
		}
		if (least > last) {
			chosen.push(positions[least] ?? 0);
			last = least;
		}
	}
	return chosen;
}

function runValue(hashes: readonly number[], at: number): number {
	let value = SEEDS[1];
	for (let step = 0; step < RUN_WORDS; step++) value = mix(value ^ (hashes[at + step] ?? 0), SEEDS[0]);
	return value;
}

/** The values of the common runs, so that the words themselves are compared for few others. */
function commonValues(): ReadonlySet<number> {
	if (commonKnown !== undefined) return commonKnown;
	const values = new Set<number>();
	for (const [first, seconds] of commonRuns()) {
		for (const [second, rests] of seconds) {
			for (const rest of rests) {
				const words = [first, second, ...rest.split(" ")];
				values.add(runValue(words.map(wordHash), 0));
			}
		}
	}
	commonKnown = values;
	return values;
}

let commonKnown: ReadonlySet<number> | undefined;

function wordHash(word: string): number {
	let value = SEEDS[0];
	for (let index = 0; index < word.length; index++)
		value = Math.imul(value ^ word.charCodeAt(index), SEEDS[1]) ^ (value >>> 13);
	return mix(value, SEEDS[1]);
}

function mix(value: number, odd: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), odd);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	return mixed ^ (mixed >>> 14);
}

function isCommonAt(words: readonly string[], at: number): boolean {
	const seconds = commonRuns().get(words[at] ?? "");
	const rests = seconds?.get(words[at + 1] ?? "");
	return rests?.has(words.slice(at + 2, at + RUN_WORDS).join(" ")) === true;
}

/** Whether five words in a row, as {@link wordsOf} gives them, are a phrase that everybody uses. */
export function isCommonRun(words: readonly string[]): boolean {
	return words.length === RUN_WORDS && isCommonAt(words, 0);
}

export interface Overlap {
	/** Different prints that both have. */
	readonly shared: number;
	/** 0 to 1. */
	readonly shareOfA: number;
	readonly shareOfB: number;
	/** The longest row of prints in A that B has too; each stands for about two and a half words. */
	readonly longestRun: number;
}

/** How much of each text stands in the other. `ignore` holds prints that count for nothing, such as known furniture. */
export function overlap(a: Prints, b: Prints, ignore?: ReadonlySet<string>): Overlap {
	const inB = new Set(b.runs);
	const seen = new Set<string>();
	let shared = 0;
	let run = 0;
	let longestRun = 0;
	for (const print of a.runs) {
		if (ignore?.has(print) === true) continue;
		const both = inB.has(print);
		run = both ? run + 1 : 0;
		longestRun = Math.max(longestRun, run);
		if (both && !seen.has(print)) shared++;
		seen.add(print);
	}
	let ofB = 0;
	for (const print of inB) if (ignore?.has(print) !== true) ofB++;
	const share = (total: number): number => (total === 0 ? 0 : shared / total);
	return { shared, shareOfA: share(seen.size), shareOfB: share(ofB), longestRun };
}
