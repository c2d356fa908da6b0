/** Mail of our own making for the tests: Thornby Parish Council and invented people. */
import { type ParseOptions, parseMessage } from "../../src/mail/parse.ts";

export const CLERK = "clerk@thornby.example";

/** Lines with CRLF, as mail travels. */
export function eml(...lines: readonly string[]): Buffer {
	return Buffer.from(lines.join("\r\n"));
}

/** A letter of the clerk to Cllr Pell; `headers` come on top, `body` as it is given. */
export function letter(
	headers: readonly string[] = [],
	body: readonly string[] = ["Dear Councillor,", "", "Noted."],
): Buffer {
	return eml(
		...headers,
		"From: Jo Marsh <Clerk@thornby.example>",
		"To: Cllr A Pell <a.pell@thornby.example>",
		"Subject: Allotment drainage",
		"Message-ID: <drain.1@thornby.example>",
		"Date: Tue, 04 Jun 2024 09:15:00 +0100",
		"",
		...body,
	);
}

export function parse(raw: Buffer, options: Partial<ParseOptions> = {}) {
	return parseMessage(raw, { journal: false, mailbox: CLERK, ...options });
}

export function part(boundary: string, headers: readonly string[], body: string): readonly string[] {
	return [`--${boundary}`, ...headers, "", body];
}

/** `Name` → its values, without what the message type does not hold. */
export function addressesOf(list: readonly { readonly address: string }[]): readonly string[] {
	return list.map(({ address }) => address);
}
