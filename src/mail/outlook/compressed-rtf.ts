/** Rich text as Outlook stores it: LZ77 over a ring that starts with common RTF words ([MS-OXRTFCP]). */

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEAD_BYTES = 16;
const RING_BYTES = 4096;
const RING_MASK = RING_BYTES - 1;
const RING_START = Buffer.from(
	"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx",
	"latin1",
);
/** Each flag byte governs eight tokens, a literal or a reference of two bytes. */
const TOKENS_A_FLAG = 8;
const SHORTEST_REFERENCE = 2;

/** The RTF as it was written; at most `maxBytes` of it. Empty for what is none. */
export function decompressRtf(bytes: Buffer, maxBytes: number): string {
	if (bytes.length < HEAD_BYTES) return "";
	const kind = bytes.readUInt32LE(8);
	const declared = Math.min(bytes.readUInt32LE(4), maxBytes);
	if (kind === UNCOMPRESSED) return bytes.toString("latin1", HEAD_BYTES, HEAD_BYTES + declared);
	if (kind !== COMPRESSED) return "";
	const ring = Buffer.alloc(RING_BYTES);
	RING_START.copy(ring);
	let write = RING_START.length;
	const out = Buffer.alloc(declared);
	let length = 0;
	const put = (byte: number): void => {
		out[length++] = byte;
		ring[write] = byte;
		write = (write + 1) & RING_MASK;
	};
	let at = HEAD_BYTES;
	while (at < bytes.length && length < declared) {
		const flags = bytes[at++] as number;
		for (let token = 0; token < TOKENS_A_FLAG && at < bytes.length && length < declared; token++) {
			if ((flags & (1 << token)) === 0) {
				put(bytes[at++] as number);
				continue;
			}
			if (at + 1 >= bytes.length) return out.toString("latin1", 0, length);
			const reference = bytes.readUInt16BE(at);
			at += 2;
			let from = reference >> 4;
			// A reference to where the next byte goes marks the end.
			if (from === write) return out.toString("latin1", 0, length);
			for (let left = (reference & 15) + SHORTEST_REFERENCE; left > 0 && length < declared; left--) {
				put(ring[from] as number);
				from = (from + 1) & RING_MASK;
			}
		}
	}
	return out.toString("latin1", 0, length);
}
