/** The headers that say something of the message as such: marks, automation, lists. The rest is not kept. */
import { decodeWords } from "./encoded-words.ts";
import type { HeaderField } from "./header-block.ts";
import { HEADER_VALUE_MAX_CHARACTERS, TRACE_LINES_MAX } from "./limits.ts";

const KEPT = new Set([
	"sensitivity",
	"importance",
	"priority",
	"auto-submitted",
	"precedence",
	"x-auto-response-suppress",
	"x-autoreply",
	"x-autorespond",
	"x-autoresponder",
	"return-path",
	"list-id",
	"list-unsubscribe",
	"list-post",
	"x-candour",
	"x-candour-seal",
	"thread-index",
	"thread-topic",
	"x-mailer",
	"user-agent",
	"content-language",
	"content-class",
	"keywords",
	"x-ms-exchange-organization-autoforwarded",
	"x-ms-exchange-inbox-rules-loop",
	"x-ms-exchange-generated-message-source",
	"x-ms-has-attach",
]);
const SAYS_A_MARK = /classif|sensitiv|protective|marking|label|confidential|restricted|caveat|msip/u;

/** Lower-case name → values in order, unfolded and decoded. */
export function keepHeaders(fields: readonly HeaderField[]): Readonly<Record<string, readonly string[]>> {
	const kept = new Map<string, string[]>();
	let count = 0;
	for (const { name, value } of fields) {
		if (!KEPT.has(name) && !SAYS_A_MARK.test(name)) continue;
		if (++count > TRACE_LINES_MAX) break;
		const decoded = decodeWords(value).slice(0, HEADER_VALUE_MAX_CHARACTERS);
		const values = kept.get(name);
		if (values === undefined) kept.set(name, [decoded]);
		else values.push(decoded);
	}
	return Object.fromEntries(kept);
}
