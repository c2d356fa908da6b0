/** An alert as a mail: what was seen, what could not be seen, and what puts it right; in text and HTML alike. Pure. */

import { ownHeaders, ownMessageId } from "../mail/own-mail.ts";
import { findingHtml, rowsHtml } from "../reports/finding-html.ts";
import { messageRows, rowsOf, type ShowOptions } from "../reports/finding-shown.ts";
import { html } from "../reports/html.ts";
import { timeInWords } from "../reports/local-time.ts";
import { page } from "../reports/page.ts";
import { plainLine, shortened } from "../reports/plain-line.ts";
import { rowLines } from "../reports/row-lines.ts";
import { hanging, wrapped } from "../reports/wrap.ts";
import type { Finding } from "../rules/rule.ts";
import type { AlertPlan } from "./group.ts";
import { copyLine, type Mail, type Recipient } from "./mail.ts";
import { neutralWords } from "./neutral-words.ts";

export interface AlertOptions {
	readonly council: string;
	readonly timezone: string;
	readonly from: Recipient;
	/** ISO 8601; the Date of the mail. */
	readonly now: string;
	/** Secret of this installation, from which own mail is recognised. */
	readonly installationKey: string;
	/** The address of the review pages, without a slash at the end: each finding has its page there. */
	readonly reviewUrl?: string;
}

const MAIL_WIDTH = 76;
const SUBJECT_LENGTH = 150;
const ABOUT_MARKED_MAIL = /^(confidential-|protective-)/u;

const WHY =
	"Candour checks the council's correspondence against its Member/Officer Protocol. It marked the message below for a person to look at. It decides nothing, and it may be wrong.";
const WHAT_TO_DO =
	"Please look at the message itself. Where the finding is right, the suggested text can help to put it right. Where there was a good reason, or the finding is wrong, please keep a note of that";

/** Only findings on one message, all for the same recipients: see `planAlerts`. */
export function composeAlert(plan: AlertPlan, options: AlertOptions): Mail {
	const [first] = plan.findings;
	if (first === undefined) throw new RangeError("An alert needs a finding");
	const show: ShowOptions = {
		timezone: options.timezone,
		withholdText: !plan.mayQuote,
		withholdSubject: !plan.mayQuote && plan.findings.some(({ rule }) => ABOUT_MARKED_MAIL.test(rule)),
		withoutMessage: true,
	};
	const text = asText(first, plan, show, options);
	const domain = options.from.address.slice(options.from.address.lastIndexOf("@") + 1);
	const messageId = ownMessageId("alert", plan.key, domain, options.installationKey);
	const to = plan.to.map(({ address }) => address);
	return {
		kind: "alert",
		key: plan.key,
		messageId,
		date: options.now,
		from: options.from,
		to: plan.to,
		subject: subjectOf(plan.findings, first, options.timezone),
		text,
		html: asHtml(first, plan, show, options),
		headers: ownHeaders({ kind: "alert", messageId, from: options.from.address, to, text }, options.installationKey),
	};
}

/**
 * No name and no word of the mail: a subject shows on lock screens, and the mail's own may be confidential itself.
 * Nothing that a stranger wrote comes into a header this way, either.
 */
function subjectOf(findings: readonly Finding[], first: Finding, timezone: string): string {
	const more = new Set(findings.map(({ rule }) => rule)).size > 1 ? " and more" : "";
	const words = neutralWords(first.rule);
	const when = timeInWords(first.message.date, timezone);
	return shortened(
		plainLine(`Candour: ${words.charAt(0).toLowerCase()}${words.slice(1)}${more}, message of ${when}`),
		SUBJECT_LENGTH,
	);
}

function whatToDo(reviewUrl: string | undefined): string {
	return `${WHAT_TO_DO}${reviewUrl === undefined ? "." : " on its page."}`;
}

function findingUrl(reviewUrl: string, id: string): string {
	return `${reviewUrl}/findings/${encodeURIComponent(id)}`;
}

function asText(first: Finding, plan: AlertPlan, show: ShowOptions, options: AlertOptions): string {
	const findings = plan.findings.flatMap((finding, index) => [
		"",
		`${index + 1}. ${neutralWords(finding.rule)} (${finding.severity})`,
		...hanging("   ", plainLine(finding.summary), MAIL_WIDTH),
		...rowLines(rowsOf(finding, show), MAIL_WIDTH),
		...(options.reviewUrl === undefined ? [] : [`   Its page: ${findingUrl(options.reviewUrl, finding.id)}`]),
	]);
	return `${[
		plainLine(options.council),
		"",
		...wrapped(WHY, MAIL_WIDTH),
		"",
		...rowLines(messageRows(first, show), MAIL_WIDTH),
		...findings,
		"",
		...wrapped(plainLine(whatToDo(options.reviewUrl)), MAIL_WIDTH),
		"",
		"Everybody who gets this alert:",
		plainLine(copyLine(plan.to)),
	].join("\n")}\n`;
}

function asHtml(first: Finding, plan: AlertPlan, show: ShowOptions, options: AlertOptions): string {
	return page(
		`${neutralWords(first.rule)}: ${options.council}`,
		html`<p class="secondary">${options.council}</p>
<h1>${neutralWords(first.rule)}</h1>
<p>${WHY}</p>
<h2>The message</h2>
${rowsHtml(messageRows(first, show).map((row) => ({ ...row, lines: row.lines.map(plainLine) })))}
<h2>What was found</h2>
${plan.findings.map((finding) => findingHtml(finding, neutralWords(finding.rule), show, options.reviewUrl && findingUrl(options.reviewUrl, finding.id)))}
<h2>What to do</h2>
<p>${whatToDo(options.reviewUrl)}</p>
<p class="footer">Everybody who gets this alert:<br>${copyLine(plan.to)}</p>`,
	);
}
