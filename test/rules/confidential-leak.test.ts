import { describe, expect, it } from "vitest";
import { judgeMail } from "../judging.ts";
import { CLERK, DEPUTY, letter, PELL, RESIDENT, VOSS } from "../letter.ts";

const SECRET =
	"The tenant of plot nine has been ill since January and asked us to end the tenancy without telling the site. His daughter cleared the shed last week, and the deposit was returned to her by cheque on Friday.";
const MARKED = letter({
	id: "marked",
	to: PELL,
	subject: "CONFIDENTIAL: plot nine",
	text: `Alan,\n\nThis is confidential because it is about a tenant's health.\n\n${SECRET}\n\nJo\n`,
});

const leaks = async (mails: Parameters<typeof judgeMail>[0]): Promise<readonly string[]> =>
	(await judgeMail(mails))
		.filter(({ rule }) => rule === "confidential-leak")
		.map(
			({ message, people }) => `${message.messageId.slice(1).split("@")[0]} ${people.map((p) => p.address).join(" ")}`,
		);

const later = (more: Partial<Parameters<typeof letter>[0]> & { text: string }): string =>
	letter({
		id: "later",
		from: PELL,
		to: RESIDENT,
		subject: "Your question",
		date: "Thu, 5 Mar 2026 18:00:00 +0000",
		...more,
	});

describe("a confidential item outside the council", () => {
	it("is found where the marked message itself is copied to a third party", async () => {
		expect(await leaks([MARKED.replace("\r\nSubject", `\r\nCc: ${RESIDENT}\r\nSubject`)])).toEqual([
			"marked tilly.moss@mailbox.example",
		]);
	});
	it("is none where all recipients are of the council or authorised", async () => {
		expect(await leaks([MARKED.replace("\r\nSubject", `\r\nCc: ${VOSS}, gwen@pricelaw.example\r\nSubject`)])).toEqual(
			[],
		);
	});
	it("says that a complainant is one", async () => {
		const [found] = await judgeMail([MARKED.replace("\r\nSubject", "\r\nCc: v.grumble@mailbox.example\r\nSubject")]);
		expect(found?.people).toEqual([
			{ as: "complainant", name: "v.grumble@mailbox.example", address: "v.grumble@mailbox.example" },
		]);
	});
	it("is found where the message is forwarded without its marking", async () => {
		const text = `Tilly, this is what I was told.\n\nAlan\n\n---------- Forwarded message ---------\nFrom: Jo Marsh <clerk@thornby-pc.example>\nDate: Tue, 3 Mar 2026 at 10:15\nTo: Alan Pell <a.pell@thornby-pc.example>\n\nAlan,\n\n${SECRET}\n\nJo\n`;
		expect(await leaks([MARKED, later({ text })])).toEqual(["later tilly.moss@mailbox.example"]);
	});
	it("is found where its text comes back in fresh mail, with light edits", async () => {
		const text = `Hello Tilly,\n\n${SECRET.replace("asked us", "asked them").replace("last week", "the other week")}\n\nAlan\n`;
		expect(await leaks([MARKED, later({ text })])).toEqual(["later tilly.moss@mailbox.example"]);
	});
	it("is none where the later mail shares only courtesies", async () => {
		expect(
			await leaks([
				MARKED,
				later({
					text: "Hello Tilly,\n\nThank you for your message. I hope you are well. Plot nine is to be let again in April.\n\nKind regards\nAlan\n",
				}),
			]),
		).toEqual([]);
	});
	it("is none where the text had been sent to the public before", async () => {
		const before = letter({
			id: "before",
			to: RESIDENT,
			date: "Mon, 2 Mar 2026 09:00:00 +0000",
			text: `Dear Tilly,\n\n${SECRET}\n\nJo\n`,
		});
		expect(await leaks([before, MARKED, later({ text: `Hello Tilly,\n\n${SECRET}\n\nAlan\n` })])).toEqual([]);
	});
	it("is none where the third party wrote the words", async () => {
		const theirs = letter({
			id: "theirs",
			from: RESIDENT,
			to: CLERK,
			subject: "Private and confidential",
			date: "Mon, 2 Mar 2026 09:00:00 +0000",
			text: `Dear Clerk,\n\n${SECRET}\n\nTilly Moss\n`,
		});
		const answer = letter({
			id: "answer",
			from: CLERK,
			to: RESIDENT,
			subject: "RE: Private and confidential",
			text: `Dear Tilly,\n\nThank you, we will see to it.\n\nJo\n\nFrom: Tilly Moss <tilly.moss@mailbox.example>\nSent: 02 March 2026 09:00\nTo: Jo Marsh <clerk@thornby-pc.example>\nSubject: Private and confidential\n\nDear Clerk,\n\n${SECRET}\n\nTilly Moss\n`,
		});
		expect(await leaks([theirs, answer])).toEqual([]);
	});
	it("is none where only a delivery header of a list names the outsider", async () => {
		const toList = MARKED.replace(/To: [^\r]*/u, "To: councillors@thornby-pc.example");
		expect(
			await leaks([
				`Delivered-To: list-archive@mailbox.example\r\nReceived: from a by b; Tue, 3 Mar 2026 10:16:00 +0000\r\n${toList}`,
			]),
		).toEqual([]);
	});
	it("is reported once for one person, however often the text goes there again", async () => {
		const text = `Hello Tilly,\n\n${SECRET}\n\nAlan\n`;
		const again = letter({
			id: "again",
			from: PELL,
			to: RESIDENT,
			date: "Fri, 6 Mar 2026 18:00:00 +0000",
			text: `As I said:\n\n${SECRET}\n\nAlan\n`,
		});
		expect(await leaks([MARKED, later({ text }), again])).toEqual(["later tilly.moss@mailbox.example"]);
	});
	it("is none in mail between officers, or in the Clerk's own letter to a resident", async () => {
		expect(
			await leaks([
				MARKED.replace(/To: [^\r]*/u, `To: ${DEPUTY}`),
				later({ from: DEPUTY, text: `Dear Tilly,\n\n${SECRET}\n\nRae\n` }),
			]),
		).toEqual([]);
		expect(await leaks([MARKED.replace(/To: [^\r]*/u, `To: ${RESIDENT}`)])).toEqual([]);
	});

	describe("whose confidence was lifted in a fresh mail", () => {
		const quoted = `---------- Forwarded message ---------\nFrom: Jo Marsh <clerk@thornby-pc.example>\nDate: Tue, 3 Mar 2026 at 10:15\nTo: Alan Pell <a.pell@thornby-pc.example>\nSubject: CONFIDENTIAL: plot nine\n\nAlan,\n\n${SECRET}\n\nJo\n`;
		const lift = (subject: string, text: string, more: object = {}): string =>
			letter({
				id: "lift",
				to: PELL,
				subject,
				date: "Wed, 4 Mar 2026 16:00:00 +0000",
				text: `Alan,\n\n${text}\n\nJo\n`,
				...more,
			});
		const forward = (more: object = {}): string =>
			later({ subject: "Fwd: CONFIDENTIAL: plot nine", text: `Tilly, here it is.\n\nAlan\n\n${quoted}`, ...more });

		it.each([
			["Plot nine", "You can tell whom you like now."],
			["Allotments", "You are now free to share what I told you about plot nine."],
			["Good news", "My note of Tuesday is no longer confidential."],
			["Tuesday", "You may now share this with anyone who asks."],
			["Allotments", "My e-mail of the 3rd need not be kept confidential any longer."],
			["Allotments", "The heading on my last message can be disregarded: it is public now."],
		])("it may go out (%j: %j)", async (subject, text) => {
			expect(await leaks([MARKED, lift(subject, text), forward()])).toEqual([]);
		});
		it.each([
			["Bus shelter", "The shelter figures are no longer confidential."],
			["Bus shelter", "My note of Friday is no longer confidential."],
			["Bus shelter", "You are now free to discuss the shelter with the parish."],
		])("another one still binds (%j: %j)", async (subject, text) => {
			expect(await leaks([MARKED, lift(subject, text), forward()])).toEqual(["later tilly.moss@mailbox.example"]);
		});
		it("it still bound on the days before, and another councillor's word lifts none", async () => {
			const late = lift("Plot nine", "You can tell whom you like now.", { date: "Fri, 6 Mar 2026 16:00:00 +0000" });
			expect(await leaks([MARKED, late, forward()])).toEqual(["later tilly.moss@mailbox.example"]);
			const theirs = lift("Plot nine", "You can tell whom you like now.", { from: VOSS });
			expect(await leaks([MARKED, theirs, forward()])).toEqual(["later tilly.moss@mailbox.example"]);
		});
		it("it may go out with the Clerk in copy, under the old subject", async () => {
			const answers = ["In-Reply-To: <marked@thornby-pc.example>", `Cc: ${CLERK}`];
			const open = forward({ headers: answers });
			expect(await leaks([MARKED, lift("Plot nine", "You can tell whom you like now."), open])).toEqual([]);
		});
	});

	it("is none in an answer that only inherits an outsider's own mark, however the thread comes back to him", async () => {
		const ids = (answers: string) => [`In-Reply-To: <${answers}@thornby-pc.example>`];
		const subject = "IN CONFIDENCE - the flats";
		const theirs = "I would rather nobody knew that I wrote, but the flats next door have rats in the bin store again.";
		const quoted = `From: Tilly Moss <tilly.moss@mailbox.example>\nSent: 02 March 2026 20:15\nTo: Alan Pell <a.pell@thornby-pc.example>\nSubject: ${subject}\n\n${theirs}\n\nTilly\n`;
		const asked = `Jo, who sees to the bin store?\n\nAlan\n\n${quoted}`;
		const quotedAsked = `From: Alan Pell <a.pell@thornby-pc.example>\nSent: 03 March 2026 09:00\nTo: Jo Marsh <clerk@thornby-pc.example>\nSubject: FW: ${subject}\n\n${asked}`;
		const answer = `Alan,\n\nThe district sends its man round on Thursday. The store belongs to the freeholder, who has been written to.\n\nJo\n\n${quotedAsked}`;
		const back = `Tilly, see below.\n\nAlan\n\nFrom: Jo Marsh <clerk@thornby-pc.example>\nSent: 03 March 2026 11:25\nTo: Alan Pell <a.pell@thornby-pc.example>\nSubject: RE: FW: ${subject}\n\n${answer}`;
		const mails = [
			letter({ id: "first", from: RESIDENT, to: PELL, subject, date: "Mon, 2 Mar 2026 20:15:00 +0000", text: theirs }),
			letter({
				id: "asked",
				from: PELL,
				to: CLERK,
				subject: `FW: ${subject}`,
				date: "Tue, 3 Mar 2026 09:00:00 +0000",
				headers: ids("first"),
				text: asked,
			}),
			letter({
				id: "answer",
				to: PELL,
				subject: `RE: FW: ${subject}`,
				date: "Tue, 3 Mar 2026 11:25:00 +0000",
				headers: ids("asked"),
				text: answer,
			}),
			later({ subject: `FW: ${subject}`, headers: ids("answer"), text: back }),
		];
		expect(await leaks(mails)).toEqual([]);
		const cut = back.slice(0, back.indexOf("From: Alan Pell"));
		expect(await leaks(mails.with(3, later({ subject: `FW: ${subject}`, headers: ids("answer"), text: cut })))).toEqual(
			[],
		);
		// The Clerk's own mark on the answer binds.
		const marked = letter({
			id: "answer",
			to: PELL,
			subject: `RE: FW: ${subject}`,
			date: "Tue, 3 Mar 2026 11:25:00 +0000",
			headers: ids("asked"),
			text: `CONFIDENTIAL\n\n${answer}`,
		});
		expect(await leaks(mails.with(2, marked))).toEqual(["later tilly.moss@mailbox.example"]);
	});
});
