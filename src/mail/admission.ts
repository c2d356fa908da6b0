/** The header stage: decides by a message's headers and place whether its text may be read. */
import type { Exclusion } from "../config/council.ts";
import { normaliseAddress } from "../people/address.ts";
import { type HeaderView, readHeaders } from "./header-view.ts";
import type { Admission, Admit } from "./source.ts";

/** The reason counted for mail that its own sender marked as personal. */
export const PERSONAL = "marked personal by its sender";

const MAY_BE_PERSONAL = /^sensitivity[ \t]*:/im;

export interface AdmissionOptions {
	/** Says of admitted headers whether any rule of the protocol could need the message. Absent: all are needed. */
	readonly needs?: (headers: HeaderView) => boolean;
}

/**
 * Makes the header stage of a council's exclusions. An excluded address or domain (with its subdomains) excludes the
 * mail that it sent or visibly received; a subject excludes where it stands anywhere in the subject line.
 * `Sensitivity: Personal` excludes always.
 */
export function admitBy(exclusions: readonly Exclusion[], options: AdmissionOptions = {}): Admit {
	const reasonAgainst = excludedBy(exclusions);
	const read: Admission = { read: true };
	const looksAtAll = exclusions.length > 0 || options.needs !== undefined;
	return (raw, at) => {
		// Without exclusions only this header matters, and the headers are read again with the message.
		if (!looksAtAll && !MAY_BE_PERSONAL.test(raw.toString("latin1"))) return read;
		const headers = readHeaders(raw);
		const excluded = reasonAgainst(headers, at.folder);
		if (excluded !== undefined) return { read: false, excluded };
		return options.needs === undefined || options.needs(headers) ? read : { read: false, notNeeded: true };
	};
}

/** What a council's exclusions look at; a header block gives it, and so does a message inside a journal report. */
export type ExcludableHeaders = Pick<
	HeaderView,
	"from" | "sender" | "to" | "cc" | "bcc" | "resends" | "subject" | "sensitivity"
>;

/** The reason for which a message is excluded, or undefined. */
export function excludedBy(
	exclusions: readonly Exclusion[],
): (headers: ExcludableHeaders, folder: string) => string | undefined {
	const tests = exclusions.map((exclusion) => ({ reason: exclusion.reason, applies: testOf(exclusion) }));
	return (headers, folder) => {
		if (/^\s*personal\b/iu.test(headers.sensitivity ?? "")) return PERSONAL;
		const addresses = addressesOf(headers);
		return tests.find(({ applies }) => applies(headers, addresses, folder))?.reason;
	};
}

type Test = (headers: ExcludableHeaders, addresses: ReadonlySet<string>, folder: string) => boolean;

function testOf(exclusion: Exclusion): Test {
	if ("address" in exclusion) {
		const address = normaliseAddress(exclusion.address);
		return (_headers, addresses) => addresses.has(address);
	}
	if ("domain" in exclusion) {
		const domain = exclusion.domain.toLowerCase().replace(/^@/u, "");
		return (_headers, addresses) => {
			for (const address of addresses) {
				const host = address.slice(address.lastIndexOf("@") + 1);
				if (host === domain || host.endsWith(`.${domain}`)) return true;
			}
			return false;
		};
	}
	if ("folder" in exclusion) {
		const folder = exclusion.folder.toLowerCase();
		return (_headers, _addresses, place) => {
			const here = place.toLowerCase();
			// "Union" excludes "INBOX/Union/2026" too: by its last part, or as a parent.
			return `/${here}/`.includes(`/${folder}/`);
		};
	}
	const words = collapse(exclusion.subject);
	return (headers) => words !== "" && collapse(headers.subject).includes(words);
}

function addressesOf(headers: ExcludableHeaders): ReadonlySet<string> {
	const { from, sender, to, cc, bcc, resends } = headers;
	const resent = resends.flatMap((resend) => [...resend.by, ...resend.to, ...resend.cc, ...resend.bcc]);
	const all = [...from, ...(sender ? [sender] : []), ...to, ...cc, ...bcc, ...resent];
	return new Set(all.map(({ address }) => address));
}

function collapse(text: string): string {
	return text.toLowerCase().replace(/\s+/gu, " ").trim();
}
