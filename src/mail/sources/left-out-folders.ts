/** Folders whose mail was never sent, was thrown away or was not wanted: left out of every audit, and counted. */

const LEFT_OUT: ReadonlySet<string> = new Set([
	"drafts",
	"draft",
	"junk",
	"junk e-mail",
	"junk email",
	"junk mail",
	"spam",
	"bulk mail",
	"trash",
	"bin",
	"deleted",
	"deleted items",
	"deleted messages",
	"outbox",
]);

/**
 * Whether a folder, or one that it lies in, is left out by its name: "Drafts", "INBOX/Trash", "Deleted Items/2025".
 * The parts of `folder` are divided by "/".
 */
export function isLeftOut(folder: string): boolean {
	return folder.split("/").some((part) => LEFT_OUT.has(part.trim().toLowerCase()));
}
