/** Mail addresses as the roster compares them. */

/** An address as most are written: nothing to be done. */
const NORMAL = /^[a-z0-9@._+-]*[a-z0-9]$/;

/** Lower case, without angle brackets, `mailto:`, blanks or a dot after the domain. */
export function normaliseAddress(address: string): string {
	if (NORMAL.test(address)) return address;
	return address
		.trim()
		.replace(/^mailto:/iu, "")
		.replace(/^<|>$/gu, "")
		.replace(/\.$/u, "")
		.trim()
		.toLowerCase();
}

/** What stands behind the last `@`; "" where there is none. */
export function domainOf(address: string): string {
	const at = address.lastIndexOf("@");
	return at < 0 ? "" : address.slice(at + 1);
}

/** A domain as configured, `@Example.org` say, as {@link domainOf} gives it. */
export function bareDomain(domain: string): string {
	return domain
		.trim()
		.replace(/^[@.]+|\.$/gu, "")
		.toLowerCase();
}

/** `clerk+news@x` → `clerk@x`; undefined where the address bears no tag. */
export function withoutTag(address: string): string | undefined {
	const at = address.lastIndexOf("@");
	const plus = address.indexOf("+");
	return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : undefined;
}

/** The longest of `domains` that `domain` is, or lies below. */
export function enclosingDomain(domain: string, domains: ReadonlySet<string>): string | undefined {
	for (let rest = domain; rest !== ""; ) {
		if (domains.has(rest)) return rest;
		const dot = rest.indexOf(".");
		if (dot < 0) return undefined;
		rest = rest.slice(dot + 1);
	}
	return undefined;
}
