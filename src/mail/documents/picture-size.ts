/** Width and height of a picture by its first bytes, so that neither a dot nor a bomb is unpacked. */

export interface PictureSize {
	readonly width: number;
	readonly height: number;
}

/** Undefined for what is no PNG, JPEG, GIF, BMP or TIFF, or breaks off. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
	try {
		if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
		if (bytes.toString("latin1", 0, 3) === "GIF")
			return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
		if (bytes.toString("latin1", 0, 2) === "BM") {
			return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
		}
		if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
		if (bytes.readUInt32BE(0) === 0x49492a00 || bytes.readUInt32BE(0) === 0x4d4d002a) return tiffSize(bytes);
	} catch {
		// A read beyond the end.
	}
	return undefined;
}

/** The frame header (SOF0 to SOF15, without the three that are none) holds the size. */
function jpegSize(bytes: Buffer): PictureSize | undefined {
	let at = 2;
	while (at + 9 < bytes.length) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = bytes[at + 1] as number;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
}

function tiffSize(bytes: Buffer): PictureSize | undefined {
	const little = bytes[0] === 0x49;
	const short = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
	const long = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
	const directory = long(4);
	let width = 0;
	let height = 0;
	for (let entry = 0; entry < short(directory); entry++) {
		const at = directory + 2 + entry * 12;
		const value = short(at + 2) === 3 ? short(at + 8) : long(at + 8);
		if (short(at) === 256) width = value;
		if (short(at) === 257) height = value;
	}
	return width > 0 && height > 0 ? { width, height } : undefined;
}
