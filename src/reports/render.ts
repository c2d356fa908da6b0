/** A report in the format that was asked for. */
import { asCsv } from "./as-csv.ts";
import { asHtml } from "./as-html.ts";
import { asJson } from "./as-json.ts";
import { asText, type TextOptions } from "./as-text.ts";
import { auditDocument } from "./audit-document.ts";
import type { AuditReport } from "./audit-report.ts";
import type { ReportFormat } from "./formats.ts";

/** The same report always gives the same characters, or bytes for `pdf`. */
export async function renderReport(
	report: AuditReport,
	format: ReportFormat,
	options: TextOptions,
): Promise<string | Uint8Array> {
	switch (format) {
		case "text":
			return asText(report, options);
		case "json":
			return asJson(report);
		case "csv":
			return asCsv(report, options);
		case "html":
			return asHtml(report, options);
		case "pdf": {
			// Loaded where it is asked for: the fonts and what sets them take longer than all else.
			const { asPdf } = await import("./pdf/as-pdf.ts");
			return asPdf(auditDocument(report, options));
		}
	}
}
