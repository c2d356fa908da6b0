/** Resent-* blocks (RFC 5322 3.6.6): each redirect of the message, the latest first. */
import type { Resend } from "../facts/message.ts";
import { parseAddresses } from "./addresses.ts";
import { parseMailDate } from "./dates.ts";
import type { HeaderField } from "./header-block.ts";
import { TRACE_LINES_MAX } from "./limits.ts";
import { messageIds } from "./message-ids.ts";

const PREFIX = "resent-";
const ONCE_A_BLOCK = new Set(["from", "date", "message-id", "sender"]);

/**
 * A new block begins where a field comes again that a block has once (Resent-From, -Date, -Sender, -Message-ID), or
 * where other fields stand between two recipient fields of the same name.
 */
export function readResends(fields: readonly HeaderField[]): readonly Resend[] {
	const blocks: Map<string, string[]>[] = [];
	let block: Map<string, string[]> | undefined;
	let adjacent = false;
	for (const { name, value } of fields) {
		if (!name.startsWith(PREFIX)) {
			adjacent = false;
			continue;
		}
		const part = name.slice(PREFIX.length);
		if (block === undefined || (block.has(part) && (ONCE_A_BLOCK.has(part) || !adjacent))) {
			if (blocks.length >= TRACE_LINES_MAX) break;
			block = new Map();
			blocks.push(block);
		}
		block.set(part, [...(block.get(part) ?? []), value]);
		adjacent = true;
	}
	return blocks.map(toResend).filter((resend) => resend.by.length + resend.to.length + resend.bcc.length > 0);
}

function toResend(block: ReadonlyMap<string, readonly string[]>): Resend {
	const of = (part: string) => parseAddresses(block.get(part) ?? []).addresses;
	const date = parseMailDate(block.get("date")?.[0] ?? "");
	const messageId = messageIds(block.get("message-id") ?? [])[0];
	return {
		// Who did it is the Sender where somebody did it for another.
		by: [...of("sender"), ...of("from")],
		to: of("to"),
		cc: of("cc"),
		bcc: of("bcc"),
		...(date === undefined ? {} : { date }),
		...(messageId === undefined ? {} : { messageId }),
	};
}
