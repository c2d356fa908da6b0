/** Text of an Excel workbook (XLSX): each sheet's name, the heads and feet of its pages, its rows with tabs between cells. */
import { strFromU8, unzipSync } from "fflate";
import { DOCUMENT_TEXT_MAX_CHARACTERS } from "../limits.ts";
import type { DocumentText } from "./document-text.ts";
import { readXml } from "./xml-events.ts";

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/u;
const SHARED = "xl/sharedStrings.xml";
const BOOK = "xl/workbook.xml";
const PAGE_LINES = new Set(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]);

export function readWorkbook(bytes: Buffer, names: readonly string[]): DocumentText {
	const sheets = names.filter((name) => SHEET.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
	const files = unzipSync(bytes, { filter: ({ name }) => name === SHARED || name === BOOK || sheets.includes(name) });
	const entry = (name: string): string => (files[name] === undefined ? "" : strFromU8(files[name]));
	const shared = sharedStrings(entry(SHARED));
	const titles = sheetNames(entry(BOOK));
	const parts: string[] = [];
	let length = 0;
	for (const [index, sheet] of sheets.entries()) {
		const rows = rowsOf(entry(sheet), shared, DOCUMENT_TEXT_MAX_CHARACTERS - length);
		if (rows === "") continue;
		const part = [titles[index] ?? "", rows].filter((line) => line !== "").join("\n");
		parts.push(part);
		length += part.length;
		if (length >= DOCUMENT_TEXT_MAX_CHARACTERS) break;
	}
	const text = parts.join("\n\n");
	return text === "" ? { notInspected: "no text in it" } : { text };
}

function numberOf(name: string): number {
	return Number(SHEET.exec(name)?.[1] ?? 0);
}

function sheetNames(xml: string): readonly string[] {
	const names: string[] = [];
	readXml(xml, {
		open(name, attributes) {
			if (name === "sheet") names.push(attributes.get("name") ?? "");
		},
		close() {},
		text() {},
	});
	return names;
}

/** The texts that cells refer to by number; how a word is pronounced stands beside it and is left out. */
function sharedStrings(xml: string): readonly string[] {
	const strings: string[] = [];
	let current = "";
	let inText = false;
	let aside = 0;
	readXml(xml, {
		open(name) {
			if (name === "si") current = "";
			else if (name === "rPh") aside++;
			else if (name === "t") inText = true;
		},
		close(name) {
			if (name === "si") strings.push(current);
			else if (name === "rPh") aside--;
			else if (name === "t") inText = false;
		},
		text(text) {
			if (inText && aside === 0) current += text;
		},
	});
	return strings;
}

function rowsOf(xml: string, shared: readonly string[], maxCharacters: number): string {
	const heads: string[] = [];
	let rows = "";
	let row: string[] = [];
	let kind = "";
	let value: string | undefined;
	let pageLine: string | undefined;
	readXml(xml, {
		open(name, attributes) {
			if (name === "row") row = [];
			else if (name === "c") kind = attributes.get("t") ?? "";
			else if (name === "v" || name === "t") value = "";
			else if (PAGE_LINES.has(name)) pageLine = "";
		},
		close(name) {
			if (name === "v" || name === "t") {
				const cell = kind === "s" ? (shared[Number(value)] ?? "") : (value ?? "");
				if (cell.trim() !== "") row.push(cell.replace(/\s+/gu, " ").trim());
				value = undefined;
			} else if (name === "row" && row.length > 0 && rows.length < maxCharacters) rows += `${row.join("\t")}\n`;
			else if (PAGE_LINES.has(name)) {
				heads.push(...pageLineOf(pageLine ?? ""));
				pageLine = undefined;
			}
		},
		text(text) {
			if (value !== undefined) value += text;
			if (pageLine !== undefined) pageLine += text;
		},
	});
	return [...new Set(heads), rows.trim()].filter((line) => line !== "").join("\n");
}

/** "&L&"Arial,Bold"CONFIDENTIAL&RPage &P": the texts at the left, in the middle and at the right. */
function pageLineOf(written: string): readonly string[] {
	return written
		.split(/&[LCR]/u)
		.map((part) =>
			part
				.replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/giu, " ")
				.replace(/\s+/gu, " ")
				.trim(),
		)
		.filter((part) => part !== "");
}
