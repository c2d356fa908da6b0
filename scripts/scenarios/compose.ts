/** Turns a story's mail into MIME, in the manner of the client that it was written with. */
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { person } from "./council.ts";
import type { Mail } from "./types.ts";

export interface Made {
	readonly mail: Mail;
	readonly id: string;
	/** All that the reader sees, quotes included. */
	readonly plain: string;
}

const WHEN = {
	timeZone: "Europe/London",
	day: "numeric",
	year: "numeric",
	hour: "2-digit",
	minute: "2-digit",
} as const;
const whenOf = (date: string, more: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat("en-GB", { ...WHEN, hour12: false, ...more }).format(new Date(date));
const show = (keys: readonly string[] = []) =>
	keys
		.map(person)
		.map(({ name, address }) => (name ? `${name} <${address}>` : address))
		.join("; ");
const escapeHtml = (text: string) => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
const marked = (text: string) =>
	text
		.split("\n")
		.map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`))
		.join("\n");

/** The line or block that stands above a quoted or forwarded mail. */
function headOf({ mail: of }: Made, mail: Mail): string {
	const { client = "outlook" } = mail;
	const { name, address } = person(of.from);
	const cc = of.cc ? [`Cc: ${show(of.cc)}`] : [];
	const rest = [`To: ${show(of.to)}`, ...cc];
	const sent = whenOf(of.date, { month: "long" });
	if (client === "gmail" && mail.forward !== undefined)
		return [
			"---------- Forwarded message ---------",
			`From: ${name} <${address}>`,
			`Date: ${whenOf(of.date, { weekday: "short", month: "short" })}`,
			`Subject: ${of.subject}`,
			...rest,
		].join("\n");
	if (client === "iphone" && mail.forward !== undefined)
		return [
			"Begin forwarded message:\n",
			`From: ${name} <${address}>`,
			`Date: ${sent} BST`,
			...rest,
			`Subject: ${of.subject}`,
		].join("\n");
	if (client === "gmail")
		return `On ${whenOf(of.date, { weekday: "short", month: "short" }).replace(/,? (\d\d:)/u, " at $1")}, ${name} <${address}> wrote:`;
	if (client === "iphone")
		return `On ${whenOf(of.date, { month: "short" }).replace(/,? (\d\d:)/u, ", at $1")}, ${name} <${address}> wrote:`;
	if (client === "plain" && mail.forward === undefined) return `On ${sent}, ${name} wrote:`;
	const block = [`From: ${name} <${address}>`, `Sent: ${sent}`, ...rest, `Subject: ${of.subject}`];
	return (client === "outlook-text" || client === "plain" ? ["-----Original Message-----", ...block] : block).join(
		"\n",
	);
}

const htmlOf = (text: string, open: string) =>
	text
		.split(/\n{2,}/u)
		.map((part) => `${open}${escapeHtml(part).replace(/\n/gu, "<br>\n")}</${open.slice(1).split(/[ >]/u)[0]}>`)
		.join("\n");

/** The plain and the HTML body of a mail. */
function bodiesOf(mail: Mail, below: Made | undefined): { plain: string; html: string } {
	const { client = "outlook", text } = mail;
	const para = client === "gmail" ? "<div>" : "<p class=MsoNormal>";
	if (!below) return { plain: text, html: page(client, htmlOf(text, para)) };
	const head = headOf(below, mail);
	const quoting = mail.forward === undefined && ["gmail", "iphone", "plain"].includes(client);
	const quoted = `${head}\n${quoting ? "" : "\n"}${quoting ? marked(below.plain) : below.plain}`;
	const inner = htmlOf(below.plain, para);
	const block =
		client === "gmail"
			? `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escapeHtml(head).replace(/\n/gu, "<br>")}</div>${quoting ? `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${inner}</blockquote>` : inner}</div>`
			: `<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>${htmlOf(head, para)}</div>\n${inner}`;
	return mail.bottom
		? { plain: `${quoted}\n\n${text}`, html: page(client, `${block}\n${htmlOf(text, para)}`) }
		: { plain: `${text}\n\n${quoted}`, html: page(client, `${htmlOf(text, para)}\n${block}`) };
}

const page = (client: string, body: string) =>
	client === "gmail"
		? `<div dir="ltr">${body}</div>`
		: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body lang="EN-GB"><div class="WordSection1">\n${body}\n</div></body></html>`;

export function plainOf(mail: Mail, below: Made | undefined): string {
	return bodiesOf(mail, below).plain;
}

export async function compose(
	mail: Mail,
	id: string,
	below: Made | undefined,
	attached: string | undefined,
	keepBcc: boolean,
): Promise<string> {
	const { client = "outlook" } = mail;
	const { plain, html } = bodiesOf(mail, below);
	const people = (keys: readonly string[] = []) => keys.map(person);
	const node = new MailComposer({
		from: person(mail.from),
		to: people(mail.to),
		cc: people(mail.cc),
		...(keepBcc ? { bcc: people(mail.bcc) } : {}),
		subject: mail.subject,
		date: new Date(mail.date),
		messageId: id,
		...(below && mail.forward === undefined ? { inReplyTo: below.id, references: below.id } : {}),
		headers: { ...mail.headers },
		...(client === "html" ? {} : { text: plain }),
		...(["outlook", "gmail", "html"].includes(client) ? { html } : {}),
		textEncoding: mail.encoding ?? "quoted-printable",
		baseBoundary: id.replace(/\W/gu, "").slice(0, 40),
		attachments: [
			...(mail.attach ?? []).map(({ filename, type, content }) => ({ filename, contentType: type, content })),
			...(attached
				? [
						{
							contentType: "message/rfc822",
							content: attached,
							contentTransferEncoding: "8bit" as const,
							filename: "message.eml",
						},
					]
				: []),
		],
	}).compile();
	Object.assign(node, { keepBcc: true });
	return (await node.build()).toString("utf8").replace(/\r?\n/gu, "\r\n");
}

/** A journal report as Exchange makes it. */
export function journalOf(raw: string, lines: readonly string[], date: string, id: string): string {
	const boundary = `_journal_${id.replace(/\W/gu, "").slice(0, 30)}`;
	return [
		"From: Microsoft Outlook <journal@skelbeck-tc.example>",
		"To: journal@skelbeck-tc.example",
		`Date: ${new Date(date).toUTCString().replace("GMT", "+0000")}`,
		`Message-ID: ${id.replace("<", "<journal.")}`,
		"X-MS-Journal-Report:",
		"MIME-Version: 1.0",
		`Content-Type: multipart/mixed; boundary="${boundary}"`,
		"",
		`--${boundary}`,
		"Content-Type: text/plain; charset=us-ascii",
		"",
		...lines,
		`Message-Id: ${id}`,
		"",
		`--${boundary}`,
		"Content-Type: message/rfc822",
		"",
		raw,
		`--${boundary}--`,
		"",
	].join("\r\n");
}
