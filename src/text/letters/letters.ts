/** The letters of a message: its own text, and attached documents that are letters; who signs them and what they do. */
import { type LetterFacts, QUOTE_LENGTH, type Statement } from "../../facts/facts.ts";
import type { Address, Message } from "../../facts/message.ts";
import { peopleNamed } from "../../people/names.ts";
import type { Person } from "../../people/person.ts";
import type { Roster } from "../../people/roster.ts";
import type { Segments } from "../segments/segment-types.ts";
import { isNameLike } from "../segments/signature.ts";
import { BINDING } from "../statements/classify.ts";
import { readSentence } from "../statements/reading.ts";
import { settle } from "../statements/settle.ts";
import { councilNames, wordsOf } from "../statements/words.ts";
import { authorityNamed } from "./authority.ts";
import { type CapacityReading, capacityOf } from "./capacity.ts";
import { isCourtesy, isFestive } from "./courtesy.ts";
import { isFamily } from "./family.ts";
import { type LetterSentence, placedSentences } from "./letter-sentences.ts";
import { settingOf } from "./letter-setting.ts";
import { bodyOfLetter, documentKind, hasLetterhead, looksLikeLetter } from "./letterhead.ts";
import { isPress, readOfficial } from "./official.ts";
import { type Payer, payerOf } from "./payer.ts";
import { privateWords } from "./private-matter.ts";
import { reportedAmong } from "./reported-decision.ts";
import { representationTo } from "./representation.ts";
import { closingLines, type Signing, signingOf } from "./signatories.ts";

export interface LetterPlace {
	readonly segments: Segments;
	/** Attached documents whose text could be read. */
	readonly attachments: readonly { readonly name: string; readonly text: string }[];
	readonly message: Pick<Message, "from" | "to" | "cc" | "subject">;
	readonly roster: Roster;
	/** ISO 8601: people in office on that day sign. */
	readonly at: string;
	/** Whether what officers' letters settle is read as well. */
	readonly officers?: boolean;
}

/** The message's own text first, then attached letters. A message without any text has no letters. */
export function lettersOf(place: LetterPlace): readonly LetterFacts[] {
	const { segments, attachments } = place;
	const own = segments.authored === "" && segments.signature === "" ? [] : [ownLetter(place)];
	return [
		...own,
		...attachments.filter(({ text }) => looksLikeLetter(text)).map((file) => attachedLetter(file, place)),
	];
}

/** What stands below, where one of the recipients wrote it: a thread that is sent on to somebody else is no offer of his. */
function answeredBy({ segments, message }: LetterPlace): string {
	const below = segments.contained[0];
	if (below === undefined) return "";
	const known = below.via === "quoted" || below.from.length === 0;
	const theirs = below.from.some(({ address }) => message.to.some((to) => to.address === address));
	return known || theirs ? below.authored : "";
}

interface Paper {
	readonly where: string;
	readonly text: string;
	readonly body: string;
	readonly signing: Signing;
	readonly letterhead: boolean;
	readonly document: LetterFacts["document"];
	readonly answered: string;
}

function ownLetter(place: LetterPlace): LetterFacts {
	const { segments, message, roster, at } = place;
	const from = message.from[0];
	const sender = personAt(from, roster, at);
	const signing = signingOf({
		lines: [...lastLines(segments.authored), ...segments.signature.split("\n")],
		roster,
		at,
		...(sender ? { sender } : {}),
		...(from?.name ? { senderName: from.name } : {}),
	});
	return letterFacts(
		{
			where: "text",
			text: segments.authored,
			body: segments.authored,
			signing,
			letterhead: false,
			document: isJoint(signing) ? "joint" : "letter",
			answered: answeredBy(place),
		},
		place,
	);
}

function attachedLetter(
	{ name, text }: { readonly name: string; readonly text: string },
	place: LetterPlace,
): LetterFacts {
	const { roster, at } = place;
	const signing = signingOf({ lines: closingLines(text), roster, at });
	const kind = documentKind(text);
	return letterFacts(
		{
			where: name,
			text,
			body: bodyOfLetter(text),
			signing,
			letterhead: hasLetterhead(text, councilNames(roster.register.council).names),
			document: kind === "letter" && isJoint(signing) ? "joint" : kind,
			answered: "",
		},
		place,
	);
}

function letterFacts(paper: Paper, place: LetterPlace): LetterFacts {
	const { message, roster, at } = place;
	const council = roster.register.council;
	const placed = placedSentences(paper.body);
	const sentences = placed.map(({ sentence }) => sentence);
	const attached = paper.where !== "text";
	const { signing, letterhead } = paper;
	const privately = attached
		? undefined
		: privateWords({ ...paper, subject: message.subject, insiders: hasInsiders(place) });
	const names = councilNames(council);
	const payer = attached ? undefined : payerOf(sentences.map((sentence) => wordsOf(sentence, names).line))?.payer;
	const capacity = capacityOf({
		council,
		sentences,
		signature: signing.lines,
		letterhead,
		...(privately === undefined || payer === "council" ? {} : { privately }),
		...(payer === undefined ? {} : { payer }),
		family: !attached && isFamily(message),
	});
	const representation = representationTo({ to: message.to, text: paper.text });
	const formal = readOfficial({
		council,
		sentences,
		text: paper.text,
		subject: message.subject,
		letterhead,
		attached,
		signedForCouncil: capacity.signedForCouncil,
		toPress: message.to.some(({ name, address }) => isPress(name, address)),
	});
	const sender = personAt(message.from[0], roster, at);
	// Reading sentences is the slowest part of it: only of those whose words are judged.
	const councillors = [...signing.people, ...(sender ? [sender] : [])].some(({ role }) => role === "councillor");
	const officers = place.officers === true && isOfficers(signing, place);
	const authority = officers ? authorityNamed(sentences) : undefined;
	const statements =
		councillors || officers
			? statementsOf(
					paper,
					placed,
					{
						capacity,
						official: formal.official,
						representation: representation !== undefined,
						...(payer === undefined ? {} : { payer }),
					},
					place,
				)
			: [];
	const ownCapacity = capacity.capacity === "council" || capacity.capacity === "unclear";
	const official = formal.official && ownCapacity;
	return {
		where: paper.where,
		signatories: signing.people.map(({ id }) => id),
		...(signing.quote === undefined ? {} : { signedQuote: quoted(signing.quote) }),
		pp: signing.pp,
		letterhead,
		capacity: capacity.capacity,
		...(capacity.quote === undefined ? {} : { capacityQuote: quoted(capacity.quote) }),
		document: paper.document,
		courtesyOnly: isCourtesy(paper.body) && !statements.some(({ binds }) => binds === "yes"),
		official,
		...(official && formal.quote !== undefined ? { officialQuote: quoted(formal.quote) } : {}),
		...(representation === undefined ? {} : { representation: true }),
		...(formal.press ? { press: true } : {}),
		...(authority === undefined ? {} : { authority }),
		statements,
	};
}

function statementsOf(
	{ text, body, answered, signing, letterhead }: Paper,
	sentences: readonly LetterSentence[],
	known: {
		readonly capacity: CapacityReading;
		readonly official: boolean;
		readonly representation: boolean;
		readonly payer?: Payer;
	},
	{ message, roster, at }: LetterPlace,
): readonly Statement[] {
	const own = councilNames(roster.register.council);
	const setting = settingOf({
		subject: message.subject,
		text: `${text}\n${signing.lines.join("\n")}`,
		answered,
		senderName: message.from[0]?.name ?? "",
		signedAsCouncillor: known.capacity.signedAsCouncillor,
		letterhead,
		courtesy: isCourtesy(body),
		festive: isFestive(body),
		...(known.payer === undefined ? {} : { payer: known.payer }),
		representation: known.representation,
		official: known.official,
		capacity: known.capacity.capacity,
	});
	const reported = reportedAmong(sentences, own);
	return sentences.flatMap(({ sentence }, index) => {
		if (reported.has(index)) return [];
		const reading = readSentence(sentence, own);
		if (reading.binding < BINDING && (reading.label === "other" || reading.label === "opinion")) return [];
		return [settle(reading, setting, isInsider(reading.addressee, message, roster, at))];
	});
}

/** Whether one of the council's own people receives it, a list of theirs included. */
function hasInsiders({ message, roster, at }: LetterPlace): boolean {
	const self = personAt(message.from[0], roster, at)?.id;
	return [...message.to, ...message.cc].some(({ address }) => {
		const party = roster.party(address, at);
		if (party.kind === "councillor" || party.kind === "officer") return party.person.id !== self;
		return party.kind !== "third-party" && party.kind !== "authorised";
	});
}

/** Whether a name at which a sentence is aimed is that of a colleague who receives the message. */
function isInsider(name: string | undefined, message: LetterPlace["message"], roster: Roster, at: string): boolean {
	if (name === undefined) return false;
	const insiders = [...message.to, ...message.cc].flatMap(({ address }) => {
		const party = roster.party(address, at);
		return party.kind === "councillor" || party.kind === "officer" ? [party.person.id] : [];
	});
	return peopleNamed(name, roster, at, { style: "line" }).people.some((id) => insiders.includes(id));
}

function isJoint({ people, pp }: Signing): boolean {
	const roles = new Set(people.map(({ role }) => role));
	return !pp && roles.size > 1;
}

function personAt(from: Address | undefined, roster: Roster, at: string): Person | undefined {
	if (from === undefined) return undefined;
	const party = roster.party(from.address, at);
	return (party.kind === "councillor" || party.kind === "officer") && !party.person.shared ? party.person : undefined;
}

/** Signed by an officer, or sent by one or from a mailbox of theirs. */
function isOfficers(signing: Signing, { message, roster, at }: LetterPlace): boolean {
	const sender = roster.party(message.from[0]?.address ?? "", at);
	return sender.kind === "officer" || signing.people.some(({ role }) => role === "officer");
}

const MOST_NAME_LINE = 80;
const SIGNED_FOR = /\b(?:for|on behalf of|pp|ar ran)\b.*(?:cllr|councillor|mayor|chair|cyng)/i;

/** The last line above what was told apart as the signature may be the name. */
function lastLines(authored: string): readonly string[] {
	const lines = authored
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	return lines
		.slice(1)
		.slice(-2)
		.filter((line) => line.length <= MOST_NAME_LINE && (isNameLike(line) || SIGNED_FOR.test(line)));
}

function quoted(text: string): string {
	return text.replace(/\s+/g, " ").trim().slice(0, QUOTE_LENGTH);
}
