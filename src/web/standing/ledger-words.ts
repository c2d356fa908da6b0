/** Entries of the ledger in words, without a line of mail: it holds ids, counts, and who decided or looked. */
import { counted } from "../../reports/counted.ts";
import type { LedgerRow } from "../../store/ledger-page.ts";

const KINDS: Readonly<Record<string, string>> = {
	"finding.raised": "Finding raised",
	"finding.reopened": "Finding raised again",
	"finding.withdrawn": "Finding withdrawn",
	"finding.excluded": "Finding removed by an exclusion",
	"finding.decided": "Decision on a finding",
	"finding.undone": "Decision undone",
	"finding.noted": "Note on a finding",
	"finding.exempted": "Finding exempted by a pattern",
	"findings.exported": "Findings downloaded as a table",
	"pattern.exempted": "Pattern exempted",
	"pattern.ended": "Exemption ended",
	"alert.sent": "Alert sent",
	"digest.sent": "Weekly digest sent",
	"configuration.changed": "Configuration changed",
	"message.opened": "Message opened by a reviewer",
	"audit.asked": "Audit asked for",
	"audit.done": "Audit done",
	"audit.failed": "Audit could not be done",
	"audit.cancelled": "Audit cancelled",
	"report.made": "Report made",
};

export interface LedgerLine {
	readonly sequence: number;
	readonly at: Date;
	readonly kind: string;
	/** "id f_3kq…; rule silent-copy". */
	readonly detail: string;
	readonly hash: string;
}

/** Shown in place of what an entry says of a finding that isn't for the viewer. */
const FOR_OTHERS = "not for you to see";

/** The findings and exempt patterns that an entry is about. */
export function subjectsIn({ kind, entry }: Pick<LedgerRow, "kind" | "entry">): readonly string[] {
	if (!/^(?:finding|pattern|message|alert)\./u.test(kind)) return [];
	const { id, finding, findings, pattern } = entry;
	return [id, finding, findings, pattern].flat().filter((one) => typeof one === "string");
}

/**
 * A kind that is not known here stands as it is. An id is worked out from a message and its people: whoever wrote it
 * would find in the ledger that there is a finding on himself, and what was decided.
 * @param mayName whether the reviewer's address is shown; @param seen the findings and patterns that are shown
 */
export function ledgerLine(
	row: LedgerRow,
	{ mayName, seen }: { readonly mayName: boolean; readonly seen: ReadonlySet<string> },
): LedgerLine {
	const { sequence, at, kind, entry, hash } = row;
	const known = { sequence, at, kind: KINDS[kind] ?? kind, hash };
	if (!subjectsIn(row).every((id) => seen.has(id))) return { ...known, detail: FOR_OTHERS };
	const detail = Object.entries(entry)
		.filter(([name]) => mayName || name !== "by")
		.map(([name, value]) => `${name} ${shown(value)}`);
	return { ...known, detail: detail.join("; ") };
}

function shown(value: unknown): string {
	if (Array.isArray(value)) return value.length > 3 ? counted(value.length, "entry", "entries") : value.join(", ");
	return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
