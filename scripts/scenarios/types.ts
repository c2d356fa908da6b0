/** What a story consists of. People are named by their keys in council.ts, outsiders by "Name <address>". */
export type Client = "outlook" | "outlook-text" | "gmail" | "iphone" | "plain" | "html";

export interface Attachment {
	readonly filename: string;
	readonly type: string;
	readonly content: string;
}

export interface Mail {
	/** MAILBOX key/FOLDER, several where copies were kept in several places. */
	readonly at: string | readonly string[];
	readonly from: string;
	readonly to: readonly string[];
	readonly cc?: readonly string[];
	readonly bcc?: readonly string[];
	readonly subject: string;
	readonly date: string;
	readonly client?: Client;
	readonly encoding?: "base64" | "quoted-printable";
	readonly text: string;
	/** The earlier mail that is quoted, or forwarded, below the text. */
	readonly quote?: number;
	readonly forward?: number;
	/** The sender writes below what he quotes. */
	readonly bottom?: boolean;
	readonly attach?: readonly Attachment[];
	/** The earlier mail that is attached whole. */
	readonly attachMail?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Header lines that the delivering server put on top of a copy outside Sent folders. */
	readonly delivered?: readonly string[];
	/** The lines of a journal report for this mail, kept in the journal mailbox as well. */
	readonly journal?: readonly string[];
}

/** An earlier mail redirected: as it was, with Resent lines on top. */
export interface Redirect {
	readonly at: string;
	readonly resend: number;
	readonly from: string;
	readonly to: readonly string[];
	readonly date: string;
}

export interface Label {
	readonly rule: string;
	/** The number of the mail, from 0. */
	readonly mail: number;
	readonly councillor?: string;
	readonly thirdParty?: string;
}

export interface Story {
	readonly name: string;
	readonly about: string;
	readonly protocol: "camborne" | "leigh-on-sea" | "central-bedfordshire" | "desborough";
	readonly asOf?: string;
	readonly mails: readonly (Mail | Redirect)[];
	readonly expect: readonly Label[];
	readonly may?: readonly Label[];
}
