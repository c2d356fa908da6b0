/** What opening a container gives, and the room that its files take. */
import type { Budget } from "../budget.ts";
import type { MimeFile } from "../mime.ts";

/** What was in a container, with `notes` on what was left out; or why it could not be opened. */
export type Opened =
	| {
			readonly files: readonly MimeFile[];
			/** The message's own text, where winmail.dat holds it. */
			readonly body?: { readonly plain?: string; readonly html?: string };
			readonly notes: readonly string[];
	  }
	| { readonly notInspected: string };

/** Takes a file of that size from the budget; false where there is no room for it. */
export function takeRoom(bytes: number, budget: Budget): boolean {
	if (budget.unpackedFiles <= 0 || budget.unpackedBytes < bytes) return false;
	budget.unpackedFiles--;
	budget.unpackedBytes -= bytes;
	return true;
}
