/**
 * The weekly digest as a mail. It goes out every week, a quiet one too: that it came, with what was read and the head of
 * the ledger, is what tells the council that Candour works. Meant to be read in two minutes. Pure.
 */
import type { Mail } from "../alerts/mail.ts";
import { ownHeaders, ownMessageId } from "../mail/own-mail.ts";
import { grouped } from "./counted.ts";
import { figuresOf } from "./digest-figures.ts";
import { CHART_CID, digestHtml, digestText } from "./digest-layout.ts";
import { type DigestInput, shownOf } from "./digest-shown.ts";

export function composeDigest(input: DigestInput): Mail {
	const figures = figuresOf(input.findings, input.week, input.rules, input.timezone);
	const shown = shownOf(input, figures);
	const text = digestText(shown);
	const key = `digest-${input.week.week}`;
	const domain = input.from.address.slice(input.from.address.lastIndexOf("@") + 1);
	const messageId = ownMessageId("digest", key, domain, input.installationKey);
	const to = input.to.map(({ address }) => address);
	const open = figures.fresh.length + figures.older.length;
	return {
		kind: "digest",
		key,
		messageId,
		date: input.now,
		from: input.from,
		to: input.to,
		subject: `Candour digest ${input.week.week}: ${grouped(figures.fresh.length)} new, ${grouped(open)} open`,
		text,
		html: digestHtml(shown),
		...(input.chart === undefined ? {} : { images: [{ cid: CHART_CID, name: "weeks.png", png: input.chart }] }),
		headers: ownHeaders({ kind: "digest", messageId, from: input.from.address, to, text }, input.installationKey),
	};
}
