/** Reports as files: the type, a name that every system takes, and no page that a browser would run. */
import type { FastifyReply } from "fastify";

export type DownloadFormat = "html" | "pdf" | "csv" | "json";

const TYPES: Readonly<Record<DownloadFormat, string>> = {
	html: "text/html; charset=utf-8",
	pdf: "application/pdf",
	csv: "text/csv; charset=utf-8",
	json: "application/json; charset=utf-8",
};
/** Without it Excel reads "£" and "ŵ" wrongly. */
const BYTE_ORDER_MARK = "\ufeff";

/** `name` without its ending, of letters, digits and hyphens. */
export function sendDownload(
	reply: FastifyReply,
	{
		name,
		format,
		body,
	}: { readonly name: string; readonly format: DownloadFormat; readonly body: string | Uint8Array },
): FastifyReply {
	const written = typeof body === "string" ? `${format === "csv" ? BYTE_ORDER_MARK : ""}${body}` : Buffer.from(body);
	return reply
		.type(TYPES[format])
		.header("cache-control", "no-store")
		.header("content-disposition", `attachment; filename="${name}.${format}"`)
		.send(written);
}
