/** Word 97 documents, Outlook message files and winmail.dat of our own making, no larger than their readers need. */
import { createRequire } from "node:module";

interface Entry {
	name: string;
	type: number;
	length: number;
	binaryProvider?: () => Uint8Array;
	children?: number[];
}
const { burn } = createRequire(import.meta.url)("@kenjiuno/msgreader/lib/Burner.js") as {
	burn: (entries: Entry[]) => Uint8Array;
};
const DIRECTORY = 1;
const DOCUMENT = 2;
const ROOT = 5;

/** A tree of streams and folders. */
export interface Tree {
	readonly [name: string]: Buffer | Tree;
}

/** A compound file with these streams. */
export function compoundFile(tree: Tree): Buffer {
	const entries: Entry[] = [{ name: "Root Entry", type: ROOT, length: 0, children: [] }];
	const add = (below: Tree, parent: Entry): void => {
		for (const [name, value] of Object.entries(below)) {
			parent.children?.push(entries.length);
			if (value instanceof Buffer) {
				entries.push({ name, type: DOCUMENT, length: value.length, binaryProvider: () => new Uint8Array(value) });
			} else {
				const folder: Entry = { name, type: DIRECTORY, length: 0, children: [] };
				entries.push(folder);
				add(value as Tree, folder);
			}
		}
	};
	add(tree, entries[0] as Entry);
	return Buffer.from(burn(entries));
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;

/** The same for two streams of more than 4 KB each, laid out as Word does: a table, a directory, the streams. */
function largeStreams(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
	const table = Buffer.alloc(SECTOR, 0xff);
	table.writeUInt32LE(0xfffffffd, 0);
	table.writeUInt32LE(END_OF_CHAIN, 4);
	const directory = Buffer.alloc(SECTOR);
	const node = (index: number, name: string, type: number, child: number, start: number, size: number): void => {
		const at = index * 128;
		directory.write(name, at, "utf16le");
		directory.writeUInt16LE((name.length + 1) * 2, at + 64);
		directory.writeUInt8(type, at + 66);
		directory.writeUInt8(1, at + 67);
		directory.writeInt32LE(-1, at + 68);
		directory.writeInt32LE(type === DOCUMENT && index < streams.length ? index + 1 : -1, at + 72);
		directory.writeInt32LE(child, at + 76);
		directory.writeUInt32LE(start, at + 116);
		directory.writeUInt32LE(size, at + 120);
	};
	node(0, "Root Entry", ROOT, 1, END_OF_CHAIN, 0);
	const sectors: Buffer[] = [];
	let next = 2;
	for (const [index, [name, bytes]] of streams.entries()) {
		const count = Math.ceil(bytes.length / SECTOR);
		node(index + 1, name, DOCUMENT, -1, next, bytes.length);
		for (let n = 0; n < count; n++, next++) table.writeUInt32LE(n === count - 1 ? END_OF_CHAIN : next + 1, next * 4);
		sectors.push(Buffer.concat([bytes, Buffer.alloc(count * SECTOR - bytes.length)]));
	}
	const head = Buffer.alloc(SECTOR, 0xff);
	Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
	head.fill(0, 8, 24);
	for (const [at, value] of [
		[24, 0x3e],
		[26, 3],
		[28, 0xfffe],
		[30, 9],
		[32, 6],
	] as const)
		head.writeUInt16LE(value, at);
	head.fill(0, 34, 44);
	for (const [at, value] of [
		[44, 1],
		[48, 1],
		[52, 0],
		[56, 4096],
		[60, END_OF_CHAIN],
		[64, 0],
		[68, END_OF_CHAIN],
		[72, 0],
		[76, 0],
	] as const)
		head.writeUInt32LE(value, at);
	return Buffer.concat([head, table, directory, ...sectors]);
}

/** A Word 97 document of one piece of text. */
export function doc(text: string, { encrypted = false } = {}): Buffer {
	const body = Buffer.from(`${text.replaceAll("\n", "\r")}\r`, "utf16le");
	const head = Buffer.alloc(1024);
	head.writeUInt16LE(0xa5ec, 0);
	head.writeUInt16LE(0x00c1, 2);
	head.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
	head.writeUInt32LE(head.length, 0x18);
	head.writeUInt32LE(body.length / 2, 0x4c);
	const pieces = Buffer.alloc(21);
	pieces.writeUInt8(2, 0);
	pieces.writeUInt32LE(16, 1);
	pieces.writeUInt32LE(body.length / 2, 9);
	pieces.writeUInt32LE(head.length, 15);
	head.writeUInt32LE(0, 0x1a2);
	head.writeUInt32LE(pieces.length, 0x1a6);
	return largeStreams([
		["WordDocument", Buffer.concat([head, body, Buffer.alloc(4096)])],
		["1Table", Buffer.concat([pieces, Buffer.alloc(4096)])],
	]);
}

export interface MsgFile {
	readonly name: string;
	readonly bytes: Buffer;
	readonly type?: string;
	readonly contentId?: string;
}
export interface Msg {
	readonly subject?: string;
	readonly body?: string;
	readonly html?: string;
	readonly headers?: string;
	readonly messageId?: string;
	readonly from?: readonly [name: string, address: string, type?: "SMTP" | "EX"];
	readonly recipients?: readonly (readonly [way: 1 | 2 | 3, name: string, address: string, type?: "SMTP" | "EX"])[];
	readonly sensitivity?: number;
	/** ISO 8601. */
	readonly sent?: string;
	readonly files?: readonly MsgFile[];
	readonly messages?: readonly Msg[];
}

/** An Outlook message file (.msg). */
export function msg(message: Msg): Buffer {
	return compoundFile({ ...msgTree(message, 32), "__nameid_version1.0": nameIds() });
}

function msgTree(message: Msg, headBytes: number): Tree {
	const { from = ["Jo Marsh", "clerk@thornby.example"] } = message;
	const texts: Record<string, string | undefined> = {
		"001A": "IPM.Note",
		"0037": message.subject ?? "Drains",
		"0C1A": from[0],
		"0C1E": from[2] ?? "SMTP",
		"0C1F": from[1],
		"1000": message.body,
		"007D": message.headers,
		"1035": message.messageId,
	};
	const sent = message.sent === undefined ? [] : [time("0039", message.sent)];
	const files = (message.files ?? []).map((file): Tree => {
		const named = {
			"3707": file.name,
			...(file.type ? { "370E": file.type } : {}),
			...(file.contentId ? { "3712": file.contentId } : {}),
		};
		return properties(named, 8, [integer("3705", 1)], { "__substg1.0_37010102": file.bytes });
	});
	const messages = (message.messages ?? []).map(
		(inner): Tree =>
			properties({ "3001": inner.subject ?? "Drains" }, 8, [integer("3705", 5)], {
				"__substg1.0_3701000D": msgTree(inner, 24),
			}),
	);
	const people = (message.recipients ?? []).map(
		([way, name, address, type = "SMTP"]): Tree =>
			properties({ "3001": name, "3002": type, "3003": address }, 8, [integer("0C15", way)]),
	);
	const html = message.html === undefined ? {} : { "__substg1.0_10130102": Buffer.from(message.html) };
	return properties(texts, headBytes, [integer("0036", message.sensitivity ?? 0), integer("3FDE", 65001), ...sent], {
		...html,
		...numbered("__recip_version1.0_#", people),
		...numbered("__attach_version1.0_#", [...files, ...messages]),
	});
}

function numbered(prefix: string, trees: readonly Tree[]): Tree {
	return Object.fromEntries(trees.map((tree, index) => [`${prefix}${String(index).padStart(8, "0")}`, tree]));
}

function properties(
	texts: Readonly<Record<string, string | undefined>>,
	headBytes: number,
	fixed: readonly Buffer[],
	more: Tree = {},
): Tree {
	const streams: Record<string, Buffer> = {};
	const entries = [...fixed];
	for (const [id, text] of Object.entries(texts)) {
		if (text === undefined) continue;
		const bytes = Buffer.from(text, "utf16le");
		streams[`__substg1.0_${id}001F`] = bytes;
		entries.push(entry(id, 0x001f, bytes.length + 2));
	}
	return { "__properties_version1.0": Buffer.concat([Buffer.alloc(headBytes), ...entries]), ...streams, ...more };
}

function entry(id: string, type: number, low: number, high = 0): Buffer {
	const bytes = Buffer.alloc(16);
	bytes.writeUInt16LE(type, 0);
	bytes.writeUInt16LE(Number.parseInt(id, 16), 2);
	bytes.writeUInt32LE(6, 4);
	bytes.writeUInt32LE(low, 8);
	bytes.writeUInt32LE(high, 12);
	return bytes;
}

const integer = (id: string, value: number): Buffer => entry(id, 3, value);

/** 100-nanosecond steps since 1601. */
function time(id: string, iso: string): Buffer {
	const steps = (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n;
	return entry(id, 0x40, Number(steps & 0xffffffffn), Number(steps >> 32n));
}

function nameIds(): Tree {
	return {
		"__substg1.0_00020102": Buffer.alloc(0),
		"__substg1.0_00030102": Buffer.alloc(0),
		"__substg1.0_00040102": Buffer.alloc(0),
	};
}

/** A winmail.dat with a text and files. */
export function winmail(text: string, files: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
	const attribute = (level: number, id: number, data: Buffer): Buffer => {
		const head = Buffer.alloc(9);
		head.writeUInt8(level, 0);
		head.writeUInt32LE(id, 1);
		head.writeUInt32LE(data.length, 5);
		return Buffer.concat([head, data, Buffer.alloc(2)]);
	};
	const unicode = Buffer.from(`${text}\0`, "utf16le");
	const mapi = Buffer.alloc(16);
	mapi.writeUInt32LE(1, 0);
	mapi.writeUInt16LE(0x001f, 4);
	mapi.writeUInt16LE(0x1000, 6);
	mapi.writeUInt32LE(1, 8);
	mapi.writeUInt32LE(unicode.length, 12);
	const filled = Buffer.concat([mapi, unicode, Buffer.alloc((4 - (unicode.length % 4)) % 4)]);
	return Buffer.concat([
		Buffer.from("789f3e220100", "hex"),
		attribute(1, 0x00069003, filled),
		...files.flatMap(([name, bytes]) => [
			attribute(2, 0x00069002, Buffer.alloc(14)),
			attribute(2, 0x00018010, Buffer.from(`${name}\0`)),
			attribute(2, 0x0006800f, bytes),
		]),
	]);
}
