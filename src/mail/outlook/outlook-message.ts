/** A message as Outlook keeps it, in a .msg file or a .pst: properties, recipients and files, not RFC 5322 text. */

/** `address` is empty where Exchange's own name of the mailbox is all that was kept. */
export interface OutlookAddress {
	readonly name: string;
	readonly address: string;
}

export interface OutlookRecipient extends OutlookAddress {
	readonly way: "to" | "cc" | "bcc";
}

export type OutlookFile =
	| {
			readonly kind: "file";
			readonly name: string;
			readonly contentType?: string;
			readonly contentId?: string;
			readonly bytes: Uint8Array;
	  }
	| { readonly kind: "message"; readonly name: string; readonly message: OutlookMessage }
	/** Kept as a link, or not to be had. */
	| { readonly kind: "missing"; readonly name: string };

export interface OutlookMessage {
	/** The headers with which it came; absent for most mail that was sent from here. */
	readonly transportHeaders?: string;
	/** "IPM.Note", "IPM.Appointment", … */
	readonly messageClass: string;
	readonly subject: string;
	readonly from?: OutlookAddress;
	/** Set where somebody sent on behalf of `from`. */
	readonly sender?: OutlookAddress;
	readonly recipients: readonly OutlookRecipient[];
	/** ISO 8601, UTC. */
	readonly date?: string;
	/** When the mailbox got it; ISO 8601, UTC. */
	readonly receivedAt?: string;
	readonly messageId?: string;
	readonly inReplyTo?: string;
	readonly references?: string;
	/** 0 normal, 1 personal, 2 private, 3 company-confidential. */
	readonly sensitivity?: number;
	readonly plain?: string;
	readonly html?: string;
	readonly files: readonly OutlookFile[];
}
