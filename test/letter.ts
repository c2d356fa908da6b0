/** Writes test mail. */
import { DOMAIN } from "./thornby.ts";

export const CLERK = `Jo Marsh <clerk@${DOMAIN}>`;
export const DEPUTY = `Rae Dunn <deputy@${DOMAIN}>`;
export const PELL = `Cllr Alan Pell <a.pell@${DOMAIN}>`;
export const VOSS = `Cllr Ruth Voss <r.voss@${DOMAIN}>`;
export const HART = `Cllr Dan Hart <d.hart@${DOMAIN}>`;
export const BEA = `Cllr Bea Lund <b.lund@${DOMAIN}>`;
export const GARETH = `Cllr Gareth Lund <g.lund@${DOMAIN}>`;
export const RESIDENT = "Tilly Moss <tilly.moss@mailbox.example>";

export interface Letter {
	readonly id?: string;
	readonly from?: string;
	readonly to?: string;
	readonly cc?: string;
	readonly bcc?: string;
	readonly subject?: string;
	readonly date?: string;
	readonly text: string;
	/** Further header lines, each with its name. */
	readonly headers?: readonly string[];
}

let count = 0;

/** A plain-text message with CRLF line ends. The date defaults to Tuesday 3 March 2026, 10:15. */
export function letter({
	id,
	from = CLERK,
	to = PELL,
	cc,
	bcc,
	subject = "Allotments",
	date,
	text,
	headers = [],
}: Letter): string {
	count += 1;
	const lines = [
		...headers,
		`From: ${from}`,
		...(to ? [`To: ${to}`] : []),
		...(cc ? [`Cc: ${cc}`] : []),
		...(bcc ? [`Bcc: ${bcc}`] : []),
		`Subject: ${subject}`,
		`Message-ID: <${id ?? `letter-${count}`}@${DOMAIN}>`,
		`Date: ${date ?? "Tue, 3 Mar 2026 10:15:00 +0000"}`,
		"MIME-Version: 1.0",
		"Content-Type: text/plain; charset=utf-8",
		"",
		text,
	];
	return lines.join("\n").replace(/\r?\n/gu, "\r\n");
}
