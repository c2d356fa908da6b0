/** One raw message in, its facts out: parsing, evidence of receipt and extraction in a row. */
import { CandourError } from "../errors.ts";
import { extractFacts } from "../facts/extract.ts";
import type { MessageFacts } from "../facts/facts.ts";
import type { Location } from "../facts/message.ts";
import { parseMessage } from "../mail/parse.ts";
import { receiptsOf } from "../mail/receipts.ts";
import type { Register } from "../people/person.ts";
import { createRoster } from "../people/roster.ts";
import { createPrints } from "../text/fingerprints.ts";

export interface ReadTask {
	readonly raw: Uint8Array;
	readonly at: Location;
	readonly journal: boolean;
	readonly receivedAt?: string;
}

export type ReadResult =
	| { readonly kind: "facts"; readonly facts: MessageFacts }
	| { readonly kind: "unreadable"; readonly reason: string };

export interface ReadingWith {
	readonly register: Register;
	/** Secret of the fingerprints, 32 bytes. */
	readonly key: Uint8Array;
}

export function createReadMessage({ register, key }: ReadingWith): (task: ReadTask) => Promise<ReadResult> {
	const roster = createRoster(register);
	const prints = createPrints(key);
	return async ({ raw, at, journal, receivedAt }) => {
		try {
			const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
			const message = await parseMessage(bytes, {
				journal,
				mailbox: at.mailbox,
				...(receivedAt ? { receivedAt } : {}),
			});
			const receipts = receiptsOf(message, at, register, { journal });
			return { kind: "facts", facts: extractFacts(message, at, { roster, prints, receipts }) };
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
