/** The MIME structure of a message as it is, where need be against what the message says of it. */
import { firstParts, isMisread, repairDelimiters } from "./delimiters.ts";
import type { HeaderBlock, HeaderField } from "./header-block.ts";
import { PARTS_MAX } from "./limits.ts";
import { type Mime, readMime } from "./mime.ts";

export interface Structure {
	readonly mime: Mime;
	/** What was wrong with it, in words for the coverage list. */
	readonly notes: readonly string[];
}

const MEDIA_TYPE = /^\s*[\w!#$&^.+-]+\/[\w!#$&^.+-]+/u;
/** A delimiter line as senders write it, for multiparts whose Content-Type names another one or none. */
const DELIMITER = /(?:^|\n)--([^\s].{0,69}?)[ \t]*\r?\n(?:Content-|\r?\n)/u;
const DELIMITER_SEARCH_BYTES = 64 * 1024;
/** Each repair can bring inner multiparts to light that need one as well. */
const REPAIRS_MAX = 3;

/** Takes the body apart. Never throws. */
export async function readStructure(raw: Buffer, block: HeaderBlock): Promise<Structure> {
	const body = raw.subarray(block.bodyStart);
	const fields = block.fields.filter(({ name }) => name.startsWith("content-") || name === "mime-version");
	const declared = fields.find(({ name }) => name === "content-type")?.value ?? "text/plain";
	const head = headOf(MEDIA_TYPE.test(declared) ? declared : "text/plain", fields);
	const mime = await readMime(head, body);
	if (mime.incomplete) {
		// mailparser gives nothing where there are too many parts: the first ones are read by themselves.
		const beginning = await readMime(head, firstParts(body, mime.divisions, PARTS_MAX - 1));
		return { mime: beginning, notes: [`its structure broke off, or it has more than ${PARTS_MAX} parts`] };
	}
	if (mime.root?.kind === "multipart" && mime.root.children.length === 0 && body.length > 0) {
		const delimiter = DELIMITER.exec(body.toString("latin1", 0, DELIMITER_SEARCH_BYTES))?.[1];
		const instead = delimiter === undefined ? "text/plain" : `multipart/mixed; boundary="${delimiter}"`;
		return { mime: await readMime(headOf(instead, fields), body), notes: ["its parts are not divided as it says"] };
	}
	return repaired(head, body, mime);
}

async function repaired(head: Buffer, body: Buffer, first: Mime): Promise<Structure> {
	let mime = first;
	for (let attempt = 0; attempt < REPAIRS_MAX && isMisread(body, mime.divisions); attempt++) {
		const better = await readMime(head, repairDelimiters(body, mime.divisions));
		if (countOf(better) <= countOf(mime)) return { mime, notes: ["one of its parts could not be told from the next"] };
		mime = better;
	}
	return { mime, notes: [] };
}

function countOf(mime: Mime): number {
	return mime.divisions.reduce((sum, { parts }) => sum + parts + 1, 0);
}

/** The MIME headers alone, with this Content-Type. */
function headOf(contentType: string, fields: readonly HeaderField[]): Buffer {
	const others = fields.filter(({ name }) => name !== "content-type").map(({ name, value }) => `${name}: ${value}`);
	return Buffer.from([`content-type: ${contentType}`, ...others, "", ""].join("\r\n"));
}
