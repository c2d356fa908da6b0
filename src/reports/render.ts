/** A report in the format that was asked for. */
import { CandourError } from "../errors.ts";
import { asCsv } from "./as-csv.ts";
import { asHtml } from "./as-html.ts";
import { asJson } from "./as-json.ts";
import { asText, type TextOptions } from "./as-text.ts";
import type { AuditReport } from "./audit-report.ts";
import type { ReportFormat } from "./formats.ts";

/** The same report always gives the same characters. Throws USAGE for `pdf`, which comes later. */
export function renderReport(report: AuditReport, format: ReportFormat, options: TextOptions): string {
	switch (format) {
		case "text":
			return asText(report, options);
		case "json":
			return asJson(report);
		case "csv":
			return asCsv(report, options);
		case "html":
			return asHtml(report, options);
		case "pdf":
			throw new CandourError("USAGE", "Reports as PDF come later.", {
				remedy: "Use --format html and print the page to PDF.",
			});
	}
}
