/** The files in a zip archive, within the message's budget; nothing swells beyond what its directory declares. */
import { inflateSync } from "fflate";
import type { Budget } from "../budget.ts";
import { sha256 } from "../digest.ts";
import type { MimeFile } from "../mime.ts";
import { type Opened, takeRoom } from "./opened.ts";
import { typeByName } from "./type-by-name.ts";

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_BYTES = 22;
/** A comment behind the directory may be so long. */
const COMMENT_MAX_BYTES = 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** What programs put in beside the files. */
const FURNITURE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;

interface Entry {
	readonly name: string;
	readonly encrypted: boolean;
	readonly method: number;
	readonly packedBytes: number;
	readonly bytes: number;
	readonly offset: number;
}

export function openArchive(archive: Buffer, budget: Budget): Opened {
	const entries = directoryOf(archive).filter(({ name }) => !name.endsWith("/") && !FURNITURE.test(name));
	if (entries.length > 0 && entries.every(({ encrypted }) => encrypted)) {
		return { notInspected: "encrypted: an archive with a password" };
	}
	const files: MimeFile[] = [];
	const notes: string[] = [];
	let leftOut = 0;
	for (const entry of entries) {
		if (!takeRoom(entry.bytes, budget)) {
			leftOut++;
			continue;
		}
		const bytes = entry.encrypted ? undefined : unpack(archive, entry);
		if (bytes === undefined) notes.push(`"${entry.name}" in it could not be unpacked`);
		else files.push(fileOf(entry.name, bytes));
	}
	if (leftOut > 0) notes.push(`${leftOut} of its ${entries.length} files were not unpacked: too many or too large`);
	return { files, notes };
}

export function fileOf(name: string, bytes: Buffer): MimeFile {
	return { kind: "file", name, contentType: typeByName(name), bytes, sha256: sha256(bytes), inline: false };
}

function directoryOf(archive: Buffer): readonly Entry[] {
	const end = endOf(archive);
	const count = archive.readUInt16LE(end + 10);
	let at = archive.readUInt32LE(end + 16);
	const entries: Entry[] = [];
	for (let number = 0; number < count; number++) {
		if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error("the directory breaks off");
		const flags = archive.readUInt16LE(at + 8);
		const nameBytes = archive.readUInt16LE(at + 28);
		const aside = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
		const name = archive.subarray(at + DIRECTORY_ENTRY_BYTES, at + DIRECTORY_ENTRY_BYTES + nameBytes);
		entries.push({
			name: name.toString((flags & UTF8_FLAG) !== 0 ? "utf8" : "latin1"),
			encrypted: (flags & ENCRYPTED_FLAG) !== 0,
			method: archive.readUInt16LE(at + 10),
			packedBytes: archive.readUInt32LE(at + 20),
			bytes: archive.readUInt32LE(at + 24),
			offset: archive.readUInt32LE(at + 42),
		});
		at += DIRECTORY_ENTRY_BYTES + nameBytes + aside;
	}
	return entries;
}

function endOf(archive: Buffer): number {
	const lowest = Math.max(0, archive.length - DIRECTORY_END_BYTES - COMMENT_MAX_BYTES);
	for (let at = archive.length - DIRECTORY_END_BYTES; at >= lowest; at--) {
		if (archive.readUInt32LE(at) === DIRECTORY_END) return at;
	}
	throw new Error("no directory");
}

/** Undefined where it cannot be unpacked. The declared size is all the room that it gets. */
function unpack(archive: Buffer, { offset, packedBytes, bytes, method }: Entry): Buffer | undefined {
	try {
		const start = offset + LOCAL_HEADER_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
		const packed = archive.subarray(start, start + packedBytes);
		if (packed.length < packedBytes) return undefined;
		if (method === STORED) return Buffer.from(packed);
		if (method !== DEFLATED) return undefined;
		return Buffer.from(inflateSync(packed, { out: new Uint8Array(bytes) }));
	} catch {
		return undefined;
	}
}
