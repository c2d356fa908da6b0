/** The formats of `candour audit --format`; apart from their renderers, so that the command line starts quickly. */
export const REPORT_FORMATS = ["text", "json", "csv", "html", "pdf"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
