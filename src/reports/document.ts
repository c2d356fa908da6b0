/** A report as a document, before it becomes HTML or PDF: both show the same headings, tables and lists. */
import type { FindingRow } from "./finding-shown.ts";

export interface Column {
	readonly title: string;
	/** Numbers stand to the right. */
	readonly numeric?: boolean;
	/** Share of the width beside the other columns; 1 where it isn't given. */
	readonly share?: number;
}

export interface Table {
	readonly kind: "table";
	readonly caption: string;
	/** The first one's cells head their rows. */
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly string[])[];
	/** The last row is the sum of those above. */
	readonly total?: boolean;
}

export type Block =
	| { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string; readonly weight?: "breach" | "advisory" }
	| { readonly kind: "paragraph"; readonly text: string; readonly look?: "lead" | "secondary" | "strong" }
	| { readonly kind: "list"; readonly items: readonly string[] }
	| { readonly kind: "rows"; readonly rows: readonly FindingRow[] }
	| Table;

export interface ReportDocument {
	/** Of the document as such: also its name in the title bar. */
	readonly title: string;
	readonly heading: string;
	/** Stands at the top of every page, for a report that isn't for everybody. */
	readonly banner?: string;
	/** At the foot of every page, beside its number. */
	readonly running: string;
	readonly blocks: readonly Block[];
	/** When it was made, ISO 8601: the one thing in which two documents of the same data differ. */
	readonly madeAt: string;
}

export function heading(level: 2 | 3, text: string): Block {
	return { kind: "heading", level, text };
}

export function paragraph(text: string, look?: "lead" | "secondary" | "strong"): Block {
	return { kind: "paragraph", text, ...(look === undefined ? {} : { look }) };
}

/** A heading with its list, or nothing where there is nothing to list. */
export function listed(title: string, items: readonly string[]): readonly Block[] {
	return items.length === 0 ? [] : [heading(3, title), { kind: "list", items }];
}
