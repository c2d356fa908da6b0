/** What is left of the limits that a message shares with all messages inside it. Counts down while it is read. */
import type { ScanBudget } from "./documents/document-text.ts";
import {
	DOCUMENTS_MAX_MS,
	NESTED_MESSAGES_MAX,
	NESTED_MESSAGES_MAX_BYTES,
	SCAN_MAX_PAGES,
	SCANS_MAX_MS,
	UNPACKED_FILES_MAX,
	UNPACKED_MAX_BYTES,
} from "./limits.ts";

export interface Budget extends ScanBudget {
	messages: number;
	messageBytes: number;
	documentMs: number;
	unpackedFiles: number;
	unpackedBytes: number;
}

/** `scans`: whether pictures may be looked at for text. */
export function freshBudget(scans: boolean): Budget {
	return {
		messages: NESTED_MESSAGES_MAX,
		messageBytes: NESTED_MESSAGES_MAX_BYTES,
		documentMs: DOCUMENTS_MAX_MS,
		unpackedFiles: UNPACKED_FILES_MAX,
		unpackedBytes: UNPACKED_MAX_BYTES,
		scanPages: SCAN_MAX_PAGES,
		scanMs: SCANS_MAX_MS,
		scans,
	};
}
