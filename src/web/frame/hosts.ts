/**
 * The names under which the pages answer. A stranger's name that he points to this machine (DNS rebinding) is none of
 * them, so that no page of his can read ours.
 */
import { isIP } from "node:net";
import type { WebConfig } from "../../config/council.ts";

const UNSPECIFIED: readonly string[] = ["0.0.0.0", "::"];

/** Tells of a Host header, with or without a port, whether the pages answer to it. */
export function hostsOf({ host, url }: Pick<WebConfig, "host" | "url">): (asked: string) => boolean {
	const own = bare(new URL(url).hostname);
	const here = isLoopback(host);
	const anyAddress = UNSPECIFIED.includes(own);
	return (asked) => {
		const name = nameOf(asked);
		if (name === undefined) return false;
		if (name === own) return true;
		if (here && isLoopback(name)) return true;
		// No url is configured: who types the machine's address can't have been led there by a name.
		return anyAddress && (isIP(name) !== 0 || name === "localhost");
	};
}

export function isLoopback(host: string): boolean {
	const name = bare(host);
	return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

function nameOf(asked: string): string | undefined {
	// Only what is a host and a port: a URL would read "a@b" or "a/b" as something else.
	if (!/^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu.test(asked)) return undefined;
	return bare(asked.replace(/:\d+$/u, "")).replace(/\.$/u, "");
}

function bare(host: string): string {
	return host.replace(/^\[|\]$/gu, "").toLowerCase();
}
