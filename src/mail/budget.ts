/** What is left of the limits that a message shares with all messages inside it. Counts down while it is read. */
import {
	DOCUMENTS_MAX_MS,
	NESTED_MESSAGES_MAX,
	NESTED_MESSAGES_MAX_BYTES,
	UNPACKED_FILES_MAX,
	UNPACKED_MAX_BYTES,
} from "./limits.ts";

export interface Budget {
	messages: number;
	messageBytes: number;
	documentMs: number;
	unpackedFiles: number;
	unpackedBytes: number;
}

export function freshBudget(): Budget {
	return {
		messages: NESTED_MESSAGES_MAX,
		messageBytes: NESTED_MESSAGES_MAX_BYTES,
		documentMs: DOCUMENTS_MAX_MS,
		unpackedFiles: UNPACKED_FILES_MAX,
		unpackedBytes: UNPACKED_MAX_BYTES,
	};
}
