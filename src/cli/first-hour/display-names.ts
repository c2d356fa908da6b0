/** A person's name as the roster gives it, out of what mail programs show. */
import { letterKey } from "../../people/fold.ts";
import { CIVIL_TITLES, COUNCILLOR_TITLES, type NameParts, nameParts } from "../../people/name-parts.ts";

export interface ShownName {
	/** "Iris Penhale", without titles and what stands behind. */
	readonly name: string;
	readonly councillor: boolean;
}

/** Of "Cllr Iris Penhale (Thornby)", "Penhale, Iris" and "'Iris Penhale' | Ward 3". */
export function shownName(display: string): ShownName {
	const [bare = ""] = display
		.replace(/["'‘’“”]+(?=\s|$)|(?<=^|\s)["'‘’“”]+/gu, "")
		.replace(/\([^)]*\)|\[[^\]]*\]/gu, " ")
		.split(/\s+[-–—|/]\s+|\s+via\s+/u);
	const comma = /^\s*([^,]+),\s*([^,]+?)\s*$/u.exec(bare);
	const ordered = comma === null ? bare : `${comma[2]} ${comma[1]}`;
	let councillor = false;
	const kept = ordered.split(/\s+/u).filter((word) => {
		const key = word.toLowerCase().replaceAll(".", "");
		if (COUNCILLOR_TITLES.has(key)) councillor = true;
		return key !== "" && !COUNCILLOR_TITLES.has(key) && !CIVIL_TITLES.has(key);
	});
	return { name: kept.join(" "), councillor };
}

/** "tom.reed@…" → "Tom Reed"; undefined where the address shows no two words. */
export function nameInAddress(address: string): string | undefined {
	const words = localWords(address).filter((word) => !COUNCILLOR_TITLES.has(word));
	return words.length < 2 ? undefined : words.map(capitalised).join(" ");
}

/** Whether it can be a human being's name: a given name or initial, and a surname. */
export function isFullName(name: string): boolean {
	const parts = nameParts(name);
	return parts !== undefined && parts.written > 0 && /^[\p{L}\p{M}'’. -]+$/u.test(name);
}

/** Whether a name is that of somebody of the roster, short forms included: "Maggie Hosking", "Margaret Hosking". */
export function isSameName(name: string, person: NameParts): boolean {
	const other = nameParts(name);
	if (other === undefined || other.written === 0) return false;
	const surname = other.surnames.some((one) => person.surnames.includes(one));
	return (
		surname && other.givens.slice(0, other.written).some((given) => given.length > 1 && person.givens.includes(given))
	);
}

/** Whether given name and surname both stand in the part before the @: iris.penhale@, irispenhale@, penhale_iris7@. */
export function addressShowsName(address: string, person: NameParts): boolean {
	const words = localWords(address);
	const joined = letterKey(words.join(""));
	const givens = person.givens.filter((given) => given.length > 1);
	return person.surnames.some((surname) => {
		if (surname.length < 3) return false;
		if (givens.some((given) => joined === given + surname || joined === surname + given)) return true;
		return words.includes(surname) && givens.some((given) => words.includes(given));
	});
}

function localWords(address: string): readonly string[] {
	const local = address.slice(0, address.lastIndexOf("@")).toLowerCase();
	return local.split(/[^\p{L}]+/u).filter((word) => word !== "");
}

function capitalised(word: string): string {
	return word.length === 1 ? `${word.toUpperCase()}.` : word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
