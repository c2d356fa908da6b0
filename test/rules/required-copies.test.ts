import { describe, expect, it } from "vitest";
import { BEA, CLERK, DEPUTY, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";
import { findingsOf, type Settings } from "./with-settings.ts";

type Mails = Parameters<typeof findingsOf>[2];

const TO_THE_CLERK = {
	copyTo: "proper-officer",
	mailFrom: "all-councillors",
	mailTo: "all-councillors",
	minute: "protocol, 2.6",
	ifMissing: "breach",
};
const TEXT =
	"Ruth,\n\nThe drain by the lower gate floods each time it rains. Shall we ask for it to be mended?\n\nAlan\n";
const mail = (more: Partial<Parameters<typeof letter>[0]> = {}): string =>
	letter({ id: "first", from: PELL, to: VOSS, text: TEXT, ...more });

const missing = async (mails: Mails, ...entries: readonly object[]) => {
	const settings: Settings = { mandatedCopies: entries.length > 0 ? entries : [TO_THE_CLERK] };
	const found = await findingsOf("missing-copy-footer", settings, mails);
	return found.map(({ message, people }) => {
		const names = people.filter(({ as }) => as === "uninformed").map(({ name }) => name);
		return `${message.messageId.slice(1).split("@")[0]}: ${names.join(", ")}`;
	});
};

describe("a copy that the protocol wants", () => {
	it("is missed where the message shows none, and is nobody's concern where the protocol wants none", async () => {
		expect(await missing([mail()])).toEqual(["first: Jo Marsh"]);
		const { ifMissing: _, ...allowed } = TO_THE_CLERK;
		expect(await missing([mail()], allowed)).toEqual([]);
		expect(await findingsOf("silent-copy", { mandatedCopies: [TO_THE_CLERK] }, [mail()])).toEqual([]);
	});
	it("is told of with its author, its minute and its weight", async () => {
		const found = await findingsOf(
			"missing-copy-footer",
			{ mandatedCopies: [{ ...TO_THE_CLERK, ifMissing: "advisory" }] },
			[mail()],
		);
		expect(found).toMatchObject([
			{
				severity: "advisory",
				certainty: "likely",
				people: [{ as: "author", name: "Alan Pell" }, { as: "uninformed" }],
				summary:
					"The message of 3 March 2026 from Cllr Alan Pell shows no copy to Jo Marsh, to whom such mail is always copied (protocol, 2.6).",
			},
		]);
	});
	it.each([
		["in Cc", { cc: CLERK }],
		["in To", { to: `${VOSS}, ${CLERK}` }],
		["by a blind copy", { bcc: CLERK }],
		["by a copy line", { text: `${TEXT}\ncc The Clerk\n` }],
	])("is there %s", async (_way, more) => {
		expect(await missing([mail(more)])).toEqual([]);
	});
	it("is there where the mail was passed on later, and not where it was another", async () => {
		const passedOn = (text: string) =>
			letter({
				id: "later",
				from: VOSS,
				to: CLERK,
				subject: "Fw: Allotments",
				date: "Thu, 5 Mar 2026 10:00:00 +0000",
				text: `Jo, see below.\n\nRuth\n\n---------- Forwarded message ---------\nFrom: Alan Pell <a.pell@${DOMAIN}>\nDate: Tue, 3 Mar 2026 at 10:15\nTo: Ruth Voss <r.voss@${DOMAIN}>\n\n${text}`,
			});
		expect(await missing([mail(), passedOn(TEXT)])).toEqual([]);
		const other = "Ruth,\n\nWill the fair have a carousel this year, and who pays for the electricity of it?\n\nAlan\n";
		expect(await missing([mail(), passedOn(other)])).toEqual(["first: Jo Marsh"]);
	});
	it("is missed once in a thread", async () => {
		const answer = letter({
			id: "second",
			from: VOSS,
			to: PELL,
			subject: "Re: Allotments",
			headers: [`In-Reply-To: <first@${DOMAIN}>`],
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			text: "Alan,\n\nYes, let us do that.\n\nRuth\n",
		});
		expect(await missing([mail(), answer])).toEqual(["first: Jo Marsh"]);
		expect(await missing([answer])).toEqual(["second: Jo Marsh"]);
		const withClerk = answer.replace("\r\nSubject", `\r\nCc: ${CLERK}\r\nSubject`);
		expect(await missing([mail(), withClerk])).toEqual([]);
	});
	it("is wanted of such mail only", async () => {
		expect(await missing([mail({ to: DEPUTY })])).toEqual([]);
		expect(await missing([mail({ from: DEPUTY })])).toEqual([]);
		expect(await missing([mail({ from: RESIDENT })])).toEqual([]);
		expect(await missing([mail({ to: RESIDENT })])).toEqual([]);
		expect(await missing([mail({ to: PELL })])).toEqual([]);
		expect(await missing([mail({ headers: ["Auto-Submitted: auto-replied"] })])).toEqual([]);
		expect(await missing([mail()], { ...TO_THE_CLERK, from: "2026-03-04" })).toEqual([]);
		expect(await missing([mail()], { ...TO_THE_CLERK, from: "2026-03-03" })).toEqual(["first: Jo Marsh"]);
	});
	it("is not wanted of what passes within one political group", async () => {
		expect(await missing([mail({ to: BEA })])).toEqual([]);
		expect(await missing([mail({ to: BEA, cc: VOSS })])).toEqual(["first: Jo Marsh"]);
		expect(await missing([mail({ from: HART, to: `g.lund@${DOMAIN}` })])).toEqual(["first: Jo Marsh"]);
	});
	it("may be wanted for several, each of whom is looked at", async () => {
		const toMp = { copyTo: ["chair", "vice-chair"], mailFrom: "all-officers", mailTo: "parliament.example" };
		const entry = { ...toMp, minute: "minute 3/26", ifMissing: "breach" };
		const out = (cc?: string) =>
			letter({ id: "mp", to: "mary.ashe@parliament.example", text: TEXT, ...(cc === undefined ? {} : { cc }) });
		expect(await missing([out()], entry)).toEqual(["mp: Dan Hart, Bea Lund"]);
		expect(await missing([out(HART)], entry)).toEqual(["mp: Bea Lund"]);
		expect(await missing([out(`${HART}, ${BEA}`)], entry)).toEqual([]);
	});
	it("may be wanted for somebody outside, and for an office that nobody holds it is none", async () => {
		const outside = { ...TO_THE_CLERK, copyTo: "monitoring.officer@county.example" };
		expect(await missing([mail()], outside)).toEqual(["first: monitoring.officer@county.example"]);
		expect(await missing([mail({ cc: "monitoring.officer@county.example" })], outside)).toEqual([]);
		expect(await missing([mail()], { ...TO_THE_CLERK, copyTo: "leader" })).toEqual([]);
	});
});
