import { createHash } from "node:crypto";
import type { Location } from "../facts/message.ts";
import { storableText } from "./storable.ts";

const DIGEST_LENGTH = 22;

/** One text that stands for a place, the same whenever the place is the same. */
export function locationKey(at: Location): string {
	const file = at.file === undefined ? null : stableFile(at.file);
	return storableText(JSON.stringify([at.mailbox, at.folder, at.uidValidity ?? null, at.uid ?? null, file]));
}

/** A digest of the key, from which the place cannot be told. */
export function placeDigest(at: Location): string {
	return locationDigest(locationKey(at));
}

/** The same of a key that is stored. */
export function locationDigest(key: string): string {
	return createHash("sha256").update(key).digest("base64url").slice(0, DIGEST_LENGTH);
}

/** In a Maildir a message moves from new/ to cur/ and changes its name's end when somebody reads it. */
function stableFile(file: string): string {
	return file.replace(/(^|\/)(?:new|cur)\/(?=[^/]*$)/u, "$1cur/").replace(/:2,[A-Za-z]*$/u, "");
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
