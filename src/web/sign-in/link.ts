/** From an address that somebody typed to the mail in his mailbox, after he was answered: nobody learns who is known. */
import type { Delivery } from "../../alerts/delivery.ts";
import { senderOf } from "../../alerts/sender.ts";
import type { Reviewer, WebConfig } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
import type { Installation } from "../../installation.ts";
import { issueLink } from "../../store/sign-in-links.ts";
import type { WebDeps } from "../frame/deps.ts";
import { composeSignInMail } from "./mail.ts";

/** Where a token is turned in. */
export function linkWith(token: string, { url }: Pick<WebConfig, "url">): string {
	return `${url}/sign-in/link?token=${token}`;
}

/** A link for a reviewer, which makes his older ones void; undefined where there were too many of late. */
export async function makeLink(
	{ store, now, council }: Pick<Installation, "store" | "now" | "council">,
	{ email }: Pick<Reviewer, "email">,
): Promise<string | undefined> {
	const token = await issueLink(store.db, email, now());
	return token === undefined ? undefined : linkWith(token, council.web);
}

/** Sends the links that it makes. The log says that one could not be sent, and never to whom. */
export async function sendLinkTo(deps: WebDeps, reviewer: Reviewer): Promise<void> {
	const { installation, sendLink } = deps;
	const { log } = installation;
	try {
		const link = await makeLink(installation, reviewer);
		if (link === undefined) log.warn("links for signing in were asked for too often; no further one was sent");
		else await sendLink?.(reviewer, link);
	} catch (error) {
		// What a mail server answers may hold the address; the code says where to look.
		const what = error instanceof CandourError ? { code: error.code, remedy: error.remedy } : { err: error };
		log.error(what, "a link for signing in could not be sent");
	}
}

/** Sends by the council's own way of sending mail. */
export function mailsLinks(installation: Installation, delivery: Delivery): NonNullable<WebDeps["sendLink"]> {
	const { council, installationKey, now } = installation;
	return async ({ name, email }, link) => {
		await delivery.send(
			composeSignInMail({
				council: council.register.council,
				from: senderOf(council),
				to: { name, address: email },
				link,
				now: now().toISOString(),
				installationKey,
			}),
		);
	};
}
