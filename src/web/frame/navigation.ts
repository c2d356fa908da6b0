/** The pages that a viewer's roles open, in the order in which they stand at the top. */
import type { ReviewRole } from "../../config/council.ts";
import type { Viewer } from "./viewer.ts";

interface Entry {
	readonly text: string;
	readonly href: string;
	readonly roles: readonly ReviewRole[];
}

const EVERYBODY: readonly ReviewRole[] = ["reviewer", "conflict-reviewer", "reader", "administrator"];
export const REVIEWERS: readonly ReviewRole[] = ["reviewer", "conflict-reviewer"];

const ENTRIES: readonly Entry[] = [
	{ text: "Overview", href: "/", roles: EVERYBODY },
	{ text: "Findings", href: "/findings", roles: ["reviewer", "conflict-reviewer", "reader"] },
	{ text: "Audits", href: "/audits", roles: ["reviewer"] },
	{ text: "Reports", href: "/reports", roles: ["reviewer", "conflict-reviewer", "reader"] },
	{ text: "Coverage", href: "/coverage", roles: EVERYBODY },
	{ text: "Configuration", href: "/configuration", roles: ["administrator", "reviewer"] },
	{ text: "Ledger", href: "/ledger", roles: EVERYBODY },
];

/** The roles that open the page. Throws RangeError for an address that isn't at the top. */
export function rolesFor(href: string): readonly ReviewRole[] {
	const entry = ENTRIES.find((one) => one.href === href);
	// No roles would mean: everybody who is signed in.
	if (entry === undefined) throw new RangeError(`No page stands at ${href}`);
	return entry.roles;
}

export function navigationFor({ roles }: Viewer, path: string) {
	return ENTRIES.filter((entry) => entry.roles.some((role) => roles.has(role))).map(({ text, href }) => ({
		text,
		href,
		active: href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`),
	}));
}
