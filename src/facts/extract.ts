/** From a message to facts: everything that rules may see of it, and nothing that gives its text back. */
import type { Roster } from "../people/roster.ts";
import { copyStatements } from "../text/copies/copy-statements.ts";
import { repeatedMail } from "../text/copies/repeated-mail.ts";
import { answersOneOf, questionsIn } from "../text/enquiries/answers-question.ts";
import type { Printer } from "../text/fingerprints.ts";
import { lettersOf } from "../text/letters/letters.ts";
import { confidenceReasons } from "../text/markings/confidence-reasons.ts";
import { liftsConfidence } from "../text/markings/lifted-confidence.ts";
import type { MarkedAttachment } from "../text/markings/marking-attachment.ts";
import { markingsOf } from "../text/markings/markings.ts";
import type { QuotedMessage, Segments } from "../text/segments/segment-types.ts";
import { segment } from "../text/segments/segments.ts";
import { withoutCourtesies } from "../text/without-courtesies.ts";
import { approvesContact, asksToPassOn } from "../text/work/permissions.ts";
import { isPlainThanks } from "../text/work/plain-thanks.ts";
import { workOrders } from "../text/work/work-orders.ts";
import { briefingFacts } from "./briefing-words.ts";
import { containedIn } from "./contained.ts";
import { exchangeOf } from "./exchange.ts";
import type { AttachmentFacts, MessageFacts, Receipt } from "./facts.ts";
import { greetingOf } from "./greeting.ts";
import type { Attachment, Location, Message } from "./message.ts";
import { quoteOf } from "./quote.ts";
import { OFFICERS_LETTERS, READINGS, type Reading } from "./readings.ts";

/** A finding quotes the words that decided, not the whole list of errands. */
const ORDERS_KEPT = 5;

export interface ExtractionNeeds {
	readonly roster: Roster;
	readonly prints: Printer;
	/** Evidence of receipt, read from headers and the place where the copy was found. */
	readonly receipts: readonly Receipt[];
	/** Candour's own alert or digest: its text is not looked at. */
	readonly own?: boolean;
	/** What is looked for in the words; absent: everything. */
	readonly readings?: readonly Reading[];
}

/** Facts of one copy, found at `at`. Pure; the same message always gives the same facts under the same key. */
export function extractFacts(
	message: Message,
	at: Location,
	{ roster, prints, receipts, own = false, readings = READINGS }: ExtractionNeeds,
): MessageFacts {
	const segments = segment(bodyOf(message), { subject: message.subject, ...senderName(message) });
	const documents = message.attachments.filter((file) => file.message === undefined);
	const texts = documents.flatMap((file) => (file.text === undefined ? [] : [{ name: file.name, text: file.text }]));
	const inside = isFromInside(message, roster);
	const reads = (reading: Reading): boolean => inside && readings.includes(reading);
	const contained = containedIn(message, segments, { roster, prints, inside, readings });
	const marks = {
		subject: message.subject,
		headers: message.headers,
		segments,
		attachments: documents.map(nameAndText),
	};
	const markings = markingsOf(marks);
	const marked = markings.length > 0 || contained.some((inner) => inner.markings.length > 0);
	const passOn = reads("permissions") ? asksToPassOn(segments.authored) : undefined;
	const lifted = reads("permissions") ? liftsConfidence(segments.authored) : undefined;
	const briefing = reads("briefings") ? briefingFacts(message, segments, roster) : undefined;
	const exchange =
		reads("exchanges") && !own ? exchangeOf(message, segments.authored, { roster, prints, receipts }) : undefined;
	const repeats = reads("copies") ? repeatedMail(segments.authored, roster, message.date) : undefined;
	const greeting = inside ? greetingOf(segments, roster, message.date) : undefined;
	return {
		identity: message.identity,
		messageId: message.messageId,
		date: message.date,
		subject: quoteOf(message.subject),
		from: message.from,
		...(message.sender ? { sender: message.sender } : {}),
		to: message.to,
		cc: message.cc,
		inReplyTo: message.inReplyTo,
		references: message.references,
		resends: message.resends.map(({ by, to, cc, bcc, date }) => ({
			by: by.map(({ address }) => address),
			to: [...to, ...cc].map(({ address }) => address),
			bcc: bcc.map(({ address }) => address),
			...(date ? { date } : {}),
		})),
		receipts,
		at: [at],
		own,
		automatic: isAutomatic(message),
		...(greeting ? { greeting } : {}),
		copyStatements: reads("copies") ? copyStatements(segments, texts, roster, message.date) : [],
		...(repeats ? { repeats } : {}),
		markings: markings.map((marking) => withDigest(marking, documents, prints)),
		reasons: reads("reasons")
			? confidenceReasons(segments, { attachments: texts, subject: message.subject, marked })
			: [],
		...(lifted ? { liftsConfidence: lifted } : {}),
		...(passOn ? { asksToPassOn: passOn } : {}),
		...(exchange ? { exchange } : {}),
		...(reads("staff-dealings") ? staffDealings(message, segments, roster) : {}),
		...(briefing ? { briefing } : {}),
		authored: prints.of(withoutCourtesies(segments.authored)),
		contained,
		attachments: documents.map((file) => attachmentFacts(file, prints)),
		letters:
			reads("letters") && goesOutside(message, receipts, roster)
				? lettersOf({
						segments,
						attachments: texts,
						message,
						roster,
						at: message.date,
						officers: reads(OFFICERS_LETTERS),
					})
				: [],
		partlyRead: message.partlyRead,
	};
}

/** What a councillor tells staff to do, and what an officer permits him to. */
function staffDealings(
	message: Message,
	{ authored, contained }: Segments,
	roster: Roster,
): Pick<MessageFacts, "workOrders" | "plainThanks" | "approvesContact" | "asksReader"> {
	const kindOf = (address: string | undefined): string => roster.party(address ?? "", message.date).kind;
	const from = kindOf(message.from[0]?.address);
	const below = contained[0];
	if (from === "officer") {
		const approval = approvesContact(authored, below?.authored);
		const asks = questionsIn(authored).length > 0;
		return { ...(approval === undefined ? {} : { approvesContact: approval }), ...(asks ? { asksReader: true } : {}) };
	}
	const toOfficers = [...message.to, ...message.cc, ...message.bcc].some(({ address }) =>
		["officer", "list"].includes(kindOf(address)),
	);
	if (from !== "councillor" || !toOfficers) return {};
	// "Put them by the gate, please" is no order to who has just asked where they should go.
	const asked = below !== undefined && writtenByOfficer(below, roster, message.date) ? questionsIn(below.authored) : [];
	const orders = workOrders(authored, roster.register.council)
		.filter(({ sentence }) => !answersOneOf(asked, sentence))
		.slice(0, ORDERS_KEPT);
	if (orders.length === 0) return isPlainThanks(authored) ? { plainThanks: true } : {};
	return { workOrders: orders.map(({ sentence, ...order }) => ({ ...order, quote: quoteOf(sentence) })) };
}

/** Outlook shows colleagues by name alone. */
function writtenByOfficer({ from }: QuotedMessage, roster: Roster, at: string): boolean {
	return from.some(
		({ address, name }) =>
			roster.party(address, at).kind === "officer" ||
			(address === "" && roster.officers(at).some((one) => name.toLowerCase().includes(one.name.toLowerCase()))),
	);
}

/** What an outsider writes is nobody's letter, notice or permission: only its marks and fingerprints are looked at. */
function isFromInside(message: Message, roster: Roster): boolean {
	const kinds = [...message.from, ...(message.sender ? [message.sender] : [])].map(
		({ address }) => roster.party(address, message.date).kind,
	);
	return kinds.some((kind) => kind !== "third-party" && kind !== "authorised");
}

/** Letters matter only where they reach an outsider; another copy may show that he was blind-copied. */
function goesOutside(message: Message, receipts: readonly Receipt[], roster: Roster): boolean {
	const addresses = [...message.to, ...message.cc, ...receipts].map(({ address }) => address);
	return addresses.some((address) => {
		const { kind } = roster.party(address, message.date);
		return kind === "third-party" || kind === "authorised";
	});
}

function bodyOf(message: Message): { readonly plain?: string; readonly html?: string } {
	return {
		...(message.plain === undefined ? {} : { plain: message.plain }),
		...(message.html === undefined ? {} : { html: message.html }),
	};
}

function senderName(message: Message): { readonly sender?: string } {
	const name = message.from[0]?.name;
	return name ? { sender: name } : {};
}

function nameAndText({ name, text, recognised }: Attachment): MarkedAttachment {
	return { name, ...(text === undefined ? {} : { text }), ...(recognised === undefined ? {} : { recognised }) };
}

function withDigest<Mark extends { readonly attachment?: string }>(
	marking: Mark,
	documents: readonly Attachment[],
	prints: Printer,
): Mark {
	if (marking.attachment === undefined) return marking;
	const file = documents.find(({ name }) => name === marking.attachment);
	return file === undefined ? marking : { ...marking, attachment: prints.digest(file.sha256) };
}

function attachmentFacts(file: Attachment, prints: Printer): AttachmentFacts {
	return {
		name: quoteOf(file.name),
		digest: prints.digest(file.sha256),
		size: file.size,
		inline: file.inline ?? false,
		...(file.text === undefined ? {} : { prints: prints.of(file.text) }),
		...(file.notInspected === undefined ? {} : { notInspected: file.notInspected }),
	};
}

/** RFC 3834, and what older programs send. A list's `Precedence: bulk` alone is no automatic reply. */
function isAutomatic(message: Message): boolean {
	const value = (name: string): string => message.headers[name]?.[0]?.toLowerCase() ?? "";
	const submitted = value("auto-submitted");
	return (
		(submitted !== "" && submitted !== "no") || value("precedence") === "auto_reply" || value("x-autoreply") !== ""
	);
}
