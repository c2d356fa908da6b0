/** Who signs: the names below the closing, and in whose name when it is signed pp (readings 11 and 14). */
import { peopleNamed } from "../../people/names.ts";
import type { Person } from "../../people/person.ts";
import type { Roster } from "../../people/roster.ts";
import { isAfterword, isNameLike, isPhoneLine, namesSender, signOffIn } from "../segments/signature.ts";

export interface Signing {
	/** In the order of the signatures, each once. */
	readonly people: readonly Person[];
	readonly pp: boolean;
	/** The line that names the first of them. */
	readonly quote?: string;
	/** The lines of the name block, without closing and telephone lines. */
	readonly lines: readonly string[];
}

export interface SigningPlace {
	/** The lines from the closing on. */
	readonly lines: readonly string[];
	readonly roster: Roster;
	readonly at: string;
	/** The sender, where he is of the roster: his first name or initials are enough. */
	readonly sender?: Person;
	readonly senderName?: string;
}

/** Names stand at the top of a signature; below are addresses, mottoes and other people's telephone numbers. */
const NAME_LINES = 6;
const PP = /^(.*?)(\(?)\b(?:p\.?\s?p\.?|per pro\.?)(?=[\s:])[\s:]*(.+)$/i;
/** "for the Mayor", "on behalf of Cllr Khan": a person, and not the council. */
const FOR_PERSON =
	/^(.*?)\b(?:for(?: and on behalf of)?|on behalf of|ar ran)\s+((?:the\s+)?(?:(?:lord|town|deputy)\s+)?(?:mayor|chair(?:man|woman)?|vice-?chair(?:man|woman)?|cllr|councillor|y cyng)\b.*)$/i;
/** "Town Clerk: Mrs Helen Carveth" at the foot of headed paper names officers, and nobody signs there. */
const DIRECTORY = /\b(?:clerk|mayor|chair(?:man|woman)?|leader|officer|rfo|clerc|maer)\b[^:]{0,30}:\s*\p{L}/iu;
const COPY =
	/^\W{0,3}(?:cc|c\.c\.|bcc|copy|copies|copied|copi|enc|encl|our ref|your ref|ref|contact|for enquiries|please reply)\b/i;
const SIGNED = /^\s*(?:signed(?: by)?|sgd|\/s\/|for the council|ends)[\s.:_–—-]*/i;

export function signingOf({ lines, roster, at, sender, senderName }: SigningPlace): Signing {
	const block = lines
		.map((line) => line.replace(/[*_]/g, "").trim())
		.filter((line) => line !== "" && !isPhoneLine(line) && !/^[-–—=_\s]+$/.test(line));
	const people: Person[] = [];
	let quote: string | undefined;
	let pp = false;
	let principalFollows = false;
	const add = (found: readonly Person[], line: string) => {
		for (const person of found) if (!people.some((one) => one.id === person.id)) people.push(person);
		if (found.length > 0) quote ??= line;
	};
	for (const [index, written] of block.slice(0, NAME_LINES + 2).entries()) {
		if (
			COPY.test(written) ||
			(isAfterword(written) && !PP.test(written)) ||
			DIRECTORY.test(written.replace(SIGNED, ""))
		)
			continue;
		const line = afterSignOff(written).replace(SIGNED, "");
		if (line === "" || line.length > 110) continue;
		const signed = PP.exec(line) ?? forPerson(line);
		if (signed !== null) {
			const before = named(signed[1] ?? "", roster, at);
			const behind = named(signed[3] ?? "", roster, at);
			pp = true;
			if (signed[2] === "(" && before.length > 0) add(before, line);
			else if (behind.length > 0 && hasNameBelow(block.slice(index + 1), behind, roster, at)) principalFollows = true;
			else if (behind.length > 0) {
				people.length = 0;
				quote = undefined;
				add(behind, line);
			} else principalFollows = true;
			continue;
		}
		if (people.length > 0 && !principalFollows && !isNameLike(line.replace(/[|,].*$/, ""))) continue;
		const found = named(line, roster, at);
		if (
			people.length === 0 &&
			sender !== undefined &&
			found.length !== 1 &&
			index < 2 &&
			namesSender(line, senderName ?? sender.name)
		)
			add([sender], line);
		else if (people.length === 0 || found.length === 1) add(found, line);
	}
	return { people, pp, lines: block, ...(quote === undefined ? {} : { quote }) };
}

/** The lines of a document from its closing on; its last lines where it has none. */
export function closingLines(text: string): readonly string[] {
	const lines = text.split("\n").map((line) => line.trim());
	const ink = lines.filter((line) => line !== "");
	for (let at = ink.length - 1; at > 0; at -= 1) {
		const line = ink[at] as string;
		if (signOffIn(line) === "sign-off") return ink.slice(at);
	}
	let first = ink.length;
	while (first > 0 && ink.length - first < NAME_LINES && isShort(ink[first - 1] as string)) first -= 1;
	return ink.slice(first);
}

function isShort(line: string): boolean {
	return line.length <= 70 && !/[a-z]{3,}[.;]$/.test(line);
}

function afterSignOff(line: string): string {
	if (signOffIn(line) === undefined) return line;
	const cut =
		/^[^,–—]{2,50}?\s*[,–—]+\s*(.+)$/u.exec(line)?.[1] ??
		/(?:regards|wishes|sincerely|faithfully|thanks|cheers)\s+(\p{Lu}.*)$/u.exec(line)?.[1];
	return cut ?? "";
}

function forPerson(line: string): RegExpExecArray | null {
	const match = FOR_PERSON.exec(line);
	if (match === null) return null;
	// The same places as in PP: what stands before, an opening bracket, what stands behind.
	const [whole, before = "", behind = ""] = match;
	return Object.assign([whole, before, "", behind], { index: 0, input: line }) as unknown as RegExpExecArray;
}

function hasNameBelow(lines: readonly string[], known: readonly Person[], roster: Roster, at: string): boolean {
	return lines.slice(0, 2).some((line) => named(line, roster, at).some((person) => !known.includes(person)));
}

/** People whom a line names: by name first; by office only where no name stands beside it. */
function named(line: string, roster: Roster, at: string): readonly Person[] {
	const { mentions } = peopleNamed(line, roster, at, { style: "line" });
	const names = mentions.filter(({ kind }) => kind === "name" || kind === "first-name" || kind === "initials");
	const used =
		names.length > 0 ? names : mentions.filter(({ kind, people }) => kind === "office" && people.length === 1);
	return used
		.filter(({ people }) => people.length === 1)
		.flatMap(({ people }) => roster.person(people[0] as string, at) ?? []);
}
