/** Header blocks and divider lines that mail programs put over a quoted or forwarded message. */
import type { Address } from "../../facts/message.ts";
import type { TextLine } from "./lines.ts";
import { addressesIn } from "./quote-addresses.ts";
import { dateIn, hasTime } from "./quote-dates.ts";

type Field = "from" | "sent" | "date" | "to" | "cc" | "subject" | "other";

/** Labels by field: English, Welsh, French, German, Spanish, Dutch, Italian, Polish, Portuguese, Nordic, Irish. */
const LABELS: Readonly<Record<Field, string>> = {
	from: "from|oddi wrth|gan|de|von|van|da|od|från|fra|ó|expéditeur|remitente|mittente|lähettäjä|от|от кого|发件人|差出人",
	sent: "sent|anfonwyd|envoyé|envoyé le|gesendet|enviado|enviado el|enviada em|enviado em|verzonden|inviato|wysłano|skickat|sendt|seolta|lähetetty|отправлено|发送时间|送信日時",
	date: "date|dyddiad|datum|fecha|data|dato|dáta|päivämäärä|дата|message du|日期",
	to: "to|at|à|an|para|aan|a|do|till|til|chuig|vastaanottaja|кому|收件人|宛先",
	cc: "cc|copi|copi at|copie|copie à|kopie|kopi|kopia|dw|copia|c.c|копия|抄送",
	subject:
		"subject|pwnc|testun|objet|betreff|asunto|onderwerp|oggetto|temat|assunto|ämne|emne|ábhar|aihe|тема|sujet|主题|件名",
	other:
		"bcc|reply-to|reply to|importance|attachments|attachment|sensitivity|priority|organization|resent-from|resent-to|resent-date|message-id|in-reply-to|references|mime-version|content-type|return-path|atodiadau|pwysigrwydd|importance|pièces jointes|anlagen|newsgroups|x-mailer|user-agent|thread-topic|categories|flag status|followup flag",
};
const FIELDS = new Map(
	Object.entries(LABELS).flatMap(([field, labels]) =>
		labels.split("|").map((label) => [label, field as Field] as const),
	),
);
const LONGEST_LABEL = 40;
/** A field may go on for so many lines (long lists of recipients). */
const MOST_CONTINUED = 40;
const LONGEST_VALUE = 20_000;

export interface QuotedHeader {
	readonly from: readonly Address[];
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly date?: string;
	readonly subject?: string;
}

/** The field and value of a line such as "*From:* X" or "Oddi wrth / From: X". */
function fieldOf(text: string): { readonly field: Field; readonly value: string } | undefined {
	const colon = text.indexOf(":");
	if (colon < 0 || colon > LONGEST_LABEL) return undefined;
	const label = text
		.slice(0, colon)
		.replace(/[*_\t>|]/g, "")
		.trim()
		.toLowerCase();
	let field = FIELDS.get(label);
	if (field === undefined && label.includes("/")) {
		for (const part of label.split("/")) field ??= FIELDS.get(part.trim());
	}
	if (field === undefined) return undefined;
	return {
		field,
		value: text
			.slice(colon + 1)
			.replace(/^[*_\s]+|\s+$/g, "")
			.slice(0, LONGEST_VALUE),
	};
}

export interface HeaderBlock {
	readonly header: QuotedHeader;
	/** Index of the first line after it. */
	readonly end: number;
}

/**
 * The header block that begins on a line. `announced` means that a divider or a rule stands above, so that less is
 * enough to believe it. A memorandum's "To: … From: … Date: …" is no such block: it has neither address nor time.
 */
export function headerBlockAt(
	lines: readonly TextLine[],
	index: number,
	announced: boolean,
	zone?: string,
): HeaderBlock | undefined {
	const opening = lines[index];
	if (opening === undefined) return undefined;
	const first = fieldOf(opening.text);
	if (first === undefined || first.field === "other" || first.field === "cc") return undefined;
	const values = new Map<Field, string>();
	let end = index;
	for (let at = index; at < lines.length; ) {
		const line = lines[at];
		if (line === undefined || line.quoteDepth < opening.quoteDepth) break;
		const found = fieldOf(line.text);
		if (found === undefined || (values.has(found.field) && found.field !== "other")) {
			if (line.text === "" && at === end && isFurtherField(lines[at + 1], values)) {
				at++;
				end = at;
				continue;
			}
			break;
		}
		at = continuedTo(lines, at, values, found.field);
		const value = [found.value, ...lines.slice(end + 1, at).map((part) => part.text)].join(" ").slice(0, LONGEST_VALUE);
		values.set(found.field, value.trim());
		end = at;
	}
	return believable(values, announced) ? { header: read(values, zone), end } : undefined;
}

/** Index after a field's value, with the lines on which it goes on: up to the next field, if one follows soon. */
function continuedTo(lines: readonly TextLine[], at: number, values: ReadonlyMap<Field, string>, field: Field): number {
	for (let next = at + 1; next <= at + MOST_CONTINUED; next++) {
		const line = lines[next];
		if (line === undefined || line.text === "") return at + 1;
		const further = fieldOf(line.text);
		if (further !== undefined) return further.field !== field && !values.has(further.field) ? next : at + 1;
	}
	return at + 1;
}

function isFurtherField(line: TextLine | undefined, values: ReadonlyMap<Field, string>): boolean {
	const found = line === undefined ? undefined : fieldOf(line.text);
	return found !== undefined && found.field !== "other" && !values.has(found.field);
}

function believable(values: ReadonlyMap<Field, string>, announced: boolean): boolean {
	const sent = values.get("sent") ?? values.get("date");
	const dated = sent !== undefined && /\d/.test(sent);
	const named = values.has("from");
	const addressed = values.has("to") || values.has("subject");
	if (announced) return (named && (dated || addressed)) || (dated && values.has("to") && values.has("subject"));
	if (!named) return false;
	const mailLike =
		[values.get("from"), values.get("to"), values.get("cc")].some((value) => value?.includes("@")) ||
		(dated && (hasTime(sent) || values.has("sent")));
	return mailLike && ((dated && addressed) || (values.has("to") && values.has("subject")) || (dated && hasTime(sent)));
}

function read(values: ReadonlyMap<Field, string>, zone: string | undefined): QuotedHeader {
	const people = (field: Field) => addressesIn(values.get(field) ?? "");
	const date = dateIn(values.get("sent") ?? values.get("date") ?? "", zone)?.iso;
	const subject = values.get("subject");
	return {
		from: people("from"),
		to: people("to"),
		cc: people("cc"),
		...(date !== undefined && { date }),
		...(subject !== undefined && { subject: subject.replace(/^\*+|\*+$/g, "").trim() }),
	};
}

const FORWARDED =
	/^(?:(?:begin(?:ning of)?|start(?: of)?)\s+)?(?:forwarded (?:message|e-?mail|by|from)|fwd(?: message)?$|neges (?:a anfonwyd ymlaen|wedi'i hanfon ymlaen)|anfonwyd ymlaen|message transf[ée]r[ée]|message r[ée]exp[ée]di[ée]|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|weitergeleitete (?:nachricht|mail)|anfang der weitergeleiteten|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd|mensagem encaminhada|vidarebefordrat|videresendt|przekazana wiadomo|пересылаемое|пересланное)/iu;
const ORIGINAL =
	/^(?:original (?:message|appointment|e-?mail|mail)|original$|reply message|replied message|quoted message|neges wreiddiol|y neges wreiddiol|message d'origine|message original|urspr[üu]ngliche nachricht|originalnachricht|original[- ]nachricht|mensaje original|messaggio originale|oorspronkelijk bericht|origineel bericht|mensagem original|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomo[śs][ćc] oryginalna|исходное сообщение|bunteachtaireacht)/iu;

/** Whether a line says that a quoted or a forwarded message begins: "-----Original Message-----", "Begin forwarded message:". */
export function dividerIn(text: string): "quoted" | "forwarded" | undefined {
	if (text.length > 160 || text.length < 5) return undefined;
	const inner = text.replace(/^[\s*_=~#>-]+|[\s*_=~#-]+$/g, "").trim();
	if (inner === "" || inner.length > 120) return undefined;
	const dashed = /^[\s*>#]*[-_=~]{2,}/.test(text);
	if (FORWARDED.test(inner)) return dashed || /:$/.test(inner) ? "forwarded" : undefined;
	if (ORIGINAL.test(inner)) return dashed || /:$/.test(inner) ? "quoted" : undefined;
	return undefined;
}

/** A line drawn with characters: nobody's words. */
export function isRuleLine(text: string): boolean {
	return text.length >= 5 && /^[-_=*~#+.\u2013\u2014\u2500\u2501\s]+$/.test(text) && !/^[.\s]+$/.test(text);
}

/** Whether a subject says that the message was sent on: the outermost prefix decides. */
export function isForwardSubject(subject: string): boolean {
	return /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fw|fwd|tr|wg|rv|doorst|vb|vl|pd|enc|ymlaen|ymlaenwyd)\s*(?:\[\d+\])?\s*:/i.test(
		subject,
	);
}
