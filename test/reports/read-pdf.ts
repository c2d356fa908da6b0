/** Reads a PDF back: its pages' text, its structure, and what it says of itself. */
import { getDocumentProxy } from "unpdf";

export interface Node {
	readonly role: string;
	readonly children: readonly Node[];
}

export interface ReadPdf {
	readonly pages: readonly string[];
	readonly text: string;
	/** Every element of the structure, in reading order. */
	readonly roles: readonly string[];
	readonly info: Readonly<Record<string, unknown>>;
	readonly tagged: boolean;
	readonly size: readonly number[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const pdf = await getDocumentProxy(new Uint8Array(bytes));
	const pages: string[] = [];
	const roles: string[] = [];
	let size: readonly number[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent();
		pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
		const tree: unknown = await page.getStructTree();
		if (tree !== null) roles.push(...rolesIn(tree as Node));
		size = page.view.slice(2);
	}
	const { info } = await pdf.getMetadata();
	const marked = await pdf.getMarkInfo();
	return {
		pages,
		text: pages.join("\n").replace(/\s+/gu, " "),
		roles,
		info: info as Readonly<Record<string, unknown>>,
		tagged: (marked as { Marked?: boolean } | null)?.Marked === true,
		size,
	};
}

function rolesIn({ role, children = [] }: Node): string[] {
	return [...(role === undefined || role === "Root" ? [] : [role]), ...children.flatMap(rolesIn)];
}
