/** Where a message of an mbox lay, told by what Gmail's export and Thunderbird leave in its headers. */
import { decodeWords } from "../encoded-words.ts";
import { readHeaderBlock, valuesOf } from "../header-block.ts";

const LABEL_HEADERS = ["x-gmail-labels", "x-gm-labels"];
/** Gmail's labels that say something of the message's state, not of its place. */
const STATE_LABELS = /^(important|starred|unread|opened|chat|snoozed|category .*|.*-label)$/iu;
const DRAFT_LABEL = /^drafts?$/iu;
/** Bit of X-Mozilla-Status: deleted, but the file was not yet compacted. */
const MOZILLA_EXPUNGED = 0x0008;

/** The folder that the headers tell; undefined where they tell none. */
export function folderFromLabels(headers: Buffer): string | undefined {
	const { fields } = readHeaderBlock(headers);
	const status = valuesOf(fields, "x-mozilla-status")[0];
	if (status && (Number.parseInt(status, 16) & MOZILLA_EXPUNGED) !== 0) return "Deleted Messages";
	const labels = LABEL_HEADERS.flatMap((name) => valuesOf(fields, name))
		.flatMap((value) => decodeWords(value).split(","))
		.map((label) => label.trim().replace(/^"(.*)"$/u, "$1"))
		.filter((label) => label !== "");
	if (labels.length === 0) return undefined;
	// A draft and what was thrown away stay so whatever other labels they bear.
	const decisive = labels.find((label) => DRAFT_LABEL.test(label) || /^(spam|trash|bin)$/iu.test(label));
	if (decisive) return DRAFT_LABEL.test(decisive) ? "Drafts" : decisive;
	if (labels.some((label) => /^sent$/iu.test(label))) return "Sent";
	if (labels.some((label) => /^inbox$/iu.test(label))) return "INBOX";
	return labels.find((label) => !STATE_LABELS.test(label) && !/^archived$/iu.test(label)) ?? "Archive";
}
