/** Small messages for the tests of sources, and what came out of reading them. */
import type { Admit, DayRange, Found, Source } from "../../../src/mail/source.ts";

export const everything: Admit = () => ({ read: true });

export interface Letter {
	readonly subject: string;
	readonly from?: string;
	readonly to?: string;
	/** As the Date header has it. */
	readonly date?: string;
	readonly headers?: readonly string[];
	readonly body?: string;
}

export function letter({
	subject,
	from,
	to,
	date,
	headers = [],
	body = "Dear all,\r\n\r\nsee below.\r\n",
}: Letter): string {
	return [
		`From: ${from ?? "clerk@thornby.example"}`,
		`To: ${to ?? "j.tranter@thornby.example"}`,
		`Subject: ${subject}`,
		`Date: ${date ?? "Mon, 02 Mar 2026 10:15:00 +0000"}`,
		`Message-ID: <${subject.replaceAll(/[^a-z0-9]/giu, "-")}@thornby.example>`,
		...headers,
		"",
		body,
	].join("\r\n");
}

export async function readAll(source: Source, range: DayRange = {}, admit: Admit = everything): Promise<Found[]> {
	const all: Found[] = [];
	for await (const found of source.read(range, admit)) all.push(found);
	return all;
}

/** "mailbox|folder|subject" of every message, sorted. */
export function subjects(found: readonly Found[]): string[] {
	return messages(found)
		.map(({ at, raw }) => `${at.mailbox}|${at.folder}|${subjectOf(raw)}`)
		.sort();
}

export function messages(found: readonly Found[]): Extract<Found, { kind: "message" }>[] {
	return found.filter((entry) => entry.kind === "message");
}

export function unread(found: readonly Found[]): string[] {
	return found.flatMap((entry) =>
		entry.kind === "unreadable" ? [`${entry.at.folder}|${entry.at.file ?? entry.at.uid ?? ""}|${entry.reason}`] : [],
	);
}

export function leftOut(found: readonly Found[]): string[] {
	return found
		.flatMap((entry) => (entry.kind === "left-out" ? [`${entry.mailbox}|${entry.folder}|${entry.count}`] : []))
		.sort();
}

export function subjectOf(raw: Buffer): string {
	return /^Subject: (.*?)\r?$/mu.exec(raw.toString("latin1"))?.[1] ?? "";
}
