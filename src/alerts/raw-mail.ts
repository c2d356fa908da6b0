/** A {@link Mail} as nodemailer takes it. Addresses come from the configuration and are checked again here. */
import { CandourError } from "../errors.ts";
import { plainLine } from "../reports/plain-line.ts";
import type { Mail, Recipient } from "./mail.ts";

/** No blank, bracket, comma or control character: nothing that could end an address or a header and begin another. */
const ADDRESS = /^[^\s<>()[\],;:"\\@\p{Cc}]+@[^\s<>()[\],;:"\\@\p{Cc}]+$/u;

/** Options for `sendMail`. Throws CONFIG_INVALID where an address is none, or nobody is to get the mail. */
export async function nodemailerOptions(mail: Mail) {
	if (mail.to.length === 0) {
		throw new CandourError("CONFIG_INVALID", "A mail of Candour's has nobody to go to.", {
			remedy: "Name recipients below alerts: or digest: in council.yaml.",
		});
	}
	return {
		envelope: { from: checked(mail.from).address, to: mail.to.map((to) => checked(to).address) },
		from: checked(mail.from),
		to: mail.to.map(checked),
		subject: plainLine(mail.subject),
		date: new Date(mail.date),
		messageId: mail.messageId,
		headers: { ...mail.headers },
		text: mail.text,
		html: await inlined(mail.html),
		attachments: (mail.images ?? []).map(({ cid, name, png }) => ({
			cid,
			filename: name,
			content: Buffer.from(png),
			contentType: "image/png",
			contentDisposition: "inline" as const,
		})),
		disableFileAccess: true,
		disableUrlAccess: true,
	};
}

/** Several mail programs drop style sheets, so that each element carries its own; the sheet stays for phones. */
async function inlined(html: string): Promise<string> {
	// Loaded with the first mail: a command that sends none need not wait for it.
	const { default: juice } = await import("juice");
	return juice(html, { preserveMediaQueries: true, removeStyleTags: true });
}

function checked({ address, name }: Recipient): { address: string; name: string } {
	if (!ADDRESS.test(address)) {
		throw new CandourError("CONFIG_INVALID", `"${plainLine(address)}" is not a mail address.`, {
			remedy: "Correct it below alerts:, digest: or smtp: in council.yaml.",
		});
	}
	const shown = plainLine(name);
	return { address, name: shown === address ? "" : shown };
}
