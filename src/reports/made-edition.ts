/** An edition that was made: its hash, and the files that it is given out as. */
import { createHash } from "node:crypto";
import { canonical } from "../store/canonical.ts";
import { documentHtml } from "./document-html.ts";
import { editionCsv } from "./edition-csv.ts";
import { editionDocument, type Making } from "./edition-document.ts";
import type { Edition } from "./editions.ts";

export type EditionFormat = "html" | "pdf" | "csv" | "json";

/** SHA-256, in hex, of all that the edition shows; neither when nor by whom it was made is part of it. */
export function contentHash(edition: Edition): string {
	return createHash("sha256").update(canonical(edition)).digest("hex");
}

/** The same edition, made at the same moment, always gives the same bytes. */
export async function renderEdition(
	edition: Edition,
	making: Making,
	format: EditionFormat,
): Promise<string | Uint8Array> {
	switch (format) {
		case "html":
			return documentHtml(editionDocument(edition, making));
		case "pdf": {
			const { asPdf } = await import("./pdf/as-pdf.ts");
			return asPdf(editionDocument(edition, making));
		}
		case "csv":
			return editionCsv(edition, making.timezone);
		case "json":
			return `${JSON.stringify({ madeAt: making.madeAt, sha256: making.sha256, content: JSON.parse(canonical(edition)) }, null, 2)}\n`;
	}
}
