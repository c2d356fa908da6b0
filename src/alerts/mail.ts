/** A mail that Candour writes, ready to be delivered: alerts, digests, links for signing in. Everybody who gets it is in `to`. */
import type { OwnKind } from "../mail/own-mail.ts";

export interface Recipient {
	/** Lower case. */
	readonly address: string;
	/** As the foot of the mail names them: "Cllr Susan Pascoe", or the address where nothing better is known. */
	readonly name: string;
}

/** A picture that the HTML shows by `cid:`. */
export interface MailImage {
	readonly cid: string;
	/** File name, for mail programs that list it. */
	readonly name: string;
	readonly png: Uint8Array;
}

/** There is no Cc or Bcc: a mail about openness names everyone who gets it. */
export interface Mail {
	readonly kind: OwnKind;
	/** The same for the same alert or week, whenever it is composed: letters, digits and hyphens. */
	readonly key: string;
	/** With angle brackets; made from the key alone, so that a second sending can be told from a second alert. */
	readonly messageId: string;
	/** ISO 8601. */
	readonly date: string;
	readonly from: Recipient;
	readonly to: readonly Recipient[];
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly images?: readonly MailImage[];
	readonly headers: Readonly<Record<string, string>>;
}

/** "CC Cllr A, B (Clerk)": the copy line that Candour's own mails carry at their foot. */
export function copyLine(to: readonly Recipient[]): string {
	return `CC ${to.map(({ name, address }) => (name === "" ? address : name)).join(", ")}`;
}
