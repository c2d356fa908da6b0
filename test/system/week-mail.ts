/** The mail of one week at Thornby: departures from the protocol, and beside each its look-alike that is none. */
import { BEA, CLERK, DEPUTY, GARETH, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { pdf } from "../mail/documents.ts";
import { DOMAIN } from "../thornby.ts";

const FENCER = "Fern & Daughters <office@fernfencing.example>";
const SECRET =
	"The tenant of plot nine has been ill since January and asked us to end the tenancy without telling the site. His daughter cleared the shed last week, and the deposit was returned to her by cheque on Friday.";

/** An everyday letter to a councillor from an officer, or from him to one; nothing is wrong with it. */
export function everyday(number: number, date: string): string {
	const [from, to] = number % 2 === 0 ? [DEPUTY, PELL] : [PELL, CLERK];
	const text = `Hello,\n\nthe minutes of item ${number} are ready, ${number * 7} pages in all, and lie at the office until day ${number}.\n\nRegards\n`;
	return letter({ id: `everyday-${number}`, from, to, subject: `Minutes of item ${number}`, date, text });
}

/** An officer writes to Cllr Pell, and somebody gets a hidden copy; with a footer it is none. */
export function hidden(
	id: string,
	date: string,
	change: { from?: string; bcc?: string; foot?: string; topic?: string } = {},
) {
	const { from = DEPUTY, bcc = VOSS, foot = "", topic = "lower gate" } = change;
	const name = from === CLERK ? "Jo Marsh\nClerk to the Council" : "Rae Dunn\nDeputy Clerk";
	const text = `Dear Cllr Pell,\n\nthank you for your note about the ${topic} (${id}). The contractor will look at it on Friday.\n\nKind regards\n${name}\n${foot === "" ? "" : `\n${foot}\n`}`;
	return letter({ id, from, to: PELL, bcc, subject: `The ${topic}`, date, text });
}

/** What Cllr Pell writes to the deputy, and what she makes of it. */
export function pellWrites(id: string, topic: string, date: string): string {
	return letter({
		id,
		from: PELL,
		to: DEPUTY,
		subject: topic,
		date,
		text: `Dear Rae,\n\n${plea(topic)}\n\nAlan Pell\n`,
	});
}

export function passedOn(id: string, topic: string, to: string, date: string): string {
	const text = `For your information.\n\nRae Dunn\nDeputy Clerk\n\n---------- Forwarded message ---------\nFrom: Cllr Alan Pell <a.pell@${DOMAIN}>\nDate: Mon, 9 Mar 2026 at 09:10\nSubject: ${topic}\nTo: Rae Dunn <deputy@${DOMAIN}>\n\nDear Rae,\n\n${plea(topic)}\n\nAlan Pell\n`;
	return letter({ id, from: DEPUTY, to, subject: `FW: ${topic}`, date, text });
}

export function notice(id: string, topic: string, name: string, date: string): string {
	const text = `Dear Cllr Pell,\n\nI have forwarded your letter about the ${topic.toLowerCase()} to Cllr ${name}.\n\nRegards\nRae Dunn\n\nCC Cllr ${name}\n`;
	return letter({ id, from: DEPUTY, to: PELL, subject: `RE: ${topic}`, date, text });
}

function plea(topic: string): string {
	return `three residents of Mill Lane have come to me about the ${topic.toLowerCase()}, and I should like to know what the office has done since the meeting in November, and who pays for it.`;
}

/** The letter itself is the PDF: a councillor accepts a quotation for the council. */
export async function obligation(id: string, date: string): Promise<string> {
	const document = await pdf([
		"THORNBY PARISH COUNCIL",
		"Dear Ms Fern,",
		"On behalf of Thornby Parish Council I accept your quotation of 2,140 pounds for the",
		"fence at the playing field, and authorise you to begin on Monday.",
		"Yours sincerely,",
		"Cllr Alan Pell",
		"Thornby Parish Council",
	]);
	const plain = letter({ id, from: PELL, to: FENCER, subject: "Fence", date, text: "" });
	const head = plain.replace(/^Content-Type:.*\r\n\r\n/mu, "");
	return [
		head.trimEnd(),
		"Content-Type: multipart/mixed; boundary=part",
		"",
		"--part",
		"Content-Type: text/plain; charset=utf-8",
		"",
		"Dear Ms Fern,",
		"",
		"please find a letter attached.",
		"",
		"Alan Pell",
		"--part",
		'Content-Type: application/pdf; name="letter.pdf"',
		'Content-Disposition: attachment; filename="letter.pdf"',
		"Content-Transfer-Encoding: base64",
		"",
		...(document.toString("base64").match(/.{1,76}/gu) ?? []),
		"--part--",
		"",
	].join("\r\n");
}

/** The chair orders in the council's name, the Clerk in copy. */
export function chairAccepts(id: string, date: string): string {
	const text =
		"Dear Ms Fern,\n\nOn behalf of Thornby Parish Council I accept your quotation of £880 for the gate. Please start on Monday.\n\nDan Hart\nChair, Thornby Parish Council\n";
	return letter({ id, from: HART, to: FENCER, cc: CLERK, subject: "Gate", date, text });
}

export function ownPromise(id: string, date: string): string {
	const text = "Dear Tilly,\n\nI'll come and look at the hedge on Saturday and raise it at the meeting.\n\nAlan Pell\n";
	return letter({ id, from: PELL, to: RESIDENT, subject: "The hedge", date, text });
}

export function marked(id: string, date: string): string {
	const text = `Alan,\n\nThis is confidential because it is about a tenant's health.\n\n${SECRET}\n\nJo Marsh\n`;
	return letter({ id, from: CLERK, to: PELL, subject: "CONFIDENTIAL: plot nine", date, text });
}

export function leak(id: string, to: string, date: string): string {
	return letter({ id, from: PELL, to, subject: "Plot nine", date, text: `Hello,\n\n${SECRET}\n\nAlan\n` });
}

/** Marked, and nothing says why: advisory. */
export function markedWithoutReason(id: string, date: string): string {
	const text = "Dear Cllr Lund,\n\nthe notes of last night are on your desk.\n\nJo Marsh\n";
	return letter({ id, from: CLERK, to: BEA, subject: "CONFIDENTIAL: notes", date, text });
}

/** Exchange's report on a letter of the deputy's, of which no other copy is connected. */
export function journalReport(id: string, date: string): string {
	const inside = hidden(id, date, { topic: "bowling green" }).replace(/^Bcc:.*\r\n/mu, "");
	return [
		"X-MS-Journal-Report:",
		`From: <journal@${DOMAIN}>`,
		`To: journal@${DOMAIN}`,
		"Subject: The bowling green",
		`Message-ID: <report-${id}@${DOMAIN}>`,
		`Date: ${date}`,
		"MIME-Version: 1.0",
		"Content-Type: multipart/mixed; boundary=j1",
		"",
		"--j1",
		"Content-Type: text/plain; charset=us-ascii",
		"",
		`Sender: deputy@${DOMAIN}`,
		"Subject: The bowling green",
		`Message-Id: <${id}@${DOMAIN}>`,
		`To: a.pell@${DOMAIN}`,
		`Bcc: ${/<(.*)>/u.exec(GARETH)?.[1]}`,
		"--j1",
		"Content-Type: message/rfc822",
		"",
		inside,
		"--j1--",
		"",
	].join("\r\n");
}

/** From the union, and marked personal: never read. */
export function excluded(id: string, date: string): readonly string[] {
	const text = "Dear Jo,\n\nthis is between you and me.\n\nPat\n";
	return [
		letter({ id: `${id}-union`, from: "Pat Rook <pat@union.example>", to: CLERK, subject: "Your case", date, text }),
		letter({
			id: `${id}-own`,
			from: RESIDENT,
			to: CLERK,
			subject: "Lunch",
			date,
			text,
			headers: ["Sensitivity: Personal"],
		}),
	];
}

export const UNREADABLE = "\r\n\r\nThis was a message once; its header is gone.\r\n";
