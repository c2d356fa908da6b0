/** Writes the sample council's mail (`config/demo/mail`) from the story beside this file. usage: node scripts/demo/write-mail.ts */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { docxLetter, pdfLetter } from "./documents.ts";
import { ADDRESSES, DISCLAIMER, DOMAIN, type Piece, STORY } from "./story.ts";

const ROOT = "config/demo/mail";
const WATCHED = ["clerk", "deputy", "o.price"].map((name) => `${name}@${DOMAIN}`);
const JOURNAL = `journal@${DOMAIN}`;

function address(who: string): string {
	return ADDRESSES[who] ?? who;
}

function bare(who: string): string {
	return /<([^>]+)>/u.exec(address(who))?.[1] ?? address(who);
}

function paragraphs(text: string): string {
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	return escaped
		.split("\n\n")
		.map((block) => `<p class="MsoNormal">${block.replaceAll("\n", "<br>")}</p>`)
		.join("\n");
}

function htmlOf(piece: Piece): string {
	const quoted = STORY.find(({ id }) => id === piece.quotes);
	const body = paragraphs(piece.disclaimer ? `${piece.text}\n\n${DISCLAIMER}` : piece.text);
	if (quoted === undefined) return `<html><body lang="EN-GB">${body}</body></html>`;
	const below =
		piece.style === "gmail"
			? `<div class="gmail_quote"><div class="gmail_attr">${paragraphs(gmailHead(quoted))}</div><blockquote class="gmail_quote">${paragraphs(textOf(quoted))}</blockquote></div>`
			: paragraphs(outlookQuote(quoted));
	return `<html><body lang="EN-GB">${body}\n${below}</body></html>`;
}

function outlookQuote(quoted: Piece): string {
	const lines = [
		`From: ${address(quoted.from)}`,
		`Sent: ${new Date(quoted.date).toUTCString().replace(" GMT", "")}`,
		`To: ${quoted.to.map(address).join("; ")}`,
		...(quoted.cc ? [`Cc: ${quoted.cc.map(address).join("; ")}`] : []),
		`Subject: ${quoted.subject}`,
	];
	return `${lines.join("\n")}\n\n${textOf(quoted)}`;
}

function gmailHead(quoted: Piece): string {
	return `On ${new Date(quoted.date).toUTCString().slice(0, 22)}, ${address(quoted.from)} wrote:`;
}

function gmailQuote(quoted: Piece): string {
	return `${gmailHead(quoted)}\n\n${textOf(quoted)
		.split("\n")
		.map((line) => `> ${line}`.trimEnd())
		.join("\n")}`;
}

function textOf(piece: Piece): string {
	const quoted = STORY.find(({ id }) => id === piece.quotes);
	const body = piece.disclaimer ? `${piece.text}\n\n${DISCLAIMER}` : piece.text;
	if (quoted === undefined) return body;
	return `${body}\n\n${piece.style === "gmail" ? gmailQuote(quoted) : outlookQuote(quoted)}`;
}

async function compose(piece: Piece, withBcc: boolean): Promise<Buffer> {
	const text = textOf(piece);
	const reply = piece.answers ? `<${piece.answers}@${DOMAIN}>` : undefined;
	const attachments = await Promise.all(
		(piece.letters ?? []).map(async ({ name, lines }) => ({
			filename: name,
			content: name.endsWith(".pdf") ? await pdfLetter(lines) : await docxLetter(lines),
		})),
	);
	const mail = new MailComposer({
		from: address(piece.from),
		to: piece.to.map(address),
		...(piece.cc ? { cc: piece.cc.map(address) } : {}),
		...(piece.bcc && withBcc ? { bcc: piece.bcc.map(address) } : {}),
		subject: piece.subject,
		messageId: `<${piece.id}@${DOMAIN}>`,
		date: new Date(piece.date),
		...(reply ? { inReplyTo: reply, references: [reply] } : {}),
		...(piece.style === "html-only" ? {} : { text }),
		...(piece.style === "plain" ? {} : { html: htmlOf(piece) }),
		...(piece.headers ? { headers: piece.headers } : {}),
		attachments,
		baseBoundary: piece.id,
	}).compile();
	mail.keepBcc = withBcc;
	return mail.build();
}

function journalReport(piece: Piece, original: Buffer): Buffer {
	const recipients = [
		...piece.to.map((who) => `To: ${bare(who)}`),
		...(piece.cc ?? []).map((who) => `Cc: ${bare(who)}`),
		...(piece.bcc ?? []).map((who) => `Bcc: ${bare(who)}`),
	];
	const lines = [
		`From: Microsoft Exchange <microsoftexchange@${DOMAIN}>`,
		`To: ${JOURNAL}`,
		`Subject: ${piece.subject}`,
		`Message-ID: <journal-${piece.id}@journal.report.generator>`,
		`Date: ${new Date(piece.date).toUTCString().replace("GMT", "+0000")}`,
		"X-MS-Journal-Report:",
		"MIME-Version: 1.0",
		`Content-Type: multipart/mixed; boundary="journal-${piece.id}"`,
		"",
		`--journal-${piece.id}`,
		"Content-Type: text/plain; charset=utf-8",
		"",
		`Sender: ${bare(piece.from)}`,
		`Subject: ${piece.subject}`,
		`Message-Id: <${piece.id}@${DOMAIN}>`,
		...recipients,
		"",
		`--journal-${piece.id}`,
		"Content-Type: message/rfc822",
		"",
		"",
	];
	return Buffer.concat([Buffer.from(lines.join("\r\n")), original, Buffer.from(`\r\n--journal-${piece.id}--\r\n`)]);
}

await rm(ROOT, { recursive: true, force: true });
let files = 0;
async function put(mailbox: string, folder: string, piece: Piece, raw: Buffer): Promise<void> {
	const directory = join(ROOT, mailbox, folder);
	await mkdir(directory, { recursive: true });
	await writeFile(join(directory, `${piece.date.slice(0, 10)}-${piece.id}.eml`), raw);
	files += 1;
}
for (const piece of STORY) {
	if (piece.journal) {
		await put(JOURNAL, "INBOX", piece, journalReport(piece, await compose(piece, false)));
		continue;
	}
	const sender = bare(piece.from);
	if (WATCHED.includes(sender)) await put(sender, "Sent", piece, await compose(piece, true));
	const received = [...piece.to, ...(piece.cc ?? []), ...(piece.bcc ?? [])].map(bare);
	const lists = received.includes(`councillors@${DOMAIN}`) ? [...received, `o.price@${DOMAIN}`] : received;
	for (const mailbox of WATCHED) {
		if (mailbox !== sender && lists.includes(mailbox)) await put(mailbox, "INBOX", piece, await compose(piece, false));
	}
}
console.log(`${STORY.length} messages in ${files} files under ${ROOT}`);
