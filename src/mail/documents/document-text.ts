/** What goes into reading a document, and what comes out. */

export interface DocumentFile {
	readonly name: string;
	/** Lower case. */
	readonly contentType: string;
	readonly charset?: string;
	readonly bytes: Buffer;
}

/**
 * Either the text, with `partly` where some of it was left out, and `recognised` for what of it was read from pictures
 * of pages; or the reason why there is none.
 */
export type DocumentText =
	| { readonly text: string; readonly partly?: string; readonly recognised?: string }
	| { readonly notInspected: string };

/** What is left for scans of the message; counts down. */
export interface ScanBudget {
	/** Whether pictures are looked at for text at all. */
	scans: boolean;
	scanPages: number;
	scanMs: number;
}
