/** Where somebody wanted to go before he had to sign in: a page of this site, or nowhere. */

const LONGEST = 1_000;
/** Any origin will do: what matters is that the path doesn't lead away from it. */
const HERE = "http://here.invalid";

/** The path with its query, as it may stand in a redirect; undefined for whatever could lead to another site. */
export function destinationIn(to: unknown): string | undefined {
	if (typeof to !== "string" || to.length > LONGEST) return undefined;
	// "//x" and "/\x" are other sites to a browser, and it drops tabs and line ends before it looks.
	if (!/^\/(?![/\\])[^\\\p{Cc}\p{Cf}\p{Zs}]*$/u.test(to)) return undefined;
	let url: URL;
	try {
		url = new URL(to, HERE);
	} catch {
		return undefined;
	}
	if (url.origin !== HERE || url.pathname.startsWith("//") || /^\/sign-(?:in|out)(?:\/|$)/u.test(url.pathname)) {
		return undefined;
	}
	return `${url.pathname}${url.search}`;
}
