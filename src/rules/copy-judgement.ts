/** The words and evidence of findings about copies, shared by `silent-copy` and `missing-copy-footer`. */
import type { MessageFacts, Receipt } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import type { Person } from "../people/person.ts";
import type { Copied, CopiedRecipient } from "./copied.ts";
import type { CopySettings } from "./copy-settings.ts";
import { longDate, nameList, personAs, styled } from "./naming.ts";
import type { OnwardCopy } from "./onward-copies.ts";
import type { Certainty, Evidence, FindingPerson, Judgement } from "./rule.ts";
import type { SilentCopySettings } from "./silent-copy-settings.ts";

const CANNOT_SEE_TELLING = "A telephone call or a word in person would not show in the mail.";

export function evidenceOf(receipt: Receipt): Evidence {
	const envelope = receipt.way.startsWith("journal") || receipt.way === "delivery" || receipt.way === "mailbox";
	return { kind: envelope ? "envelope" : "header", where: receipt.where, quote: quoteOf(receipt.address) };
}

function certaintyOf(receipts: readonly Receipt[]): Certainty {
	return isProven(receipts) ? "certain" : (receipts[0]?.grade ?? "possible");
}

/** Less than the rule's own weight, where the settings give such copies less. */
export function weightOf(
	receipts: readonly Receipt[],
	{ visibleCopies, unprovenCopies }: CopySettings,
): Pick<Judgement, "severity"> {
	const severity = isVisible(receipts) ? visibleCopies : isProven(receipts) ? "breach" : unprovenCopies;
	return severity === "advisory" ? { severity } : {};
}

export function copyPeople(copied: Copied, uninformed: readonly Person[]): readonly FindingPerson[] {
	return [personAs("copied", copied), ...uninformed.map((person) => personAs("uninformed", person))];
}

/** Only a Bcc line proves that the copy was blind. */
function isProven(receipts: readonly Receipt[]): boolean {
	return receipts.some((receipt) => receipt.grade === "certain");
}

/** How the copy shows, as far as the evidence tells. */
export function wayOf(receipts: readonly Receipt[]): string {
	return isProven(receipts) ? "was blind-copied to" : "also reached";
}

export function unseenOf(receipts: readonly Receipt[]): string {
	if (isProven(receipts)) return CANNOT_SEE_TELLING;
	return `How the copy came there (blind copy, list or forwarding) can't be seen in the sources connected. ${CANNOT_SEE_TELLING}`;
}

/** Whether the copy stands in Cc, for everybody to see. */
export function isVisible(receipts: readonly Receipt[]): boolean {
	return receipts.every(({ where }) => where === "Cc");
}

export function receiptEvidence(receipts: readonly Receipt[]): readonly Evidence[] {
	return receipts.map((receipt) =>
		isVisible(receipts) ? { kind: "header", where: "Cc", quote: receipt.address } : evidenceOf(receipt),
	);
}

/** A copy of the message itself. @param told where the protocol allows no such copy, whether told of or not. */
export function copyJudgement(
	message: MessageFacts,
	{ person, receipts }: CopiedRecipient,
	uninformed: readonly Person[],
	told: boolean,
	settings: CopySettings,
): Judgement {
	const names = nameList(uninformed.map(styled));
	const visible = isVisible(receipts);
	const said = told ? "; the protocol allows no such copy" : ", and nothing in it says so";
	return {
		people: copyPeople(person, uninformed),
		summary: `The message of ${longDate(message.date)} to ${names} ${visible ? "was copied to" : wayOf(receipts)} ${styled(person)}${said}.`,
		evidence: [
			...receiptEvidence(receipts),
			...(told
				? []
				: [
						{
							kind: "absence" as const,
							where: "foot and text",
							quote: quoteOf(`No copy footer or sentence names ${styled(person)}.`),
						},
					]),
		],
		certainty: certaintyFor(person, receipts, told),
		...weightOf(receipts, settings),
		unseen: visible ? CANNOT_SEE_TELLING : unseenOf(receipts),
		remedy: `For openness: I copied my message of ${longDate(message.date)} to ${styled(person)}.\nCC ${styled(person)}`,
	};
}

/** Whether a copy line names an outsider can only be guessed from his address. */
export function certaintyFor({ role }: Copied, receipts: readonly Receipt[], told: boolean): Certainty {
	const certainty = certaintyOf(receipts);
	return role === "outsider" && !told && certainty === "certain" ? "likely" : certainty;
}

const HOW: Readonly<Record<OnwardCopy["carried"]["how"], string>> = {
	forwarded: "was forwarded to",
	attached: "was sent as an attachment to",
	quoted: "was sent, quoted below a message, to",
	"re-sent": "was sent again to",
	redirected: "was redirected to",
};

export function onwardCopyJudgement(
	copy: OnwardCopy,
	{ lateNotice, onwardCopies }: Pick<SilentCopySettings, "lateNotice" | "onwardCopies">,
): Judgement {
	const names = nameList(copy.uninformed.map(styled));
	const late = copy.toldLate === undefined ? "" : `; word came on ${longDate(copy.toldLate)}`;
	return {
		people: copyPeople(copy.copied, copy.uninformed),
		summary: `Correspondence with ${names} ${HOW[copy.carried.how]} ${styled(copy.copied)} on ${longDate(copy.when)}, and no message to ${names} in the notice time says so${late}.`,
		...((copy.toldLate === undefined ? onwardCopies : lateNotice) === "advisory" ? { severity: "advisory" } : {}),
		evidence: [
			{
				kind: copy.carried.how === "redirected" ? "header" : "thread",
				where: copy.carried.how,
				quote: quoteOf(copy.carried.quote),
			},
			...(copy.receipt ? [evidenceOf(copy.receipt)] : []),
			{
				kind: "absence",
				where: "notice",
				quote: quoteOf(`No officer's message to ${names} in the notice time says that ${styled(copy.copied)} has it.`),
			},
		],
		certainty: "likely",
		unseen: CANNOT_SEE_TELLING,
		remedy: `For openness: on ${longDate(copy.when)} I passed our correspondence on to ${styled(copy.copied)}.\nCC ${styled(copy.copied)}`,
	};
}
