/** Folder names as IMAP and Maildir++ write them (RFC 3501 5.1.3): "Entw&APw-rfe" is "Entwürfe". */

/** Decodes; what is not well formed stays as it stands. */
export function decodeModifiedUtf7(name: string): string {
	return name.replace(/&([A-Za-z0-9+,]*)-/gu, (whole, encoded: string) => {
		if (encoded === "") return "&";
		const bytes = Buffer.from(encoded.replaceAll(",", "/"), "base64");
		if (bytes.length === 0 || bytes.length % 2 === 1) return whole;
		return bytes.swap16().toString("utf16le");
	});
}
