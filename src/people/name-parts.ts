/** A person's name taken apart: titles and post-nominals off, given names, surname in the ways people write it. */
import { letterKey } from "./fold.ts";

/** Lower case, without dots. */
export const COUNCILLOR_TITLES: ReadonlyMap<string, "singular" | "plural"> = new Map([
	...["cllr", "clr", "cllor", "councillor", "councilor", "coun", "cncllr", "cnclr", "cr"].map(
		(title) => [title, "singular"] as const,
	),
	...["cyng", "cynghorydd", "gynghorydd", "alderman", "ald"].map((title) => [title, "singular"] as const),
	...["cllrs", "clrs", "councillors", "councilors", "couns", "cynghorwyr", "gynghorwyr", "aldermen"].map(
		(title) => [title, "plural"] as const,
	),
]);

export const CIVIL_TITLES: ReadonlySet<string> = new Set(
	"mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev revd reverend canon fr capt captain maj major col colonel lt cdr sgt messrs".split(
		" ",
	),
);

/** Written in capitals behind a name. */
export const POST_NOMINALS: ReadonlySet<string> = new Set(
	"mbe obe cbe bem kbe dbe ch qpm qfsm jp dl phd dphil md msc bsc ba ma llb llm mba meng beng hons pgce frsa fca aca acca cpfa cipfa cilca pslcc fslcc frics mrics mrtpi rgn mp ms msp mla qc kc td vc rd esq snr jnr sr jr".split(
		" ",
	),
);

const PARTICLES = new Set(
	"ap ab ferch verch de du da del della di la le van von der den ten ter al el bin ibn st mac mc o fitz".split(" "),
);

/** Short forms that are no prefix of the name. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
	margaret: "maggie peggy meg daisy rita",
	robert: "bob bobby bert",
	william: "bill billy will liam",
	richard: "dick rick ricky",
	edward: "ted teddy ned eddie",
	john: "jack johnny jon ianto",
	james: "jim jimmy jamie",
	elizabeth: "liz lizzie beth betty betsy lisa libby",
	katherine: "kate katie kathy kitty kath",
	catherine: "kate katie cathy kath cath",
	anthony: "tony",
	patricia: "trish tricia pat patsy",
	henry: "harry hal",
	charles: "charlie chuck",
	michael: "mick mike micky",
	stephen: "steve steph",
	steven: "steve",
	geoffrey: "jeff",
	jeffrey: "geoff",
	joseph: "joe",
	jonathan: "jon jonny",
	andrew: "drew andy",
	alexander: "alec sandy sasha alex",
	dorothy: "dot dottie dolly",
	susan: "sue susie suzie",
	susannah: "sue susie",
	thomas: "tom tommy",
	timothy: "tim",
	theresa: "terry tess",
	terence: "terry",
	victoria: "vicky tori",
	rebecca: "becky becca",
	lawrence: "larry laurie",
	leonard: "len lenny",
	mary: "molly polly",
	nicholas: "nick nicky",
	penelope: "penny",
	peter: "pete",
	philip: "phil pip",
	ronald: "ron ronnie",
	samantha: "sam",
	sarah: "sally",
	veronica: "ronnie",
	walter: "wally",
};

export interface NameParts {
	/** Lower-case keys of the given names and their short forms; the first given name leads. */
	readonly givens: readonly string[];
	/** How many of `givens` stand in the roster's name; the rest are short forms. */
	readonly written: number;
	/** Keys that are the whole surname: "wynnejones". */
	readonly surnames: readonly string[];
	/** Keys of parts of a double surname: "wynne", "jones". */
	readonly partial: readonly string[];
	/** Ways to write the initials, in capitals: "JS", "RWJ", "RJ". */
	readonly initials: readonly string[];
}

/**
 * @param name as the roster gives it: "Dr Patrick O'Neill MBE", "Smith, John".
 * @param addresses whose local parts may show the name by which the person goes (maggie.hosking@…).
 */
export function nameParts(name: string, addresses: readonly string[] = []): NameParts | undefined {
	const words = bareWords(name);
	const last = words.at(-1);
	if (last === undefined) return undefined;
	let start = words.length - 1;
	while (start > 1 && PARTICLES.has((words[start - 1] as string).toLowerCase())) start--;
	// "Anna ap Rhys" keeps its particle; "Ap Rhys" alone is all surname.
	if (start === 1 && PARTICLES.has((words[0] as string).toLowerCase())) start = 0;
	const surname = words.slice(start);
	const given = words.slice(0, start);
	const surnames = new Set([letterKey(surname.join(""))]);
	if (given.length > 1) surnames.add(letterKey(`${given.at(-1)}${surname.join("")}`));
	const parts = surname
		.join(" ")
		.split(/[-\s]+/u)
		.filter((part) => !PARTICLES.has(part.toLowerCase()));
	const givens = given.map(letterKey).filter((one) => one !== "");
	const partial = surname.length > 1 || parts.length > 1 ? parts.map(letterKey).filter((part) => part.length > 2) : [];
	const shortForms = [...givens.flatMap(otherForms), ...formsInAddresses(addresses, [...surnames])];
	return {
		givens: [...new Set([...givens, ...shortForms])],
		written: new Set(givens).size,
		surnames: [...surnames],
		partial: partial.filter((part) => !surnames.has(part)),
		initials: initialsOf(givens, surname),
	};
}

function bareWords(name: string): string[] {
	const [before, ...after] = name.replace(/\([^)]*\)/gu, " ").split(",");
	const turned = after.filter((part) => !isPostNominals(part)).join(" ");
	return `${turned} ${before}`.split(/\s+/u).filter((word) => {
		const key = word.toLowerCase().replaceAll(".", "");
		if (key === "" || key === "the" || key === "y" || key === "hon" || key === "rt") return false;
		return !COUNCILLOR_TITLES.has(key) && !CIVIL_TITLES.has(key) && !isPostNominals(word);
	});
}

function isPostNominals(text: string): boolean {
	const words = text.trim().split(/\s+/u);
	return words.every((word) => POST_NOMINALS.has(word.toLowerCase().replaceAll(".", "")) && word.length > 1);
}

function otherForms(given: string): string[] {
	const forms = (SHORT_FORMS[given] ?? "").split(" ").filter((form) => form !== "");
	for (const [full, short] of Object.entries(SHORT_FORMS)) if (short.split(" ").includes(given)) forms.push(full);
	return forms;
}

function formsInAddresses(addresses: readonly string[], surnames: readonly string[]): string[] {
	return addresses.flatMap((address) => {
		const words = (address.split("@")[0] ?? "").split(/[^\p{L}]+/u);
		if (!words.some((word) => surnames.includes(word))) return [];
		return words.filter((word) => word.length > 2 && !surnames.includes(word) && !COUNCILLOR_TITLES.has(word));
	});
}

function initialsOf(givens: readonly string[], surname: readonly string[]): string[] {
	const first = givens[0]?.[0];
	if (first === undefined) return [];
	const all = givens.map((given) => given[0]).join("");
	const parts = surname
		.join(" ")
		.split(/[-\s']+/u)
		.map((part) => letterKey(part)[0] ?? "");
	const forms = [parts.join(""), parts[0] ?? "", parts.at(-1) ?? ""];
	return [...new Set(forms.flatMap((form) => [first + form, all + form]))].map((form) => form.toUpperCase());
}
