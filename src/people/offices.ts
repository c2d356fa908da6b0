/** Names of offices: one spelling for each, and which office stands in where a council has no separate one. */

/** Other names of an office, as its key is written in council.yaml. */
const SPELLINGS: Readonly<Record<string, string>> = {
	chairman: "chair",
	chairwoman: "chair",
	chairperson: "chair",
	"chair-of-council": "chair",
	"chair-of-the-council": "chair",
	"chairman-of-the-council": "chair",
	"town-mayor": "mayor",
	"vice-chairman": "vice-chair",
	"vice-chairwoman": "vice-chair",
	"vice-chairperson": "vice-chair",
	"deputy-chair": "vice-chair",
	"deputy-chairman": "vice-chair",
	"vice-chair-of-council": "vice-chair",
	"vice-chair-of-the-council": "vice-chair",
	"deputy-town-mayor": "deputy-mayor",
	"council-leader": "leader",
	"leader-of-council": "leader",
	"leader-of-the-council": "leader",
	"deputy-leader-of-the-council": "deputy-leader",
	"deputy-town-clerk": "deputy-clerk",
	"assistant-town-clerk": "assistant-clerk",
	"town-clerk": "clerk",
	"parish-clerk": "clerk",
	"community-clerk": "clerk",
	"clerk-to-the-council": "clerk",
	"clerk-of-the-council": "clerk",
	rfo: "responsible-financial-officer",
	"responsible-finance-officer": "responsible-financial-officer",
	mo: "monitoring-officer",
};

/** Whom an office names where nobody holds it under its own name. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
	mayor: ["chair"],
	chair: ["mayor"],
	"deputy-mayor": ["vice-chair"],
	"vice-chair": ["deputy-mayor"],
	clerk: ["proper-officer"],
	"proper-officer": ["clerk"],
};

/** "Vice Chairman" → `vice-chair`. */
export function officeKey(office: string): string {
	const slug = office
		.toLowerCase()
		.replace(/^\s*the\s+/u, "")
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/gu, "");
	return SPELLINGS[slug] ?? slug;
}

/** The office itself, then those that stand in for it, as keys. */
export function officeAndStandIns(office: string): readonly string[] {
	const key = officeKey(office);
	return [key, ...(STAND_INS[key] ?? [])];
}
