/** What HTML elements do to the lines of a text, and which ones mail programs put around quoted mail. */
import type { Attributes } from "./html-look.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that stand on lines of their own. */
export const BLOCKS = words(
	"address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead title tr ul",
);
/** Blocks with an empty line before and after, as browsers show them. */
export const SPACED = words("p h1 h2 h3 h4 h5 h6 dl pre");
export const VOID = words("area base basefont br col embed frame hr img input link meta param source track wbr");
/** What is inside is no text of the mail. */
export const UNREAD = words(
	"applet audio canvas iframe map math noembed noframes object script style svg template title video xml",
);
export const CELLS = words("td th");
/** Closing tags of other elements don't reach out of these. */
export const SCOPES = words("table td th ul ol caption");
export const TABLE_PARTS = words("table tbody thead tfoot tr td th caption ul ol");

/** Ids and classes of elements that hold a quoted thread whole. Prefixes such as `x_` and `yiv123` come from relaying. */
const QUOTE_BOX =
	/(?:^|[\s_\d-])(?:gmail_quote|gmail_extra|yahoo_quoted|moz-forward-container|OLK_SRC_BODY_SECTION|zmail_extra|protonmail_quote|tutanota_quote|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|wmquote|ymail_android_signature_quote|hey_quote|front-blockquote|fastmail-quoted)(?![\w])/i;
/** Elements after which, or in which, the header block of the quoted mail stands. */
const QUOTE_RULE = /(?:^|_)(?:divRplyFwdMsg|appendonsend|stopSpelling|replySplit|moz-email-headers-table|hr[A-Z]?tag)$/;
const ATTRIBUTION =
	/(?:^|[\s_\d])(?:gmail_attr|moz-cite-prefix|yahoo_quoted_header|OutlookMessageHeader|protonmail_quote_intro|zmail_attribution)(?!\w)/;

/** What an element tells of the thread, by the habits of Gmail, Outlook, Apple Mail, Yahoo, Thunderbird and others. */
export function quoteHint(name: string, attributes: Attributes): "box" | "rule" | "attribution" | undefined {
	if (name === "blockquote") return undefined;
	const id = attributes.id;
	const klass = attributes.class;
	if (id === undefined && klass === undefined) return undefined;
	if (id !== undefined && QUOTE_RULE.test(id)) return "rule";
	if (klass !== undefined && QUOTE_RULE.test(klass)) return "rule";
	const both = `${id ?? ""} ${klass ?? ""}`;
	if (ATTRIBUTION.test(both)) return "attribution";
	return QUOTE_BOX.test(both) ? "box" : undefined;
}

/**
 * Whether a blockquote quotes. Some only indent: Gmail's indent button writes one with its quote class and no border,
 * and people use one for a passage. `undefined` where the element doesn't tell.
 */
export function quotes(attributes: Attributes, bar: boolean | undefined): boolean | undefined {
	if (attributes.type === "cite" || attributes.cite !== undefined) return true;
	if (bar !== undefined) return bar;
	if (/quote|cite/i.test(`${attributes.class ?? ""} ${attributes.id ?? ""}`)) return true;
	return undefined;
}
