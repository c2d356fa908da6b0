/** What every match of a pattern has in it, read from the pattern's own source. */
import { BLANK, classOfCharacter } from "./letters.ts";

/** any: nothing is known; run: characters of these classes in a row; all, some: of other needs. */
export type Need =
	| { readonly kind: "any" }
	| { readonly kind: "run"; readonly run: readonly number[] }
	| { readonly kind: "all" | "some"; readonly of: readonly Need[] };

const ANY: Need = { kind: "any" };
/** More spellings than these of one stretch are not told apart. */
const MOST_SPELLINGS = 12;
const LONGEST_RUN = 10;
/** A single character is in every text. */
const SHORTEST_RUN = 2;
/** A repetition beyond this many times is read as this many. */
const MOST_REPEATED = 3;

/** What a stretch of a pattern matches: all its spellings, where they are few, or else what it needs. */
type Stretch =
	| { readonly kind: "spelt"; readonly spellings: readonly (readonly number[])[] }
	| { readonly kind: "open"; readonly need: Need };

const NOTHING: Stretch = { kind: "spelt", spellings: [[]] };
const OPEN: Stretch = { kind: "open", need: ANY };

/** Never throws: of what it does not know it asks nothing. */
export function needOf(pattern: RegExp): Need {
	return needOfStretch(new PatternReader(pattern.source, pattern.flags).read());
}

function needOfStretch(stretch: Stretch): Need {
	if (stretch.kind === "open") return stretch.need;
	return some(stretch.spellings.map((run) => (run.length < SHORTEST_RUN ? ANY : { kind: "run", run })));
}

function some(needs: readonly Need[]): Need {
	if (needs.length === 0 || needs.some(({ kind }) => kind === "any")) return ANY;
	return needs.length === 1 ? (needs[0] as Need) : { kind: "some", of: needs };
}

function all(needs: readonly Need[]): Need {
	const known = needs.filter(({ kind }) => kind !== "any");
	if (known.length === 0) return ANY;
	return known.length === 1 ? (known[0] as Need) : { kind: "all", of: known };
}

/** Reads a pattern from left to right. Assertions are passed over, which only asks for less. */
class PatternReader {
	readonly #source: string;
	readonly #unicode: boolean;
	#at = 0;

	constructor(source: string, flags: string) {
		this.#source = source;
		this.#unicode = /[uv]/.test(flags);
	}

	read(): Stretch {
		const found = this.#alternatives();
		return this.#at < this.#source.length ? OPEN : found;
	}

	#alternatives(): Stretch {
		const branches = [this.#sequence()];
		while (this.#source[this.#at] === "|") {
			this.#at++;
			branches.push(this.#sequence());
		}
		if (branches.length === 1) return branches[0] as Stretch;
		const spellings = branches.flatMap((branch) => (branch.kind === "spelt" ? branch.spellings : []));
		if (branches.every(({ kind }) => kind === "spelt") && spellings.length <= MOST_SPELLINGS)
			return { kind: "spelt", spellings };
		return { kind: "open", need: some(branches.map(needOfStretch)) };
	}

	#sequence(): Stretch {
		const needs: Need[] = [];
		let spelt: readonly (readonly number[])[] = [[]];
		let open = false;
		const close = (): void => {
			needs.push(needOfStretch({ kind: "spelt", spellings: spelt }));
			spelt = [[]];
			open = true;
		};
		for (;;) {
			const char = this.#source[this.#at];
			if (char === undefined || char === "|" || char === ")") break;
			const next = this.#repeated(this.#atom());
			if (next.kind === "open") {
				close();
				needs.push(next.need);
				continue;
			}
			if (spelt.length * next.spellings.length > MOST_SPELLINGS || tooLong(spelt)) close();
			if (next.spellings.length > MOST_SPELLINGS) needs.push(needOfStretch(next));
			else spelt = spelt.flatMap((start) => next.spellings.map((end) => joined(start, end)));
		}
		if (!open) return { kind: "spelt", spellings: spelt };
		close();
		return { kind: "open", need: all(needs) };
	}

	#repeated(atom: Stretch): Stretch {
		const times = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 16));
		if (times === null) return atom;
		this.#at += times[0].length;
		const [, sign, least, comma, most] = times;
		const from = sign === undefined ? Number(least) : sign === "+" ? 1 : 0;
		const exact = sign === undefined && comma === "";
		const to =
			sign === "?" ? 1 : exact ? from : most === undefined || most === "" ? Number.POSITIVE_INFINITY : Number(most);
		// However many blanks there are, they count as one.
		const blank =
			atom.kind === "spelt" && atom.spellings.every((spelling) => spelling.length === 1 && spelling[0] === BLANK);
		if (blank) return from === 0 ? { kind: "spelt", spellings: [[], [BLANK]] } : atom;
		if (from === 0 && to === 1 && atom.kind === "spelt" && atom.spellings.length < MOST_SPELLINGS)
			return { kind: "spelt", spellings: [[], ...atom.spellings] };
		if (from === 0) return OPEN;
		const repeats = Math.min(from, MOST_REPEATED);
		if (atom.kind === "spelt" && exact && from === repeats && atom.spellings.length === 1) {
			const [only = []] = atom.spellings;
			let spelling: readonly number[] = [];
			for (let time = 0; time < repeats; time++) spelling = joined(spelling, only);
			return { kind: "spelt", spellings: [spelling] };
		}
		return from === 1 && to === 1 ? atom : { kind: "open", need: needOfStretch(atom) };
	}

	#atom(): Stretch {
		const char = this.#source[this.#at] as string;
		if (char === "(") return this.#group();
		if (char === "[") return this.#class();
		if (char === "\\") return this.#escape();
		if (char === "^" || char === "$") {
			this.#at++;
			return NOTHING;
		}
		if (char === ".") {
			this.#at++;
			return OPEN;
		}
		const whole = this.#unicode ? String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0) : char;
		this.#at += whole.length;
		return letter(whole);
	}

	#group(): Stretch {
		const opening = /^\((?:\?(?:([:=!])|<([=!])|<[^>]*>|[a-z-]*:))?/.exec(
			this.#source.slice(this.#at, this.#at + 80),
		) ?? ["("];
		this.#at += opening[0].length;
		const within = this.#alternatives();
		this.#at++;
		const assertion = opening[2] !== undefined || opening[1] === "=" || opening[1] === "!";
		if (/^\(\?[a-z-]+:/.test(opening[0])) return OPEN;
		return assertion ? NOTHING : within;
	}

	#class(): Stretch {
		const end = this.#endOfClass();
		const within = this.#source.slice(this.#at + 1, end);
		this.#at = end + 1;
		if (within.startsWith("^")) return OPEN;
		if (within === "\\s") return letter(" ");
		// Ranges, escapes and sets are only passed over.
		if (/[\\[\]&]|.-./su.test(within)) return OPEN;
		const letters = [...within].map(letter);
		if (letters.some(({ kind }) => kind === "open")) return OPEN;
		return { kind: "spelt", spellings: letters.flatMap((one) => (one.kind === "spelt" ? one.spellings : [])) };
	}

	#endOfClass(): number {
		for (let at = this.#at + 1; at < this.#source.length; at++) {
			if (this.#source[at] === "\\") at++;
			else if (this.#source[at] === "]") return at;
		}
		return this.#source.length;
	}

	#escape(): Stretch {
		const [whole = "\\", name = ""] =
			/^\\(?:([pP])\{[^}]*\}|k<[^>]*>|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|\d+|.)/su.exec(
				this.#source.slice(this.#at, this.#at + 60),
			) ?? [];
		this.#at += whole.length;
		if (name !== "" || whole.length > 2) return OPEN;
		const char = whole[1] ?? "";
		if (char === "b" || char === "B") return NOTHING;
		if (char === "s" || char === "n" || char === "t" || char === "r" || char === "f" || char === "v")
			return letter(" ");
		if (char === "d") return letter("0");
		return /[A-Za-z0-9]/.test(char) ? OPEN : letter(char);
	}
}

/** One character; one of another script asks for nothing, and neither does the text around it. */
function letter(char: string): Stretch {
	const one = classOfCharacter(char);
	return one === undefined ? OPEN : { kind: "spelt", spellings: [[one]] };
}

function joined(start: readonly number[], end: readonly number[]): readonly number[] {
	return start.at(-1) === BLANK && end[0] === BLANK ? [...start, ...end.slice(1)] : [...start, ...end];
}

function tooLong(spelt: readonly (readonly number[])[]): boolean {
	return spelt.some(({ length }) => length >= LONGEST_RUN);
}
