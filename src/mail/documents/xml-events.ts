/** Elements, attributes and text of an XML file in their order, as a stream of calls. */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

export interface XmlReader {
	open(name: string, attributes: ReadonlyMap<string, string>): void;
	close(name: string): void;
	text(text: string): void;
}

/** Linear in its length, whatever the XML is: the tokenizer keeps no tree. An empty element opens and closes. */
export function readXml(xml: string, reader: XmlReader): void {
	let name = "";
	let attribute = "";
	let value = "";
	let attributes = new Map<string, string>();
	const slice = (start: number, end: number): string => xml.slice(start, end);
	const callbacks: TokenizerCallbacks = {
		onopentagname(start, end) {
			name = slice(start, end);
			attributes = new Map();
		},
		onopentagend: () => reader.open(name, attributes),
		onselfclosingtag() {
			reader.open(name, attributes);
			reader.close(name);
		},
		onclosetag: (start, end) => reader.close(slice(start, end)),
		onattribname(start, end) {
			attribute = slice(start, end);
			value = "";
		},
		onattribdata(start, end) {
			value += slice(start, end);
		},
		onattribentity(codePoint) {
			value += String.fromCodePoint(codePoint);
		},
		onattribend: () => void attributes.set(attribute, value),
		ontext: (start, end) => reader.text(slice(start, end)),
		ontextentity: (codePoint) => reader.text(String.fromCodePoint(codePoint)),
		oncdata: (start, end, endOffset) => reader.text(slice(start, end - endOffset)),
		oncomment() {},
		ondeclaration() {},
		onprocessinginstruction() {},
		onend() {},
	};
	const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, callbacks);
	tokenizer.write(xml);
	tokenizer.end();
}
