/** What may stand before, between and behind names, so that a surname is not taken for a street or a firm. */
import { CIVIL_TITLES, POST_NOMINALS } from "./name-parts.ts";
import type { Token } from "./tokens.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

export const SEPARATORS = words(", ; & + / | • and a ac");
export const ARTICLES = words("y yr the fellow your our");

const OPENERS = words(
	`: ( [ - – — * • < " ' > = to cc bcc copi copy copied copying i at also with the both two plus including incl in gyda hefyd`,
);
const CLOSERS = words(`. ) ] : ( [ - – — * < > " ' ! ? in both also for too by who as on hefyd`);
const COMPANY = words(
	"ltd limited llp plc solicitors solicitor sons associates builders street road close lane avenue court way drive house hall trust foundation charity family estate room wing park park's field school",
);
const OFFICE_TITLES = words("mayor chair chairman chairwoman leader maer cadeirydd");

/** Capitals that stand in copy lines and are nobody's initials. */
export const NOT_INITIALS: ReadonlySet<string> = words(
	"CC BCC RE FW FWD TO PS NB PC TC CLLR RFO MP MO AGM FAO FYI PP IT HR VAT UK BST GMT AM PM OK TBC MBE OBE CBE JP DL",
);

export function isCapitalised(token: Token): boolean {
	return /^\p{Lu}/u.test(token.text);
}

/** "Smith's wife", "Jones' van": not the person. */
export function isPossessive(tokens: readonly Token[], at: number): boolean {
	const word = tokens[at];
	const next = tokens[at + 1];
	if (word?.text.length === 1) return false;
	return (
		/'s$/iu.test(word?.text ?? "") ||
		(next?.text === "'" && next.start === word?.end && tokens[at + 2]?.kind === "word")
	);
}

/** "Smith Builders", "Pascoe & Sons". */
export function isCompany(tokens: readonly Token[], to: number): boolean {
	const next = tokens[to]?.text === "&" || tokens[to]?.lower === "and" ? tokens[to + 1] : tokens[to];
	return COMPANY.has(next?.lower ?? "");
}

/** "Mr and Mrs Smith" are a couple of residents. */
export function isCouple(tokens: readonly Token[], at: number): boolean {
	const joined = ["and", "&"];
	const ahead = joined.includes(tokens[at + 1]?.lower ?? "") && CIVIL_TITLES.has(tokens[at + 2]?.lower ?? "");
	const behind = joined.includes(tokens[at - 1]?.lower ?? "") && CIVIL_TITLES.has(tokens[at - 2]?.lower ?? "");
	return ahead || behind;
}

/** "Mayor Finch": the office leads a name. */
export function isOfficeTitle(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	return OFFICE_TITLES.has(tokens[at]?.lower ?? "") && next?.kind === "word" && isCapitalised(next);
}

export function beginsHere(tokens: readonly Token[], from: number): boolean {
	const before = tokens[from - 1];
	if (before === undefined || before.kind === "break" || before.kind === "address") return true;
	// The dot of an initial belongs to a name that was not recognised: "P. Smith" where nobody is a P.
	if (before.text === ".") return tokens[from - 2]?.text.length !== 1;
	return OPENERS.has(before.lower) || SEPARATORS.has(before.lower);
}

export function endsHere(tokens: readonly Token[], to: number): boolean {
	const next = tokens[to];
	if (next === undefined || next.kind === "break" || next.kind === "address") return true;
	if (next.kind === "word" && POST_NOMINALS.has(next.lower) && next.text === next.text.toUpperCase()) return true;
	return CLOSERS.has(next.lower) || SEPARATORS.has(next.lower);
}

/** Behind a name: "MBE", ", OBE JP", "(Cllr)". */
export function skipPostNominals(tokens: readonly Token[], from: number): number {
	let to = from;
	for (let i = from; i < tokens.length; i++) {
		const { text, lower } = tokens[i] as Token;
		if (text === "," || text === "." || text === "(" || text === ")") continue;
		if (text.length < 2 || text !== text.toUpperCase() || !POST_NOMINALS.has(lower)) break;
		to = i + 1;
	}
	if (tokens[to]?.text === "(" && /^(?:cllr|councillor|cyng|mrs|mr|ms|miss|dr)$/u.test(tokens[to + 1]?.lower ?? "")) {
		while (to < tokens.length && tokens[to]?.text !== ")") to++;
		to++;
	}
	return to;
}

export function skipSeparators(tokens: readonly Token[], from: number, lines: boolean): number {
	let to = from;
	for (;;) {
		const token = tokens[to];
		const between = token !== undefined && (SEPARATORS.has(token.lower) || (lines && token.kind === "break"));
		if (!between) return to;
		to++;
	}
}
