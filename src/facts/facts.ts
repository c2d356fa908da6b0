/**
 * Facts: all that rules see of a message, and all that Candour stores of it. No body, no paragraph: addresses,
 * dates, marks, keyed fingerprints, and quotes of at most {@link QUOTE_LENGTH} characters as evidence.
 */
import type { Address, Location } from "./message.ts";

export const QUOTE_LENGTH = 200;

/** How a recipient beyond To and Cc is known to have received the message. */
export interface Receipt {
	/** Lower case; an address, or that of a list. */
	readonly address: string;
	readonly way:
		| "bcc"
		| "resent"
		| "journal-to"
		| "journal-cc"
		| "journal-bcc"
		| "journal-recipient"
		| "delivery"
		| "mailbox";
	/** certain: proves the way too; likely: proves receipt, not the way; possible: a clue. */
	readonly grade: "certain" | "likely" | "possible";
	/** The header or line that says so, for the evidence: "Bcc", "Delivered-To", "journal Bcc". */
	readonly where: string;
	/** For journal lines: the visible list that was expanded, or the forwarding address. */
	readonly expandedFrom?: string;
	readonly forwardedFrom?: string;
}

/** One redirect (Resent-* block) of this message. Dates are ISO 8601, UTC. */
export interface ResendFacts {
	readonly by: readonly string[];
	readonly to: readonly string[];
	readonly bcc: readonly string[];
	readonly date?: string;
}

/** Words of the sender that say who else got, gets or will get the message. */
export interface CopyStatement {
	/**
	 * footer: a copy footer at the foot; elsewhere: a copy line at the head, below the quotes or in an attached letter;
	 * text: said in the authored text ("I have copied Cllr Jones in"); announced: "I'll pass this to Cllr Jones".
	 */
	readonly kind: "footer" | "elsewhere" | "text" | "announced";
	/** Ids of the councillors and officers whom it covers on the message's date; none where it names outsiders alone. */
	readonly covers: readonly string[];
	/**
	 * The same by mention: one of these people (a bare surname of two namesakes), or all of them. `pointed`: a pronoun
	 * that can stand for one of them, the likeliest first; `covers` has only that one.
	 */
	readonly mentions?: readonly {
		readonly people: readonly string[];
		readonly singular: boolean;
		readonly pointed?: true;
	}[];
	readonly quote: string;
}

/** A deliberate mark of confidentiality, or a protective marking. */
export interface Marking {
	readonly level: "confidential" | "restricted" | "protected";
	/** request: "keep this between us", binding only where the profile says so. */
	readonly kind: "label" | "sentence" | "header" | "request";
	readonly where: "subject" | "header" | "text" | "attachment" | "attachment-name" | "quoted";
	readonly quote: string;
	/** True where the subject only inherits it behind "Re:" or "Fw:". */
	readonly inherited?: boolean;
	/** Keyed digest of the attachment that bears it, for `where` attachment and attachment-name. */
	readonly attachment?: string;
	/** True where it was read from the picture of a page (OCR), and may be misread. */
	readonly recognised?: boolean;
}

/** Words that say why something is confidential. */
export interface Reason {
	readonly where: "label" | "text" | "attachment" | "quoted";
	readonly quote: string;
}

/** Keyed fingerprints of a run of text; they cannot be turned back. */
export interface Prints {
	/** Number of words. */
	readonly words: number;
	/** Digest of the whole normalised text. */
	readonly whole: string;
	/** Winnowed digests of word runs, in order, each 11 characters of base64url. */
	readonly runs: readonly string[];
}

/** An earlier message inside this one: quoted below a reply, forwarded inline, or attached. Newest first. */
export interface Contained {
	readonly via: "quoted" | "forwarded" | "attached";
	/** As the quote or the attached header gives them; an empty list where it says nothing. */
	readonly from: readonly Address[];
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	/** ISO 8601, UTC, to the minute where the quote gives one in a readable form. */
	readonly date?: string;
	readonly subject?: string;
	readonly messageId?: string;
	readonly markings: readonly Marking[];
	readonly reasons: readonly Reason[];
	readonly prints: Prints;
	/** A request in it to pass it on. */
	readonly asksToPassOn?: string;
	/** Leave in it to deal with staff directly; only where an officer wrote it. */
	readonly approvesContact?: string;
	/** 0 for the message directly below, 1 for the one below that, … */
	readonly depth: number;
}

/** A sentence of the authored text or of an attached letter that may bind, direct or speak for somebody. */
export interface Statement {
	readonly force: "commits" | "instructs" | "requests" | "official" | "assents";
	/** In whose name, as far as the words tell. `unclear` leaves it to the message's setting. */
	readonly voice: "council" | "personal" | "party" | "other-body" | "unclear";
	readonly status: "plain" | "negated" | "conditional" | "reported" | "quoted" | "question";
	/** Whom it turns to, where the words tell: a name addressed ("Steve, …"). */
	readonly addressee?: string;
	/** True where it needs what only the council has: its money, land, contracts, staff, equipment, decisions. */
	readonly councilResource: boolean;
	/** Whether it obliges or instructs on the council's behalf, read in its letter's context. */
	readonly binds: "yes" | "no" | "unclear";
	readonly quote: string;
	/** The words that decided, for the explanation. */
	readonly because: readonly string[];
}

/** A letter: the authored text of the message, or an attached document that has a salutation, a date or a signature. */
export interface LetterFacts {
	/** "text" or the attachment's name. */
	readonly where: string;
	/** Person ids of those who sign; empty where nobody of the roster signs. */
	readonly signatories: readonly string[];
	readonly signedQuote?: string;
	/** Signed pp by an officer for a councillor still goes out in the councillor's name. */
	readonly pp: boolean;
	readonly letterhead: boolean;
	/** The signature names the office or council, or the text speaks "on behalf of". */
	readonly capacity: "council" | "personal" | "party" | "other-body" | "unclear";
	readonly capacityQuote?: string;
	/** Minutes, deeds and documents signed jointly with an officer are outside the letter rules. */
	readonly document: "letter" | "minutes" | "deed" | "joint" | "other";
	readonly courtesyOnly: boolean;
	/** Formal representation, refusal, notice, position or statement in the council's name. */
	readonly official: boolean;
	readonly officialQuote?: string;
	/** A representation to a minister, a department, or a member of a parliament. */
	readonly representation?: boolean;
	/** Written to the press. */
	readonly press?: boolean;
	/** Words that name a resolution or a delegation; only where officers' letters are judged, and in theirs. */
	readonly authority?: string;
	readonly statements: readonly Statement[];
}

/**
 * Words about a report, a briefing or advice for a political group, in an officer's mail to councillors; `asks`
 * and `wants` alone in a councillor's.
 */
export interface BriefingFacts {
	/** Words by which the message itself is one. `weighs`: it only weighs choices and costs; `substance`: less than that. */
	readonly gives?: {
		readonly by: "offer" | "advice" | "subject" | "document" | "weighs" | "substance";
		readonly quote: string;
	};
	/** Words that say it is for a group; by the roster's names, none of them for "your group". */
	readonly forGroup?: { readonly groups: readonly string[]; readonly quote: string; readonly meant?: true };
	/** Words that make it a group's where its readers are the whole of one: "for your meeting on Tuesday". */
	readonly together?: string;
	/** True where the mail below it asked on a group's behalf. */
	readonly wasAsked?: true;
	/** Words that tell of one given to a group; no names where they say "one of the groups". */
	readonly tells: readonly { readonly groups: readonly string[]; readonly quote: string }[];
	/** A councillor asks for one on his group's behalf. */
	readonly asks?: string;
	/**
	 * A councillor asks for a paper or a copy; `groups` are those that his mail names, and `ofGroups` says whether it
	 * speaks of any.
	 */
	readonly wants?: { readonly groups: readonly string[]; readonly ofGroups: boolean; readonly quote: string };
	/** Words by which an officer refuses to give one. */
	readonly refuses?: string;
}

export interface AttachmentFacts {
	readonly name: string;
	/** Keyed digest of the bytes. */
	readonly digest: string;
	readonly size: number;
	readonly inline: boolean;
	readonly prints?: Prints;
	readonly notInspected?: string;
}

/** What a message does in an exchange between a councillor and an officer. */
export interface ExchangeFacts {
	/** Questions and requests for an answer in a councillor's mail to officers; the first few. */
	readonly asks: readonly {
		readonly quote: string;
		/** implied: it only says that others ask. */
		readonly force: "plain" | "implied";
		/** Ids of those whom the words turn to by name. */
		readonly turnsTo?: readonly string[];
	}[];
	readonly signs: readonly ("withdraws" | "settles" | "reminds" | "refers-back" | "automatic")[];
	/** How an officer's mail reads as a reply. Reason, action and timescale only where it puts the answer off. */
	readonly reply?: {
		readonly kind: "answer" | "holding" | "receipt" | "question" | "empty";
		readonly quote?: string;
		readonly reason?: string;
		readonly action?: string;
		/** `until` is the last promised day, `2026-03-06`, where the words name one. */
		readonly timescale?: { readonly quote: string; readonly until?: string };
		/** Nothing but that the matter was passed on: an answer only to who asked for that. */
		readonly errand?: string;
	};
	/** Keyed digests of the words that carry the matter, those of the questions first. */
	readonly topics: readonly string[];
	readonly subjectTopics: readonly string[];
}

/** One copy's facts. Copies of one message differ only in `at` and `receipts`. */
export interface MessageFacts {
	readonly identity: string;
	readonly messageId: string;
	/** ISO 8601, UTC. */
	readonly date: string;
	/** At most {@link QUOTE_LENGTH} characters. */
	readonly subject: string;
	readonly from: readonly Address[];
	readonly sender?: Address;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly inReplyTo: readonly string[];
	readonly references: readonly string[];
	readonly resends: readonly ResendFacts[];
	readonly receipts: readonly Receipt[];
	readonly at: readonly Location[];
	/** Candour's own alert or digest: never judged. */
	readonly own: boolean;
	readonly automatic: boolean;
	/** Whom the salutation turns to ("Dear Imran"); absent where there is none. */
	readonly greeting?: { readonly people: readonly string[]; readonly quote: string };
	readonly copyStatements: readonly CopyStatement[];
	/**
	 * Words by which it gives another mail in full ("this is what I told Anna:"): ids of those who can be meant, or
	 * `unnamed` where it is one "to your colleague".
	 */
	readonly repeats?: { readonly people: readonly string[]; readonly unnamed?: true; readonly quote: string };
	readonly markings: readonly Marking[];
	readonly reasons: readonly Reason[];
	/** "You may share this now": words by which an officer lifts a confidence. */
	readonly liftsConfidence?: string;
	/** A request by a councillor to pass his mail on ("please forward this to Cllr Khan"). */
	readonly asksToPassOn?: string;
	/** Work that a councillor tells or asks an officer to do; only in councillors' mail to officers. */
	readonly workOrders?: readonly { readonly quote: string; readonly addressee?: string; readonly because: string }[];
	/** A councillor's mail to officers that does nothing but thank. */
	readonly plainThanks?: boolean;
	/** Only for mail between councillors and officers. */
	readonly exchange?: ExchangeFacts;
	/** Approval by which a councillor may deal with staff directly. */
	readonly approvesContact?: string;
	/** An officer's mail that asks its reader something. */
	readonly asksReader?: boolean;
	readonly briefing?: BriefingFacts;
	readonly authored: Prints;
	readonly contained: readonly Contained[];
	readonly attachments: readonly AttachmentFacts[];
	/** The message's own text first, then attached letters. */
	readonly letters: readonly LetterFacts[];
	/** What could not be read of it; empty where everything was. */
	readonly partlyRead: readonly string[];
}
