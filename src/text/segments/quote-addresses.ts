/** Addresses as the header blocks and attribution lines of quoted mail write them: looser than any standard. */
import type { Address } from "../../facts/message.ts";

/** Recipients beyond this many are not read from a quote. */
const MOST_ADDRESSES = 500;
const OUTSIDE_ADDRESS = /[\s<>()[\],;:"'|*]/;

/** The first e-mail address in a text, and where it stands; linear in the text's length. */
export function emailIn(
	text: string,
): { readonly address: string; readonly start: number; readonly end: number } | undefined {
	for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
		let start = at;
		while (start > 0 && at - start < 100 && !OUTSIDE_ADDRESS.test(text[start - 1] ?? " ")) start--;
		let end = at + 1;
		while (end < text.length && end - at < 200 && !OUTSIDE_ADDRESS.test(text[end] ?? " ")) end++;
		while (end > at + 1 && text[end - 1] === ".") end--;
		if (start < at && end > at + 1) return { address: text.slice(start, end).toLowerCase(), start, end };
	}
	return undefined;
}

/**
 * Reads "Smith, John <j@x.example>; k@x.example [mailto:k@x.example]". An entry without an address keeps its name and
 * has the address "".
 */
export function addressesIn(value: string): Address[] {
	const addresses: Address[] = [];
	let pending = "";
	for (const piece of pieces(value)) {
		pending = pending === "" ? piece : `${pending}, ${piece}`;
		const email = emailIn(pending);
		if (email === undefined && !value.includes(";") && value.includes("@")) continue;
		addresses.push({ address: email?.address ?? "", name: nameIn(pending, email) });
		pending = "";
		if (addresses.length >= MOST_ADDRESSES) break;
	}
	if (pending.trim() !== "") addresses.push({ address: "", name: nameIn(pending, undefined) });
	return addresses;
}

/** Splits at ";" where there is one, else at ",", never inside quotes or angle brackets. */
function pieces(value: string): string[] {
	const mark = value.includes(";") ? ";" : ",";
	const found: string[] = [];
	let start = 0;
	let closing = "";
	for (let index = 0; index < value.length; index++) {
		const char = value[index] ?? "";
		if (closing !== "") {
			if (char === closing) closing = "";
		} else if (char === '"' && value.indexOf('"', index + 1) > 0) closing = '"';
		else if (char === "<") closing = ">";
		else if (char === mark) {
			found.push(value.slice(start, index));
			start = index + 1;
		}
	}
	found.push(value.slice(start));
	return found.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function nameIn(piece: string, email: { readonly start: number } | undefined): string {
	let name = email === undefined ? piece : piece.slice(0, email.start);
	if (email !== undefined && name.trim() === "" && /on behalf of/i.test(piece)) name = piece;
	const behalf = /\bon behalf of\b(.*)$/is.exec(piece.slice(0, 400))?.[1];
	if (behalf !== undefined) name = behalf.replace(/[<[(].*$/s, "");
	return name
		.replace(/\(?(?:via|mailto:).*$/is, "")
		.replace(/[<[(]+\s*$/, "")
		.replace(/[*"<>[\]]/g, "")
		.replace(/^'(.*)'$/s, "$1")
		.replace(/\s+/g, " ")
		.trim();
}
