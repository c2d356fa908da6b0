/**
 * A message as it was read from a mailbox or an export: decoded, but not yet judged.
 * `mail/parse.ts` makes it; `facts/extract.ts` reads it. It never leaves memory: facts are what is stored.
 */

/** A mailbox address in lower case, with the display name beside it ("" where there was none). */
export interface Address {
	readonly address: string;
	readonly name: string;
}

/** Where one copy of a message was found. `uid` and `uidValidity` only over IMAP; `file` only in exports. */
export interface Location {
	readonly mailbox: string;
	readonly folder: string;
	readonly uid?: number;
	readonly uidValidity?: string;
	readonly file?: string;
}

/** A Resent-* block (RFC 5322 3.6.6): somebody redirected the message after it was first sent. */
export interface Resend {
	readonly by: readonly Address[];
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly bcc: readonly Address[];
	/** ISO 8601, UTC; absent where the block has no readable date. */
	readonly date?: string;
	readonly messageId?: string;
}

/** A header of this copy that names who received it, such as Delivered-To. */
export interface DeliveryHeader {
	readonly header: string;
	readonly address: string;
	/** True where the header says that the copy was blind (Exchange's Recipient-P2-Type: Bcc). */
	readonly blind?: boolean;
}

/** One recipient line of an Exchange journal report. `way` is `recipient` where Exchange could not tell. */
export interface JournalRecipient {
	readonly way: "to" | "cc" | "bcc" | "recipient";
	readonly address: string;
	/** The list that was expanded, or the address from which it was forwarded. */
	readonly expandedFrom?: string;
	readonly forwardedFrom?: string;
}

/** The envelope of a journal report. Present only for messages from a mailbox declared as a journal. */
export interface JournalEnvelope {
	readonly sender?: string;
	readonly onBehalfOf?: string;
	readonly recipients: readonly JournalRecipient[];
}

/** An attached file, after its text was taken out. */
export interface Attachment {
	readonly name: string;
	readonly contentType: string;
	/** Size in bytes, decoded. */
	readonly size: number;
	/** SHA-256 of the decoded bytes, in hex. It is keyed before it is stored. */
	readonly sha256: string;
	/** The document's text; absent where it was not inspected. */
	readonly text?: string;
	/** What of the text was read from pictures of pages (OCR), and may be misread. */
	readonly recognised?: string;
	/** Why the text could not be read ("encrypted", "no text: a picture", …). */
	readonly notInspected?: string;
	/** The archive or winmail.dat in which it came; that file stands before it in the list. */
	readonly within?: string;
	/** True for a picture or card that belongs to the signature or the HTML page (inline, with a Content-ID). */
	readonly inline?: boolean;
	/** The message inside, for message/rfc822. */
	readonly message?: Message;
}

export interface Message {
	/**
	 * What all copies of the message share: `m_` and a hash over Message-ID, From, To, Cc, Date, Subject,
	 * readable text and attachments; not Bcc, not trace or delivery headers, not the encoding.
	 */
	readonly identity: string;
	/** With angle brackets; `<sha256-…@candour.invalid>` where the message had none. */
	readonly messageId: string;
	/** ISO 8601, UTC: the Date header, else the latest Received header or the mailbox's own date. */
	readonly date: string;
	readonly dateFrom: "date" | "received" | "mailbox" | "unknown";
	readonly subject: string;
	readonly from: readonly Address[];
	readonly sender?: Address;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly bcc: readonly Address[];
	readonly replyTo: readonly Address[];
	readonly inReplyTo: readonly string[];
	readonly references: readonly string[];
	readonly resends: readonly Resend[];
	readonly deliveredTo: readonly DeliveryHeader[];
	readonly journal?: JournalEnvelope;
	/** Headers that say something of the message as such, lower-case name to values, unfolded and decoded. */
	readonly headers: Readonly<Record<string, readonly string[]>>;
	/** The text/plain alternative, decoded, with line ends as "\n". Absent where there is none. */
	readonly plain?: string;
	/** The text/html alternative, decoded, as it was written. Absent where there is none. */
	readonly html?: string;
	readonly attachments: readonly Attachment[];
	/** What could not be read of it, in words for the coverage list; empty where everything was. */
	readonly partlyRead: readonly string[];
}
