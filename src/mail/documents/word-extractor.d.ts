/** What is used of word-extractor, which has no types of its own. */
declare module "word-extractor" {
	interface Options {
		readonly filterUnicode?: boolean;
		readonly includeFooters?: boolean;
		readonly includeHeadersAndFooters?: boolean;
	}
	interface Extracted {
		getBody(options?: Options): string;
		getHeaders(options?: Options): string;
		getFooters(options?: Options): string;
		getFootnotes(options?: Options): string;
		getEndnotes(options?: Options): string;
		getTextboxes(options?: Options): string;
	}
	export default class WordExtractor {
		extract(bytes: Buffer): Promise<Extracted>;
	}
}
