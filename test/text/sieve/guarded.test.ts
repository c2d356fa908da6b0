import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded, over } from "../../../src/text/sieve/guarded.ts";

/** What the readers of mail look for, written in every way that their patterns are written. */
const PATTERNS = [
	/\b(?:please|pls) (?:forward|pass) (?:this|it)(?: on)? to\b/i,
	/\bcop(?:y|ies|ied) (?:in )?(?:cllrs?|councillors?)\b/i,
	/\b(?:b?cc|c\.c\.)(?:'d)? (?!me\b)\S/i,
	/(?<![\w-])(?:strictly )?(?:private and )?confidential(?![\w-])/gi,
	/(?:^|\n)\s*e-?mail\s*:/iu,
	/\bparagraphs? ?\d+ of (?:part|schedule) [1ivx]+\b/iu,
	/\b(\w)\1\w* (?<word>council|committee)\b/iu,
	/£\s?\d|\b[ée]crit\b/iu,
	/cyfrinach(?:ol)?|gan (?:fod|ei fod)|copï(?:o|ais)/iu,
	/(?:no|not) {2,}need|x{2}y|a\.b/i,
	/[kK]ind|[^a]s is|ho(?:pe|ping)* well/iu,
	/thanks?$|^(?:hi|hello)\b|\bok\b/im,
	/(?=.*sieve)of letters/iu,
];
const FRAGMENTS =
	`please forward this on to|pass it to|copied councillors|copy cllr|cc me|bcc'd x|c.c. Smith|Strictly private and
	confidential|CONFIDENTIAL-ish|e-mail: a|EMAIL :|paragraph 3 of part ii|Paragraphs12 of schedule 1|Llandudno council|ffordd committee
	|£40|a écrit|écrit|Cyfrinachol|gan ei fod|copïais|not  need|not need|xxy|A.B|kind|\u212aind|is \u017fo|bs is|hope well|hopinghope well
	|hoho well|thanks|hello|ok|sieve of letters|pleaſe forward it to|\u00a0|\u2003|naïve`
		.split("|")
		.map((fragment) => fragment.replace(/\n\s*/gu, " "));

const someText = fc
	.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 6 }), fc.constantFrom(" ", "\n", "\t", ". ")), {
		maxLength: 12,
	})
	.map((parts) => parts.join(""));

/** Long enough that the letters are looked at. */
const padded = (text: string): string => `${text}${"\n".repeat(400)}`;

describe("a guarded pattern", () => {
	it("finds in every text what the pattern finds", () => {
		fc.assert(
			fc.property(fc.constantFrom(...PATTERNS), someText, (pattern, text) => {
				for (const whole of [text, padded(text)]) {
					const fresh = new RegExp(pattern.source, pattern.flags);
					const one = guarded(pattern);
					expect(one.test(whole)).toBe(whole.search(fresh) >= 0);
					expect(one.exec(whole)).toEqual(new RegExp(fresh).exec(whole));
					expect(one.replace(whole, "#")).toBe(whole.replace(fresh, "#"));
				}
			}),
			{ numRuns: 3000 },
		);
	});

	it("finds in the sentences of a text what the pattern finds there, with their blanks folded", () => {
		fc.assert(
			fc.property(fc.constantFrom(...PATTERNS), fc.array(someText, { maxLength: 4 }), (pattern, sentences) => {
				const possible = guarded(pattern).over(sentences.join("\n"));
				for (const sentence of sentences) {
					const folded = sentence.replace(/\s+/gu, " ").trim();
					expect(folded.search(possible)).toBe(folded.search(pattern));
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it("gives every match of a global pattern, each time from the start", () => {
		const one = guarded(/cop(?:y|ies)/g);
		const text = padded("a copy, two copies");
		expect(one.test(text)).toBe(true);
		expect([...one.matchAll(text)].map(([word]) => word)).toEqual(["copy", "copies"]);
		expect(one.exec(text)?.index).toBe(2);
	});

	it("is not run on a text that lacks the letters of every match", () => {
		const one = guarded(/\b(?:embargo(?:ed)?|strictly confidential|gyfrinachol)\b/i);
		expect(one.mayMatch("The bandstand roof wants mending before the summer.")).toBe(false);
		expect(one.mayMatch("An Embargo until noon")).toBe(true);
		expect(over([one, guarded(/roof/)], "The roof")).toEqual([/roof/]);
	});

	it("is run on every text where nothing is known of its matches", () => {
		for (const pattern of [/[a-z]+/, /.*/, /(?:copy)?/, /\p{Lu}\w/u, /a|confidential/]) {
			expect(guarded(pattern).mayMatch("…"), String(pattern)).toBe(true);
		}
	});
});

describe("the patterns of all readers", () => {
	const sources = readdirSync("src/text", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.map((name) => readFileSync(`src/text/${name}`, "utf8"));
	const literals = sources.flatMap((source) =>
		[
			...source.matchAll(/(?<=^|[\s(,[])\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([imsu]*)(?=[;,.)\s])/gmu),
		].flatMap(([, body = "", flags = ""]) => {
			try {
				return body.length > 30 ? [new RegExp(body, flags)] : [];
			} catch {
				return [];
			}
		}),
	);
	const sentences = readdirSync("test/text", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.flatMap((name) => [...readFileSync(`test/text/${name}`, "utf8").matchAll(/"((?:[^"\\\n]|\\.){25,300})"/gu)])
		.map(([, sentence = ""]) => sentence);

	it("match no sentence of the tests that their letters would have kept from them", () => {
		expect(literals.length).toBeGreaterThan(150);
		expect(sentences.length).toBeGreaterThan(1000);
		const all = literals.map(guarded);
		const missed = sentences.flatMap((sentence) =>
			all
				.filter((one) => !one.mayMatch(sentence) && one.pattern.test(sentence))
				.map(({ pattern }) => [sentence, pattern]),
		);
		expect(missed).toEqual([]);
	});
});
