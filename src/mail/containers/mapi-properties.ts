/** Properties of a message or an attached file as winmail.dat writes them ([MS-OXTNEF] 2.1.3.4). */
import { decodeText } from "../charset.ts";

const MULTIPLE = 0x1000;
const NAMED_FROM = 0x8000;
const TYPE = { object: 0x0d, string: 0x1e, unicode: 0x1f, binary: 0x102 } as const;
/** Bytes of the types of fixed length; shorter ones are filled up to four. */
const FIXED: Readonly<Record<number, number>> = {
	2: 4,
	3: 4,
	4: 4,
	5: 8,
	6: 8,
	7: 8,
	10: 4,
	11: 4,
	20: 8,
	64: 8,
	72: 16,
};
const GUID_BYTES = 16;
/** More than Outlook writes; a broken count must not keep us. */
const PROPERTIES_MAX = 2_000;

interface Property {
	readonly type: number;
	readonly value: Buffer;
}

/** Properties by their numbers; of several values the first. Named ones are left out. */
export interface MapiProperties {
	text(id: number, charset: string): string | undefined;
	binary(id: number): Buffer | undefined;
	object(id: number): Buffer | undefined;
	number(id: number): number | undefined;
}

/** @throws where the bytes break off. */
export function readMapiProperties(bytes: Buffer): MapiProperties {
	const found = new Map<number, Property>();
	let at = 4;
	const count = bytes.readUInt32LE(0);
	if (count > PROPERTIES_MAX) throw new Error("too many properties");
	for (let number = 0; number < count; number++) {
		const type = bytes.readUInt16LE(at);
		const id = bytes.readUInt16LE(at + 2);
		at += 4;
		if (id >= NAMED_FROM) at = behindName(bytes, at);
		const kind = type & ~MULTIPLE;
		const fixed = FIXED[kind];
		let values = 1;
		if ((type & MULTIPLE) !== 0 || fixed === undefined) {
			values = bytes.readUInt32LE(at);
			at += 4;
		}
		for (let value = 0; value < values; value++) {
			const length = fixed ?? bytes.readUInt32LE(at);
			if (fixed === undefined) at += 4;
			if (at + length > bytes.length) throw new Error("a property breaks off");
			if (value === 0 && id < NAMED_FROM) found.set(id, { type: kind, value: bytes.subarray(at, at + length) });
			at += Math.ceil(length / 4) * 4;
		}
	}
	const of = (id: number, type: number): Buffer | undefined => {
		const property = found.get(id);
		return property?.type === type ? property.value : undefined;
	};
	return {
		text(id, charset) {
			const unicode = of(id, TYPE.unicode)?.toString("utf16le");
			const text = unicode ?? decoded(of(id, TYPE.string), charset);
			return text?.replace(/\0[\s\S]*$/u, "");
		},
		binary: (id) => of(id, TYPE.binary),
		object: (id) => of(id, TYPE.object),
		number: (id) => of(id, 3)?.readInt32LE(0),
	};
}

function decoded(bytes: Buffer | undefined, charset: string): string | undefined {
	return bytes === undefined ? undefined : decodeText(bytes, charset);
}

function behindName(bytes: Buffer, start: number): number {
	const at = start + GUID_BYTES;
	const kind = bytes.readUInt32LE(at);
	if (kind === 0) return at + 8;
	return at + 8 + Math.ceil(bytes.readUInt32LE(at + 4) / 4) * 4;
}
