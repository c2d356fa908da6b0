/** The review pages of the demo: at a port that is free, with a link that signs somebody in. */
import type { Council, Reviewer, WebConfig } from "../config/council.ts";
import type { Installation } from "../installation.ts";
import { LINK_MINUTES } from "../store/sign-in-links.ts";
import { makeLink } from "../web/sign-in/link.ts";
import { freePort, isFree } from "./free-port.ts";

/** The configured port, or another one where something has that already; nobody else reaches a demo's pages. */
export async function demoWeb({ port: wanted }: WebConfig): Promise<WebConfig> {
	const host = "127.0.0.1";
	const port = (await isFree(wanted, host)) ? wanted : await freePort(host);
	return { host, port, url: `http://${host}:${port}`, trustProxy: [], link: true };
}

/** Whoever may see most of it by himself: the one with most roles. */
function guestOf(reviewers: readonly Reviewer[]): Reviewer | undefined {
	return reviewers.toSorted((a, b) => b.roles.length - a.roles.length)[0];
}

/** Where the pages are and how to get in, for the terminal; `outgoing`: where mails are written. */
export async function pagesInWords(installation: Installation, council: Council, outgoing: string): Promise<string> {
	const { web, reviewers } = council;
	const guest = guestOf(reviewers);
	if (guest === undefined) {
		return "\nReview pages: name somebody under reviewers in the sample's council.yaml, and start the demo again.\n";
	}
	const link = await makeLink(installation, guest);
	const others = reviewers.filter((one) => one !== guest).map(({ email, roles }) => `${email} (${roles.join(", ")})`);
	return `
Review pages     ${web.url}
${link === undefined ? "" : `\nOpen this to sign in as ${guest.name} (once, within ${LINK_MINUTES} minutes):\n  ${link}\n`}
Later, or as somebody else: ask for a link at ${web.url}/sign-in; the mail with it is written to
  ${outgoing}
${others.length === 0 ? "" : `Others who may sign in: ${others.join(", ")}\n`}`;
}
