/** What a message's text falls into once it is read: the sender's own words, the furniture around them, the thread below. */
import type { Address } from "../../facts/message.ts";

/** A message's text, in the alternatives it came in. */
export interface Body {
	readonly plain?: string;
	readonly html?: string;
}

export interface SegmentOptions {
	/** The Subject header: "FW:" tells a forward from a reply where the block below looks the same. */
	readonly subject?: string;
	/** Display name of the sender; helps to see a name line as a signature. */
	readonly sender?: string;
	/** IANA zone of dates in quotes that name none; Europe/London by default. */
	readonly zone?: string;
}

export interface FootLine {
	readonly text: string;
	/** Where it stands: at the end of the authored text, in the name block, below it, or below a disclaimer. */
	readonly position: "authored" | "signature" | "after-signature" | "after-disclaimer";
}

/** An earlier message as it stands inside this one. */
export interface QuotedMessage {
	readonly via: "quoted" | "forwarded";
	/** 0 for the message directly below, 1 for the one that it quotes, … */
	readonly depth: number;
	readonly from: readonly Address[];
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	/** ISO 8601, UTC; absent where the quote gives no readable date and time. */
	readonly date?: string;
	readonly subject?: string;
	/** Its own text with its signature, without disclaimers and deeper quotes; lines by "\n". */
	readonly text: string;
	/** The same without the signature. */
	readonly authored: string;
	/** "On … wrote:" as it stands, on one line; absent for header blocks. */
	readonly attributionLine?: string;
}

export interface Segments {
	/**
	 * What the sender wrote, lines by "\n" and paragraphs by an empty line: no signature, disclaimer, quotes. Lines below
	 * the signature or below the quotes that are no furniture are his too, and stand here in their order.
	 */
	readonly authored: string;
	/** Sign-off and name block; "" where there is none. */
	readonly signature: string;
	/** Standing disclaimers, gateway banners and list footers, wherever they stand. */
	readonly disclaimer: string;
	/**
	 * Where a copy footer stands: the last authored lines, the signature and what follows it, before any quoted thread;
	 * for a sender who writes below the quotes throughout, the same at the end of the message.
	 */
	readonly foot: readonly FootLine[];
	/** The first authored lines up to the salutation, and the one after it. */
	readonly head: readonly string[];
	/** What the sender wrote below the last quote; also part of `authored`. */
	readonly belowQuotes: string;
	readonly posting: "top" | "bottom" | "inline" | "none";
	/** Newest first; nested quotes flattened, with their depth. */
	readonly contained: readonly QuotedMessage[];
	/** Authored or foot lines that a reader of the other alternative does not see. They are not in `foot`. */
	readonly onlyInPlain: readonly string[];
	readonly onlyInHtml: readonly string[];
	/** True where the HTML hides text from its reader; hidden text is in none of the segments. */
	readonly hidesText: boolean;
}
