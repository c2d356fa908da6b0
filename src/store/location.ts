import type { Location } from "../facts/message.ts";
import { storableText } from "./storable.ts";

/** One text that stands for a place, the same whenever the place is the same. */
export function locationKey(at: Location): string {
	return storableText(JSON.stringify([at.mailbox, at.folder, at.uidValidity ?? null, at.uid ?? null, at.file ?? null]));
}

/** The columns in which copies and unreadable messages say where they lie. */
export function placeColumns(at: Location) {
	return {
		location: locationKey(at),
		mailbox: storableText(at.mailbox),
		folder: storableText(at.folder),
		uidValidity: at.uidValidity ?? null,
		uid: at.uid ?? null,
		file: at.file === undefined ? null : storableText(at.file),
	};
}
