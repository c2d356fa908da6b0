/** What a page shows of a message's text: in pieces as a reader sees them, cleaned of what steers. Nothing of it is kept. */
import type { Exclusion } from "../../config/council.ts";
import type { Address, Message } from "../../facts/message.ts";
import { excludedBy } from "../../mail/admission.ts";
import { parseMessage } from "../../mail/parse.ts";
import { plainLine, plainLines } from "../../reports/plain-line.ts";
import { segment } from "../../text/segments/segments.ts";

export interface MessageTask {
	readonly raw: Uint8Array;
	readonly mailbox: string;
	readonly journal: boolean;
	readonly receivedAt?: string;
	readonly exclusions: readonly Exclusion[];
	readonly folder: string;
}

export interface ShownMessage {
	readonly identity: string;
	readonly subject: string;
	readonly date: string;
	readonly from: readonly string[];
	readonly to: readonly string[];
	readonly cc: readonly string[];
	readonly bcc: readonly string[];
	/** What the sender wrote, then his name block; lines by "\n". */
	readonly authored: string;
	readonly signature: string;
	readonly disclaimer: string;
	/** Earlier messages below it, newest first. */
	readonly quoted: readonly { readonly heading: string; readonly subject: string; readonly text: string }[];
	readonly attachments: readonly string[];
	/** In sentences: what a reader of the mail itself may not see, and what could not be read. */
	readonly notes: readonly string[];
}

export type MessageShown =
	| { readonly kind: "shown"; readonly message: ShownMessage }
	| { readonly kind: "excluded"; readonly reason: string };

const TEXT_MAX_CHARACTERS = 200_000;
const QUOTED_MAX = 50;
/** All quoted messages together: their pages would grow, and the marking of words take long. */
const QUOTED_MAX_CHARACTERS = 200_000;
const ATTACHMENTS_SHOWN = 100;
const RECIPIENTS_SHOWN = 100;

/** @throws CandourError MESSAGE_UNREADABLE */
export async function shownMessage({ raw, exclusions, folder, ...options }: MessageTask): Promise<MessageShown> {
	const message = await parseMessage(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), options);
	// The header stage saw a journal report's own headers; these are those of the message inside.
	const reason = message.journal && excludedBy(exclusions)(withSensitivity(message), folder);
	if (reason) return { kind: "excluded", reason };
	const body = {
		...(message.plain === undefined ? {} : { plain: message.plain }),
		...(message.html === undefined ? {} : { html: message.html }),
	};
	const name = message.from[0]?.name;
	const read = segment(body, { subject: message.subject, ...(name ? { sender: name } : {}) });
	return {
		kind: "shown",
		message: {
			identity: message.identity,
			subject: plainLine(message.subject),
			date: message.date,
			from: addresses(message.from),
			to: addresses(message.to),
			cc: addresses(message.cc),
			bcc: addresses(message.bcc),
			authored: clean(read.authored),
			signature: clean(read.signature),
			disclaimer: clean(read.disclaimer),
			quoted: quotedUpTo(QUOTED_MAX_CHARACTERS, read.contained).map(
				({ via, from, subject = "", text, attributionLine }) => ({
					heading: plainLine(
						`${via === "forwarded" ? "Forwarded" : "Quoted"}${from[0] ? `: ${from[0].name || from[0].address}` : attributionLine ? `: ${attributionLine}` : ""}`,
					),
					subject: plainLine(subject),
					text: clean(text),
				}),
			),
			attachments: message.attachments
				.filter(({ inline }) => inline !== true)
				.slice(0, ATTACHMENTS_SHOWN)
				.map((file) => plainLine(file.name)),
			notes: [
				...(read.hidesText ? ["The message holds text that its reader does not see. It is not shown here."] : []),
				...(read.contained.length > QUOTED_MAX || lengthOf(read.contained) > QUOTED_MAX_CHARACTERS
					? ["Not all that it quotes is shown."]
					: []),
				...(message.attachments.length > ATTACHMENTS_SHOWN ? ["Not all of its attachments are named."] : []),
				...(read.onlyInPlain.length > 0 ? ["Some lines stand only in the plain text, not in the formatted one."] : []),
				...(read.onlyInHtml.length > 0 ? ["Some lines stand only in the formatted text, not in the plain one."] : []),
				...message.partlyRead.map((what) => `Not read: ${plainLine(what)}.`),
			],
		},
	};
}

function withSensitivity(message: Message) {
	const sensitivity = message.headers.sensitivity?.[0];
	return sensitivity === undefined ? message : { ...message, sensitivity };
}

type Contained = ReturnType<typeof segment>["contained"];

function lengthOf(contained: Contained): number {
	return contained.reduce((sum, { text }) => sum + text.length, 0);
}

/** Newest first, as far as the characters reach; the last one may be cut. */
function quotedUpTo(characters: number, contained: Contained): Contained {
	let left = characters;
	return contained.slice(0, QUOTED_MAX).flatMap((one) => {
		if (left <= 0) return [];
		const text = one.text.slice(0, left);
		left -= text.length;
		return [{ ...one, text: text.length < one.text.length ? `${text}\n[…]` : text }];
	});
}

function addresses(list: readonly Address[]): readonly string[] {
	const shown = list
		.slice(0, RECIPIENTS_SHOWN)
		.map(({ name, address }) => plainLine(name ? `${name} <${address}>` : address));
	return list.length > RECIPIENTS_SHOWN ? [...shown, `and ${list.length - RECIPIENTS_SHOWN} more`] : shown;
}

function clean(text: string): string {
	const cut = text.length > TEXT_MAX_CHARACTERS ? `${text.slice(0, TEXT_MAX_CHARACTERS)}\n[…]` : text;
	return plainLines(cut).join("\n");
}
