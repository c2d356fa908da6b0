/** What stands in nobody's way at the start, and would puzzle whoever then tries to sign in. */
import type { Council } from "../../config/council.ts";
import { isLoopback } from "./hosts.ts";

/** Sentences for the log. */
export function doubtsAbout({ web, smtp }: Pick<Council, "web" | "smtp">): readonly string[] {
	const { url, trustProxy, link, openid } = web;
	const { protocol, hostname } = new URL(url);
	const doubts: string[] = [];
	if (openid === undefined && (!link || smtp === undefined)) {
		doubts.push(
			"nobody can sign in to the review pages: say in council.yaml how mail is sent (smtp), so that links can be mailed, or name web.signIn.openid",
		);
	}
	if (protocol === "https:" && trustProxy.length === 0) {
		doubts.push(
			"web.url is https, and no proxy is named: nobody can sign in until web.trustProxy names the web server in front, and that sends X-Forwarded-Proto",
		);
	}
	if (hostname === "0.0.0.0" || hostname === "[::]") {
		doubts.push("web.url is not set: links in mails lead nowhere until it says what people type to reach the pages");
	} else if (protocol === "http:" && !isLoopback(hostname)) {
		doubts.push("web.url is http: sessions and links can be read on their way; put a web server with TLS in front");
	}
	return doubts;
}
