/** The mail that brings the link. */
import { createHash } from "node:crypto";
import type { Mail, Recipient } from "../../alerts/mail.ts";
import { ownHeaders, ownMessageId } from "../../mail/own-mail.ts";
import { html } from "../../reports/html.ts";
import { page } from "../../reports/page.ts";
import { plainLine } from "../../reports/plain-line.ts";
import { wrapped } from "../../reports/wrap.ts";
import { LINK_MINUTES } from "../../store/sign-in-links.ts";

export interface SignInMailOptions {
	readonly council: string;
	readonly from: Recipient;
	readonly to: Recipient;
	readonly link: string;
	/** ISO 8601; the Date of the mail. */
	readonly now: string;
	readonly installationKey: string;
}

const MAIL_WIDTH = 76;
const KEY_LENGTH = 20;
const SUBJECT = "Candour: your link for signing in";
const HOW_LONG = `This link signs you in to Candour. It works once, within ${LINK_MINUTES} minutes. If you asked for several, only the newest works.`;
const NOT_ASKED = "If you did not ask for it, you can ignore this mail: nobody has been signed in.";

/** The same link makes the same Message-ID, from which nobody learns the link. */
export function composeSignInMail(options: SignInMailOptions): Mail {
	const { from, to, link, installationKey } = options;
	const council = plainLine(options.council);
	const text = `${[council, "", ...wrapped(HOW_LONG, MAIL_WIDTH), "", link, "", ...wrapped(NOT_ASKED, MAIL_WIDTH)].join("\n")}\n`;
	const key = `sign-in-${createHash("sha256").update(link).digest("hex").slice(0, KEY_LENGTH)}`;
	const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
	const messageId = ownMessageId("sign-in", key, domain, installationKey);
	return {
		kind: "sign-in",
		key,
		messageId,
		date: options.now,
		from,
		to: [to],
		subject: SUBJECT,
		text,
		html: page(
			SUBJECT,
			html`<p class="secondary">${council}</p>
<h1>Sign in to Candour</h1>
<p>${HOW_LONG}</p>
<p><a href="${link}">Sign in to Candour</a></p>
<p>Or copy this address into your browser:<br><code>${link}</code></p>
<p class="footer">${NOT_ASKED}</p>`,
		),
		headers: ownHeaders({ kind: "sign-in", messageId, from: from.address, to: [to.address], text }, installationKey),
	};
}
