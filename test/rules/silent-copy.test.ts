import { describe, expect, it } from "vitest";
import { inShort, judgeMail } from "../judging.ts";
import { BEA, CLERK, DEPUTY, GARETH, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";

const ANSWER =
	"Dear Alan,\n\nThe drain by the lower gate will be cleared on Thursday.\n\nKind regards\nJo Marsh\nClerk\n";
const ENQUIRY = letter({
	id: "enquiry",
	from: PELL,
	to: CLERK,
	date: "Mon, 2 Mar 2026 20:00:00 +0000",
	text: "Jo, who let the lower allotments flood again, and why was nobody from the office there to see it? I want to know before the meeting.\n\nAlan\n",
});
const FORWARD = `Ruth, see below.

Jo

From: Cllr Alan Pell <a.pell@${DOMAIN}>
Sent: 02 March 2026 20:00
To: Jo Marsh <clerk@${DOMAIN}>
Subject: Allotments

Jo, who let the lower allotments flood again, and why was nobody from the office there to see it? I want to know before the meeting.

Alan
`;
const forward = (more: object = {}): string =>
	letter({ id: "forward", to: VOSS, subject: "FW: Allotments", text: FORWARD, ...more });

const silent = async (mails: Parameters<typeof judgeMail>[0]): Promise<readonly string[]> =>
	inShort((await judgeMail(mails)).filter(({ rule }) => rule === "silent-copy"));

describe("a hidden copy", () => {
	it("is found where the sent copy keeps its Bcc and nothing says so", async () => {
		expect(await silent([letter({ bcc: VOSS, text: ANSWER })])).toEqual(["silent-copy r.voss"]);
	});
	it("is certain from a Bcc line, and likely from the copy in another mailbox", async () => {
		const [bcc] = await judgeMail([letter({ bcc: VOSS, text: ANSWER })]);
		expect(bcc?.certainty).toBe("certain");
		const [copy] = await judgeMail([{ raw: letter({ text: ANSWER }), mailbox: `r.voss@${DOMAIN}`, folder: "INBOX" }]);
		expect(copy?.certainty).toBe("likely");
	});
	it("is none where a footer names the councillor", async () => {
		expect(await silent([letter({ bcc: VOSS, text: `${ANSWER}\nCC Councillor Voss\n` })])).toEqual([]);
	});
	it("is none where the text says so", async () => {
		expect(
			await silent([letter({ bcc: VOSS, text: `Dear Alan,\n\nI have copied Cllr Voss in.\n\n${ANSWER}` })]),
		).toEqual([]);
	});
	it("is none where the other councillor stands in Cc", async () => {
		expect(await silent([letter({ cc: VOSS, bcc: VOSS, text: ANSWER })])).toEqual([]);
	});
	it("is none in a circular to every councillor, or to hidden recipients alone", async () => {
		expect(await silent([letter({ to: `councillors@${DOMAIN}`, bcc: VOSS, text: ANSWER })])).toEqual([]);
		expect(await silent([letter({ to: [PELL, VOSS, HART, BEA, GARETH].join(", "), bcc: VOSS, text: ANSWER })])).toEqual(
			[],
		);
		expect(await silent([letter({ to: CLERK, bcc: [PELL, VOSS].join(", "), text: ANSWER })])).toEqual([]);
	});
	it("is none to an officer, an outsider or the sender", async () => {
		expect(await silent([letter({ bcc: [DEPUTY, CLERK, RESIDENT].join(", "), text: ANSWER })])).toEqual([]);
	});
	it("is none where a councillor made it", async () => {
		expect(await silent([letter({ from: PELL, to: HART, bcc: VOSS, text: ANSWER })])).toEqual([]);
	});
	it("reaches every member of a hidden list, once each", async () => {
		expect(await silent([letter({ bcc: `planning@${DOMAIN}`, text: ANSWER })])).toEqual([
			"silent-copy d.hart",
			"silent-copy g.lund",
			"silent-copy r.voss",
		]);
	});
	it("of two namesakes is left out for the one whom a singular footer does not cover", async () => {
		const found = await silent([letter({ bcc: [BEA, GARETH].join(", "), text: `${ANSWER}\nCC Cllr Lund\n` })]);
		expect(found).toHaveLength(1);
		expect(await silent([letter({ bcc: [BEA, GARETH].join(", "), text: `${ANSWER}\nCC Cllrs Lund\n` })])).toEqual([]);
	});
});

describe("an onward copy", () => {
	it("is found where an officer forwards a councillor's mail and does not tell", async () => {
		expect(await silent([ENQUIRY, forward()])).toEqual(["silent-copy r.voss"]);
	});
	it("is found from the quoted header alone, where the original is in no source", async () => {
		expect(await silent([forward()])).toEqual(["silent-copy r.voss"]);
	});
	it("is none where the writer is on the onward message, in the open or in Bcc", async () => {
		expect(await silent([ENQUIRY, forward({ cc: PELL })])).toEqual([]);
		const hidden = await silent([ENQUIRY, forward({ bcc: PELL })]);
		expect(hidden).toEqual(["silent-copy a.pell"]);
	});
	it("is none where an officer tells within a day, and one again where it takes longer", async () => {
		const notice = (date: string): string =>
			letter({ from: DEPUTY, to: PELL, date, text: "Alan, we passed your note on to Cllr Voss.\n\nRae\n" });
		expect(await silent([ENQUIRY, forward(), notice("Wed, 4 Mar 2026 09:00:00 +0000")])).toEqual([]);
		expect(await silent([ENQUIRY, forward(), notice("Wed, 4 Mar 2026 11:00:00 +0000")])).toEqual([
			"silent-copy r.voss",
		]);
	});
	it("is none where the other councillor was visible on the original", async () => {
		const original = letter({
			id: "enquiry",
			from: PELL,
			to: CLERK,
			cc: VOSS,
			date: "Mon, 2 Mar 2026 20:00:00 +0000",
			text: FORWARD.slice(FORWARD.indexOf("Jo, who")),
		});
		expect(await silent([original, forward()])).toEqual([]);
	});
	it("is none where a resident's mail is passed on", async () => {
		const text = FORWARD.replace(/Cllr Alan Pell <[^>]*>/u, "Tilly Moss <tilly.moss@mailbox.example>");
		expect(await silent([forward({ text })])).toEqual([]);
	});
	it("is none where the councillor asked for it to be passed on", async () => {
		const asked = ENQUIRY.replace("I want to know", "Please pass this on to Cllr Voss. I want to know");
		const text = FORWARD.replace("I want to know", "Please pass this on to Cllr Voss. I want to know");
		expect(await silent([asked, forward({ text })])).toEqual([]);
	});
	it("is found where the message was redirected with Resent headers", async () => {
		const redirected = ENQUIRY.replace(
			/^/u,
			`Resent-Date: Tue, 3 Mar 2026 09:00:00 +0000\r\nResent-From: ${CLERK}\r\nResent-To: ${VOSS}\r\n`,
		);
		expect(await silent([ENQUIRY, { raw: redirected, mailbox: `r.voss@${DOMAIN}`, folder: "INBOX" }])).toEqual([
			"silent-copy r.voss",
		]);
	});
	it("is none where the councillor asked for the redirected message to be passed on", async () => {
		const asked = ENQUIRY.replace("I want to know", "Please pass this on to Cllr Voss. I want to know");
		const redirected = `Resent-Date: Tue, 3 Mar 2026 09:00:00 +0000\r\nResent-From: ${CLERK}\r\nResent-To: ${VOSS}\r\n${asked}`;
		expect(await silent([asked, { raw: redirected, mailbox: `r.voss@${DOMAIN}`, folder: "INBOX" }])).toEqual([]);
	});
	it("is none where a later notice of its own tells by a pronoun", async () => {
		const text = "Alan,\n\nI should have said: Ruth knows the plots, so I have sent your note on to her.\n\nJo\n";
		const notice = letter({ to: PELL, subject: "One more thing", date: "Tue, 3 Mar 2026 16:00:00 +0000", text });
		expect(await silent([ENQUIRY, forward(), notice])).toEqual([]);
	});
	it("gives no missing footer", async () => {
		expect((await judgeMail([ENQUIRY, forward()])).map(({ rule }) => rule)).not.toContain("missing-copy-footer");
	});
});

describe("an officer's own letter, given again in full to another councillor", () => {
	const words =
		"The three plots by the railway were let at the old rate because the water was off all summer. The difference is forty-one pounds, and you are welcome to look at the ledger on any morning.";
	const first = letter({ to: PELL, text: `Dear Alan,\n\n${words}\n\nKind regards\nJo Marsh\nClerk\n` });
	const again = (text: string, more: object = {}): string =>
		letter({ to: VOSS, subject: "Rents", date: "Tue, 3 Mar 2026 15:00:00 +0000", text, ...more });

	it.each([
		`Ruth,\n\nHere is what I have told Alan:\n\n"${words}"\n\nJo\n`,
		`Ruth,\n\nAlan Pell asked about the rents. My reply to him was as follows.\n\n${words}\n\nJo\n`,
		`Ruth,\n\n"${words}"\n\nThat is what I have written to Alan.\n\nJo\n`,
		`Ruth,\n\nMy answer to your ward colleague:\n\n"${words}"\n\nJo\n`,
	])("is an onward copy: %j", async (text) => {
		expect(await silent([first, again(text)])).toEqual(["silent-copy r.voss"]);
	});
	it.each([
		`Dear Ruth,\n\n${words}\n\nJo\n`,
		`Dear Ruth,\n\nAlan Pell asked the same thing.\n\n${words}\n\nJo\n`,
		'Ruth,\n\nI told Alan: "The three plots by the railway were let at the old rate."\n\nJo\n',
	])("is none where it answers her too, or is not given whole: %j", async (text) => {
		expect(await silent([first, again(text)])).toEqual([]);
	});
	it("is none where he is told, on it or in a mail of its own", async () => {
		const text = `Ruth,\n\nHere is what I have told Alan:\n\n"${words}"\n\nJo\n`;
		expect(await silent([first, again(text, { cc: PELL })])).toEqual([]);
		const notice = "Alan,\n\nRuth asked about the rents and I have sent her my reply to you.\n\nJo\n";
		const later = letter({ to: PELL, subject: "Ruth", date: "Tue, 3 Mar 2026 16:00:00 +0000", text: notice });
		expect(await silent([first, again(text), later])).toEqual([]);
	});
});
