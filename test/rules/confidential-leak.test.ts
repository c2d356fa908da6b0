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
});
