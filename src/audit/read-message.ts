/** One raw message in, its facts out: parsing, evidence of receipt and extraction in a row. */
import type { Exclusion } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { extractFacts } from "../facts/extract.ts";
import type { MessageFacts } from "../facts/facts.ts";
import type { Address, Location, Message } from "../facts/message.ts";
import { READINGS, type Reading } from "../facts/readings.ts";
import { type ExcludableHeaders, excludedBy } from "../mail/admission.ts";
import { isOwnMail } from "../mail/own-mail.ts";
import { parseMessage } from "../mail/parse.ts";
import { receiptsOf } from "../mail/receipts.ts";
import type { Register } from "../people/person.ts";
import { createRoster, type Roster } from "../people/roster.ts";
import { createPrints } from "../text/fingerprints.ts";
import type { Gist } from "./gist.ts";

export interface ReadTask {
	readonly raw: Uint8Array;
	readonly at: Location;
	readonly journal: boolean;
	readonly receivedAt?: string;
}

type Packed = Gist & { readonly record: Uint8Array };

export type ReadResult =
	/** `packed` holds the same for an audit, where they came from a thread. */
	| { readonly kind: "facts"; readonly facts: MessageFacts; readonly packed?: Packed }
	| { readonly kind: "unreadable"; readonly reason: string }
	/** Found out only now: a message inside a journal report, or Candour's own mail. Nothing of it is kept. */
	| { readonly kind: "excluded"; readonly reason: string };

export interface ReadingWith {
	readonly register: Register;
	/** Secret of the fingerprints, 32 bytes. */
	readonly key: Uint8Array;
	/** The header stage sees a journal report's own headers; those of the message inside are looked at here. */
	readonly exclusions: readonly Exclusion[];
	/** Whether the text of scans and pictures that the council's people send is recognised; not by default. */
	readonly scans?: boolean;
	/** Secret from which Candour's own mail is recognised; absent where there is no installation. */
	readonly installationKey?: string;
	/** What the rules in force look at; absent: everything is looked for. */
	readonly readings?: readonly Reading[];
}

/** The reason counted for Candour's own alerts and digests. */
export const OWN_MAIL = "Candour's own mail";

export function createReadMessage({
	register,
	key,
	exclusions,
	scans = false,
	installationKey,
	readings = READINGS,
}: ReadingWith): (task: ReadTask) => Promise<ReadResult> {
	const roster = createRoster(register);
	const prints = createPrints(key);
	const reasonAgainst = excludedBy(exclusions);
	return async ({ raw, at, journal, receivedAt }) => {
		try {
			const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
			const message = await parseMessage(bytes, {
				journal,
				mailbox: at.mailbox,
				...(scans ? { scansFrom: isFromInside(roster) } : {}),
				...(receivedAt ? { receivedAt } : {}),
			});
			if (installationKey !== undefined && isOwnMail(message, installationKey))
				return { kind: "excluded", reason: OWN_MAIL };
			const excluded = message.journal && reasonAgainst(excludableHeaders(message), at.folder);
			if (excluded) return { kind: "excluded", reason: excluded };
			const receipts = receiptsOf(message, at, register, { journal });
			return { kind: "facts", facts: extractFacts(message, at, { roster, prints, receipts, readings }) };
		} catch (error) {
			if (error instanceof CandourError) return { kind: "unreadable", reason: error.message };
			// A fault of ours must not pass for a clean message; its text may hold mail, so only its kind is told.
			return {
				kind: "unreadable",
				reason: `reading it failed (${error instanceof Error ? error.name : "unknown fault"})`,
			};
		}
	};
}

/**
 * An outsider's pictures are his own affair, and most of them are photographs of potholes: only what the council's
 * people send is worth the seconds.
 */
function isFromInside(roster: Roster): (from: readonly Address[], date: string) => boolean {
	return (from, date) =>
		from.some(({ address }) => {
			const { kind } = roster.party(address, date);
			return kind !== "third-party" && kind !== "authorised";
		});
}

function excludableHeaders(message: Message): ExcludableHeaders {
	const sensitivity = message.headers.sensitivity?.[0];
	return sensitivity === undefined ? message : { ...message, sensitivity };
}
