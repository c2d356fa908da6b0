/** What goes to the thread of `candour audit`, and what comes back. */
import type { Progress } from "../audit/audit-range.ts";
import type { ReportFormat } from "../reports/formats.ts";

/** A progress bar needs no more. */
export const THROTTLE_MS = 100;

export interface AuditTask {
	readonly config: string;
	readonly mail: readonly string[];
	readonly from?: string;
	readonly to?: string;
	readonly rules?: readonly string[];
	readonly format: ReportFormat;
	/** Of the report as text, in characters. */
	readonly width: number;
	readonly colour: boolean;
	/** Whether an error is told with its stack. */
	readonly verbose: boolean;
}

export interface AuditDone {
	/** The report as it is to be written; bytes where it is a PDF. */
	readonly written: string | Uint8Array;
	readonly breaches: number;
	/** Of the configuration. */
	readonly warnings: readonly string[];
}

export type AuditAnswer =
	| { readonly kind: "progress"; readonly progress: Progress }
	| ({ readonly kind: "done" } & AuditDone)
	/** In the words of the program, for standard error. */
	| { readonly kind: "failed"; readonly lines: string };
