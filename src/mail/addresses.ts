/** Address fields (From, To, …) → addresses. Groups are flattened; encoded words never make an address. */
import addressparser from "nodemailer/lib/addressparser";
import type { Address } from "../facts/message.ts";
import { normaliseAddress } from "../people/address.ts";
import { decodeWords } from "./encoded-words.ts";
import { RECIPIENTS_MAX } from "./limits.ts";

const ADDRESS = /^(?:"(?:[^"\\]|\\.)*"|[^\s@"<>]+)@[^\s@<>]+$/u;
/** `To: undisclosed-recipients:;` and its misspellings name nobody. */
const NOBODY = /undisclosed|unlisted|suppressed|recipients?\W*$|list:?\W*$/iu;

export interface ParsedAddresses {
	readonly addresses: readonly Address[];
	/** Entries that name somebody without a mail address, as they stand. */
	readonly unreadable: readonly string[];
	/** True where there were more than {@link RECIPIENTS_MAX}. */
	readonly cut: boolean;
}

/** Reads the values of one address field, all its lines together, each address once. */
export function parseAddresses(values: readonly string[]): ParsedAddresses {
	const found = new Map<string, Address>();
	const unreadable: string[] = [];
	let cut = false;
	for (const value of values) {
		if (value === "") continue;
		for (const entry of addressparser(value, { flatten: true })) {
			const address = cleanAddress(entry.address);
			if (!ADDRESS.test(address)) {
				const written = decodeWords(entry.address || entry.name).trim();
				if (written !== "" && !NOBODY.test(written)) unreadable.push(written.slice(0, 100));
				continue;
			}
			if (found.has(address)) continue;
			if (found.size >= RECIPIENTS_MAX) {
				cut = true;
				break;
			}
			found.set(address, { address, name: decodeWords(entry.name).replace(/\s+/gu, " ").trim() });
		}
	}
	return { addresses: [...found.values()], unreadable, cut };
}

/** Lower case; an address whose encoded words would have to be decoded to be one is none (RFC 2047, 5). */
function cleanAddress(written: string): string {
	if (written.includes("=?")) return "";
	return normaliseAddress(written).replace(/\]+$/u, (brackets) => (written.includes("@[") ? brackets : ""));
}

/** A field whose whole value is one address, such as Delivered-To; undefined for anything else. */
export function singleAddress(value: string): string | undefined {
	const address = normaliseAddress(value);
	return ADDRESS.test(address) ? address : undefined;
}
