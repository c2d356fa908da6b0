/** Earlier messages inside a message: quoted or forwarded in its text, or attached to it, newest first. */
import type { Roster } from "../people/roster.ts";
import type { Printer } from "../text/fingerprints.ts";
import { confidenceReasons } from "../text/markings/confidence-reasons.ts";
import { markingsOf, quotedMarkings } from "../text/markings/markings.ts";
import type { QuotedMessage, Segments } from "../text/segments/segment-types.ts";
import { segment } from "../text/segments/segments.ts";
import { withoutCourtesies } from "../text/without-courtesies.ts";
import { approvesContact, asksToPassOn } from "../text/work/permissions.ts";
import type { Contained } from "./facts.ts";
import type { Address, Message } from "./message.ts";
import { quoteOf } from "./quote.ts";
import type { Reading } from "./readings.ts";

interface Needs {
	readonly roster: Roster;
	readonly prints: Printer;
	/** Whether the council's own people sent the message: only then are marks and requests in its quotes looked for. */
	readonly inside: boolean;
	readonly readings: readonly Reading[];
}

export function containedIn(message: Message, segments: Segments, needs: Needs): readonly Contained[] {
	const quoted = segments.contained.map((inner, index) =>
		ofQuote(inner, segments.contained[index + 1]?.authored, message.date, needs),
	);
	const attached = message.attachments.flatMap((file) => (file.message ? ofAttached(file.message, 0, needs) : []));
	return [...quoted, ...attached];
}

function ofQuote(
	inner: QuotedMessage,
	below: string | undefined,
	at: string,
	{ roster, prints, inside, readings }: Needs,
): Contained {
	const reads = (reading: Reading): boolean => inside && readings.includes(reading);
	const subject = inner.subject ?? "";
	const asks = reads("permissions") ? asksToPassOn(inner.authored) : undefined;
	const from = inner.from.map((address) => known(address, roster, inner.date ?? at));
	const byOfficer = from.some(({ address }) => roster.party(address, inner.date ?? at).kind === "officer");
	const approval = byOfficer && reads("staff-dealings") ? approvesContact(inner.authored, below) : undefined;
	const markings = inside ? quotedMarkings({ subject, authored: inner.authored }) : [];
	return {
		via: inner.via,
		from,
		to: inner.to.map((address) => known(address, roster, inner.date ?? at)),
		cc: inner.cc.map((address) => known(address, roster, inner.date ?? at)),
		...(inner.date ? { date: inner.date } : {}),
		...(inner.subject ? { subject: quoteOf(inner.subject) } : {}),
		markings,
		reasons: reads("reasons")
			? confidenceReasons({ authored: inner.authored, contained: [] }, { subject, marked: markings.length > 0 })
			: [],
		prints: prints.of(withoutCourtesies(inner.authored)),
		...(asks ? { asksToPassOn: asks } : {}),
		...(approval ? { approvesContact: approval } : {}),
		depth: inner.depth,
	};
}

/** Outlook shows people of the same organisation by name alone: the name then tells the address. */
function known(address: Address, roster: Roster, at: string): Address {
	if (address.address !== "") return address;
	const name = bare(address.name);
	const fitting = [...roster.councillors(at), ...roster.officers(at)].filter((person) => bare(person.name) === name);
	return fitting.length === 1 ? { ...address, address: fitting[0]?.id ?? "" } : address;
}

function bare(name: string): string {
	return name
		.toLowerCase()
		.replace(/\(.*?\)|\b(cllr|councillor|mr|mrs|ms|miss|dr|mbe|obe|jp)\b\.?/gu, " ")
		.replace(/[^\p{L}]+/gu, " ")
		.trim();
}

function ofAttached(message: Message, depth: number, needs: Needs): readonly Contained[] {
	const segments = segment(
		{
			...(message.plain === undefined ? {} : { plain: message.plain }),
			...(message.html === undefined ? {} : { html: message.html }),
		},
		{ subject: message.subject },
	);
	const asks = needs.readings.includes("permissions") ? asksToPassOn(segments.authored) : undefined;
	const documents = message.attachments.filter((file) => file.message === undefined);
	const texts = documents.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
	const { subject } = message;
	const markings = markingsOf({ subject, headers: message.headers, segments, attachments: documents }).map(
		({ attachment: _, ...marking }) => marking,
	);
	const own: Contained = {
		via: "attached",
		from: message.from,
		to: message.to,
		cc: message.cc,
		date: message.date,
		subject: quoteOf(message.subject),
		messageId: message.messageId,
		markings,
		reasons: needs.readings.includes("reasons")
			? confidenceReasons(segments, { attachments: texts, subject, marked: markings.length > 0 })
			: [],
		prints: needs.prints.of(withoutCourtesies(segments.authored)),
		...(asks ? { asksToPassOn: asks } : {}),
		depth,
	};
	const inner = segments.contained.map((quoted, index) => {
		const contained = ofQuote(quoted, segments.contained[index + 1]?.authored, message.date, needs);
		return { ...contained, depth: contained.depth + depth + 1 };
	});
	const deeper = message.attachments.flatMap((file) =>
		file.message ? ofAttached(file.message, depth + 1, needs) : [],
	);
	return [own, ...inner, ...deeper];
}
