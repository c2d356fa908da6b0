/** What kind of paper it is: a letter, minutes, a deed, or no letter at all; and whether it is on headed paper. */
import { signOffIn } from "../segments/signature.ts";

/** A head reaches no further down than this many lines with words. */
const HEAD_LINES = 8;
const MINUTES =
	/\bminutes of (?:the|a|an)\b.{0,60}\bmeeting|\bsigned as (?:a )?(?:true|correct|accurate)|\bin attendance\b[\s\S]{0,400}\bresolved\b|\bpresent:[\s\S]{0,600}\bresolved\b|\bcofnodion\b/i;
const DEED =
	/\bthis deed\b|\bexecuted as a deed\b|\bin witness whereof\b|\bthe common seal of\b|\bsigned as a deed\b|\bdeed of (?:grant|gift|transfer|variation|release|easement|covenant)\b/i;
const SALUTATION =
	/^\s*(?:dear\b.{1,60}|to whom it may concern|(?:to )?the (?:department|minister|secretary of state|editor|planning officer|directors?)\b.{0,40}|sirs?,|annwyl\b.{1,60}|gentlemen,?|minister,)\s*[,:]?\s*$/im;
const DATE_LINE =
	/^\s*(?:date:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}\s*$/im;
const ADDRESS_LINE =
	/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b(?:tel|telephone|www\.|https?:|e-?mail)\b|\b0\d{3,4}[ \d]{6,}|\b(?:street|road|lane|square|guildhall|town hall|parish (?:office|rooms)|council offices?|parlour|chambers?)\b/i;
const FORMAL_HEAD =
	/^\s*(?:(?:official )?(?:purchase )?order|order form|statement|press (?:release|statement)|notice|for immediate release)\b/im;

export function documentKind(text: string): "minutes" | "deed" | "letter" {
	if (DEED.test(text)) return "deed";
	return MINUTES.test(text) ? "minutes" : "letter";
}

/** Whether an attached document is meant as a letter: a salutation, or a closing, or a date and a head. */
export function looksLikeLetter(text: string): boolean {
	if (documentKind(text) !== "letter") return true;
	if (SALUTATION.test(text) || FORMAL_HEAD.test(text.slice(0, 300))) return true;
	const lines = inked(text);
	if (lines.slice(1).some((line) => signOffIn(line) === "sign-off")) return true;
	return DATE_LINE.test(lines.slice(0, HEAD_LINES).join("\n")) && lines.length > 3;
}

/** The council's name as a heading, with an address, an office or a date below it. `names` are in lower case. */
export function hasLetterhead(text: string, names: readonly string[]): boolean {
	const head = inked(text).slice(0, HEAD_LINES);
	const at = head.findIndex((line) => isCouncilName(line, names));
	if (at === -1 || at > 2) return false;
	return head.slice(at + 1).some((line) => ADDRESS_LINE.test(line) || DATE_LINE.test(line) || SALUTATION.test(line));
}

/** The body of a letter: what stands between its head and its closing. */
export function bodyOfLetter(text: string): string {
	const lines = text.split("\n");
	const salutation = lines.findIndex((line) => SALUTATION.test(line));
	let end = lines.length;
	for (let at = lines.length - 1; at > Math.max(salutation, 0); at -= 1) {
		if (signOffIn(lines[at] as string) === "sign-off") {
			end = at;
			break;
		}
	}
	return lines.slice(salutation + 1, end).join("\n");
}

function isCouncilName(line: string, names: readonly string[]): boolean {
	const bare = line
		.toLowerCase()
		.replace(/[^\p{L}\s]/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
	return bare.length < 60 && names.some((name) => name.includes(" ") && bare.includes(name));
}

function inked(text: string): readonly string[] {
	return text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}
