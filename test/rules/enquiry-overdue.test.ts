import { describe, expect, it } from "vitest";
import { createCorpus } from "../../src/audit/corpus.ts";
import { createJudge } from "../../src/audit/judge.ts";
import { createCalendar } from "../../src/facts/calendar.ts";
import { createRoster } from "../../src/people/roster.ts";
import type { Step } from "../../src/rules/reply-steps.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { factsOf, type Mail } from "../judging.ts";
import { BEA, CLERK, DEPUTY, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";

const roster = createRoster(THORNBY);
const CENTRAL: readonly Step[] = [
	{ days: 2, owed: "acknowledgement", counting: "working" },
	{ days: 5, owed: "explanation", counting: "working" },
	{ days: 15, owed: "answer", counting: "working" },
];
const SEVEN: readonly Step[] = [{ days: 7, owed: "reasoned-interim-reply", counting: "working" }];

interface Setting {
	readonly steps?: readonly Step[];
	readonly asOf?: string;
	readonly closed?: readonly string[];
	readonly exempt?: readonly string[];
}

async function findings(
	mails: readonly (Mail | string)[],
	{ steps = CENTRAL, asOf = "2026-06-30T22:59:59.999Z", closed = [], exempt = [] }: Setting = {},
): Promise<readonly Finding[]> {
	const corpus = createCorpus(roster);
	for (const mail of mails) corpus.add(await factsOf(typeof mail === "string" ? { raw: mail } : mail));
	const judge = createJudge({
		protocol: {
			name: "central-bedfordshire",
			title: "",
			rules: [{ rule: "enquiry-overdue", severity: "breach", clause: "6.3", settings: { steps, exempt } }],
		},
		roster,
		calendar: createCalendar({ nation: "england", closed: [...closed] }, THORNBY.timezone),
	});
	return [...corpus.messages()].flatMap((message) => [...judge(message, () => corpus.related(message), asOf)]);
}

/** Message ids with the day that was missed, from the sentence: "q 6 March 2026". */
async function overdue(mails: readonly (Mail | string)[], setting: Setting = {}): Promise<readonly string[]> {
	return (await findings(mails, setting)).map(
		({ message, summary }) =>
			`${message.messageId.slice(1).split("@")[0]} ${/ by (\d+ \w+ \d{4})/u.exec(summary)?.[1]}`,
	);
}

const at = (day: number, time = "10:00", month = "Mar"): string => `${day} ${month} 2026 ${time}:00 +0000`;
/** Tuesday 3 March 2026 at ten: the steps end on Thursday the 5th, Tuesday the 10th and Tuesday the 24th. */
const enquiry = (more: Parameters<typeof letter>[0] | object = {}): string =>
	letter({
		id: "q",
		from: PELL,
		to: CLERK,
		subject: "Lower field",
		date: at(3),
		text: "Dear Jo,\n\nWhen does the lease of the lower field end, and what rent does the farmer pay?\n\nAlan\n",
		...more,
	});
const reply = (date: string, text: string, more: object = {}): string =>
	letter({
		from: CLERK,
		to: PELL,
		subject: "Re: Lower field",
		date,
		headers: [`In-Reply-To: <q@${DOMAIN}>`],
		text,
		...more,
	});
const ANSWER = "Dear Alan,\n\nIn March 2028, and £300 a year.\n\nJo";
const RECEIVED = "Alan, got it, thank you. I'll look into it.\n\nJo";
const EXPLAINED =
	"Alan, I can't say yet, because the deeds are at the bank. I have asked the manager for them. You shall have an answer by 20 March.\n\nJo";

describe("the steps", () => {
	it("are kept by an answer in time, and by an acknowledgement, an explanation and an answer", async () => {
		expect(await overdue([enquiry(), reply(at(5), ANSWER)])).toEqual([]);
		expect(await overdue([enquiry(), reply(at(4), RECEIVED), reply(at(10), EXPLAINED), reply(at(20), ANSWER)])).toEqual(
			[],
		);
	});
	it("give one finding, for the worst step missed", async () => {
		expect(await overdue([enquiry()])).toEqual(["q 24 March 2026"]);
		expect(await overdue([enquiry(), reply(at(6), ANSWER)])).toEqual(["q 5 March 2026"]);
		expect(await overdue([enquiry(), reply(at(4), RECEIVED), reply(at(11), ANSWER)])).toEqual(["q 10 March 2026"]);
		expect(await overdue([enquiry(), reply(at(4), RECEIVED), reply(at(10), EXPLAINED)])).toEqual(["q 24 March 2026"]);
	});
	it("are missed when their last day has ended, and not before", async () => {
		expect(await overdue([enquiry()], { asOf: "2026-03-05T23:59:59Z" })).toEqual([]);
		expect(await overdue([enquiry()], { asOf: "2026-03-06T00:00:00Z" })).toEqual(["q 5 March 2026"]);
	});
	it("count a reply on the day it is sent, at whatever hour", async () => {
		expect(await overdue([enquiry(), reply(at(5, "23:50"), ANSWER)])).toEqual([]);
	});
	it("begin on the next working day for mail after five, at a weekend and on a bank holiday", async () => {
		expect(await overdue([enquiry({ date: at(3, "17:30") }), reply(at(6), ANSWER)])).toEqual([]);
		expect(await overdue([enquiry({ date: at(7) }), reply(at(11), ANSWER)])).toEqual([]);
		// Good Friday is 3 April 2026, Easter Monday the 6th.
		expect(await overdue([enquiry({ date: at(2, "12:00", "Apr") }), reply(at(8, "12:00", "Apr"), ANSWER)])).toEqual([]);
		expect(await overdue([enquiry({ date: at(2, "12:00", "Apr") }), reply(at(9, "12:00", "Apr"), ANSWER)])).toEqual([
			"q 8 April 2026",
		]);
	});
	it("leave out the days on which the council is closed", async () => {
		expect(await overdue([enquiry(), reply(at(6), ANSWER)], { closed: ["2026-03-04"] })).toEqual([]);
	});
	it("count calendar days where the profile says so", async () => {
		const steps: readonly Step[] = [{ days: 15, owed: "answer", counting: "calendar" }];
		expect(await overdue([enquiry(), reply(at(18), ANSWER)], { steps })).toEqual([]);
		expect(await overdue([enquiry(), reply(at(19), ANSWER)], { steps })).toEqual(["q 18 March 2026"]);
	});
});

describe("a word that it was passed on", () => {
	const told = "Alan, thank you. I have mentioned it to Sam.\n\nJo";
	const asked = (question: string, answer = told) =>
		overdue([enquiry({ text: `Dear Jo,\n\n${question}\n\nAlan\n` }), reply(at(4), answer)]);
	it("is an acknowledgement to who asked for a fact", async () => {
		expect(
			await asked("The swing has been taped up since August. What is it waiting for, and have we a date?"),
		).toEqual(["q 24 March 2026"]);
		expect(await overdue([enquiry(), reply(at(4), told)], { asOf: "2026-03-10T12:00:00Z" })).toEqual([]);
	});
	it("is an answer to who asked what is being done, or whether it was", async () => {
		expect(await asked("The swing is taped up. What is being done about it?")).toEqual([]);
		expect(await asked("Has anyone looked at the swing?")).toEqual([]);
		expect(await asked("Does Sam know that the swing is broken?")).toEqual([]);
		expect(await asked("Did you speak to the supplier?", "I have spoken to the supplier.\n\nJo")).toEqual([]);
	});
});

describe("an explanation", () => {
	const explained = (text: string) => overdue([enquiry(), reply(at(4), text), reply(at(17), ANSWER)]);
	it("gives the reason, the action and the timescale", async () => {
		expect(await explained(EXPLAINED)).toEqual([]);
	});
	it.each([
		["the timescale", "Alan, I can't say yet, because the deeds are at the bank. I have asked the manager for them."],
		["the action", "Alan, I can't say yet, because the deeds are at the bank. You shall have an answer by 20 March."],
		["all three", "Alan, leave it with me."],
	])("is none without %s", async (_, text) => {
		expect(await explained(text)).toEqual(["q 10 March 2026"]);
	});
	it("that leaves something out is said so", async () => {
		const [finding] = await findings(
			[
				enquiry(),
				reply(at(4), "Alan, I can't say yet, because the deeds are at the bank. I have asked the manager for them."),
			],
			{ asOf: "2026-03-12T12:00:00Z" },
		);
		expect(finding?.summary).toContain("without saying by when");
	});
});

describe("a reasoned interim reply", () => {
	const interim = "Alan, I can't say yet, because the deeds are at the bank. I hope to let you know by 20 March.\n\nJo";
	it("needs a reason and an estimate, and no action", async () => {
		const before = { steps: SEVEN, asOf: "2026-03-19T12:00:00Z" };
		expect(await overdue([enquiry(), reply(at(12), interim)], before)).toEqual([]);
		expect(await overdue([enquiry(), reply(at(12), RECEIVED)], before)).toEqual(["q 12 March 2026"]);
		expect(await overdue([enquiry(), reply(at(12), "Alan, you will have it by 20 March.")], before)).toEqual([
			"q 12 March 2026",
		]);
	});
	it("whose day passes without an answer leaves the enquiry overdue", async () => {
		const after = { steps: SEVEN, asOf: "2026-03-23T12:00:00Z" };
		expect(await overdue([enquiry(), reply(at(12), interim)], after)).toEqual(["q 20 March 2026"]);
		expect(await overdue([enquiry(), reply(at(12), interim), reply(at(20), ANSWER)], after)).toEqual([]);
	});
});

describe("a reply", () => {
	it("may come from any officer, in a fresh mail, to a private address", async () => {
		const fresh = letter({
			from: DEPUTY,
			to: "Alan <alan.pell71@mailbox.example>",
			subject: "Lease and rent",
			date: at(5),
			text: "Alan, the farmer pays £300 for the lower field and his lease runs to 2028.\n\nRae",
		});
		expect(await overdue([enquiry(), fresh])).toEqual([]);
	});
	it("on something else is none", async () => {
		const other = letter({
			date: at(5),
			subject: "Site visit",
			text: "Alan, we meet at the chapel gate at two. Boots needed.\n\nJo",
		});
		expect(await overdue([enquiry(), other], { asOf: "2026-03-06T12:00:00Z" })).toEqual(["q 5 March 2026"]);
	});
	it("that sends the document may be named after it; without one, another subject is another matter", async () => {
		const named = { subject: "Chapel keys and alarm" };
		const sent = reply(at(4), "Dear Alan\n\nHere it is, for tonight.\n\nJo", named);
		const enclosed = sent
			.replace("Content-Type: text/plain; charset=utf-8", 'Content-Type: multipart/mixed; boundary="b"')
			.replace(
				/\r\n\r\n([\s\S]*)$/u,
				'\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n$1\r\n--b\r\nContent-Type: text/plain; name="deeds.txt"\r\nContent-Disposition: attachment; filename="deeds.txt"\r\n\r\nThe deeds.\r\n--b--\r\n',
			);
		const asOf = "2026-03-06T12:00:00Z";
		expect(await overdue([enquiry(), enclosed], { asOf })).toEqual([]);
		expect(await overdue([enquiry(), sent], { asOf })).toEqual(["q 5 March 2026"]);
	});
	it("that did not reach the councillor is none", async () => {
		expect(await overdue([enquiry(), reply(at(5), ANSWER, { to: VOSS })], { asOf: "2026-03-06T12:00:00Z" })).toEqual([
			"q 5 March 2026",
		]);
	});
	it("that is automatic is none, whether its header or its words say so", async () => {
		const asOf = "2026-03-06T12:00:00Z";
		const header = reply(at(3, "10:01"), ANSWER, {
			headers: ["Auto-Submitted: auto-replied", `In-Reply-To: <q@${DOMAIN}>`],
		});
		const words = reply(
			at(3, "10:01"),
			"I am out of the office until 9 March. If it is urgent please ring the Deputy Clerk.",
			{
				subject: "Automatic reply: Lower field",
			},
		);
		expect(await overdue([enquiry(), header], { asOf })).toEqual(["q 5 March 2026"]);
		expect(await overdue([enquiry(), words], { asOf })).toEqual(["q 5 March 2026"]);
	});
	it("to a part of the questions is an answer", async () => {
		expect(
			await overdue([enquiry(), reply(at(5), "Alan, £300. I'll find out about the end and let you know.")]),
		).toEqual([]);
	});
	it("that speaks to a later question alone leaves the first one open", async () => {
		const second = letter({
			id: "second",
			from: PELL,
			to: CLERK,
			subject: "Re: Lower field",
			date: at(4),
			headers: [`In-Reply-To: <q@${DOMAIN}>`],
			text: "And another thing, Jo: who has the key of the chapel, and is the organ tuned?\n\nAlan",
		});
		const answer = (text: string): string =>
			reply(at(5), text, {
				headers: [`In-Reply-To: <second@${DOMAIN}>`, `References: <q@${DOMAIN}> <second@${DOMAIN}>`],
			});
		expect(
			await overdue([enquiry(), second, answer("The verger has the key, and the organ was tuned in May.")]),
		).toEqual(["q 24 March 2026"]);
		expect(
			await overdue([enquiry(), second, answer("The verger has the key. The farmer's lease ends in 2028.")]),
		).toEqual([]);
	});
	it("that only asks back stops the clock until the councillor has answered", async () => {
		const back = reply(at(4), "Alan, do you mean the part by the river or the part by the road?\n\nJo", {});
		const told = letter({
			from: PELL,
			to: CLERK,
			subject: "Re: Lower field",
			date: at(9),
			headers: [`In-Reply-To: <q@${DOMAIN}>`],
			text: "By the river.\n\nAlan",
		});
		expect(await overdue([enquiry(), back])).toEqual([]);
		expect(await overdue([enquiry(), back, told, reply(at(16), ANSWER)])).toEqual([]);
		expect(await overdue([enquiry(), back, told, reply(at(17), ANSWER)])).toEqual(["q 16 March 2026"]);
	});
});

describe("an enquiry", () => {
	const none = async (more: object): Promise<void> => expect(await overdue([enquiry(more)])).toEqual([]);
	it("may go to the shared mailbox, or to an officer greeted in copy", async () => {
		expect(await overdue([enquiry({ to: `office@${DOMAIN}` })])).toHaveLength(1);
		expect(await overdue([enquiry({ to: VOSS, cc: CLERK })])).toHaveLength(1);
	});
	it("is none to a fellow councillor or an outsider with an officer in copy", async () => {
		const text = "Ruth,\n\nWill you be at the fair, and who brings the tent?\n\nAlan";
		await none({ to: VOSS, cc: CLERK, text });
		await none({ to: RESIDENT, cc: CLERK, text: "Dear Tilly,\n\nWhen shall we meet?\n\nAlan" });
		await none({ to: `${CLERK}, ${VOSS}`, text });
	});
	it("is none without a question, or where no reply is wanted", async () => {
		await none({ text: "Jo, the bench is lovely. What would we do without you?\n\nAlan" });
		await none({ text: "For information only: is it ours? I have asked the county. No need to reply.\n\nAlan" });
		await none({ text: "Please get the bin by the church emptied.\n\nAlan" });
	});
	it("is none of a former councillor, and none of one whom the settings exempt", async () => {
		await none({ from: `Olive Thripp <o.thripp@${DOMAIN}>` });
		expect(await overdue([enquiry()], { exempt: [`A.Pell@${DOMAIN}`] })).toEqual([]);
	});
	it("withdrawn before its first step falls due is none, and later stays missed", async () => {
		const found = (date: string): string =>
			letter({
				from: PELL,
				to: CLERK,
				subject: "Re: Lower field",
				date,
				headers: [`In-Reply-To: <q@${DOMAIN}>`],
				text: "Ignore this, I've found it myself.\n\nAlan",
			});
		expect(await overdue([enquiry(), found(at(5))])).toEqual([]);
		expect(await overdue([enquiry(), found(at(6))])).toEqual(["q 5 March 2026"]);
	});
	it("and its reminder are one", async () => {
		const reminder = (more: object): string =>
			letter({
				id: "reminder",
				from: PELL,
				to: CLERK,
				date: at(30),
				text: "Jo, any news on the lease of the lower field? I have had no reply.\n\nAlan",
				...more,
			});
		const threaded = { subject: "Re: Lower field", headers: [`In-Reply-To: <q@${DOMAIN}>`] };
		expect(await overdue([enquiry(), reminder(threaded)])).toEqual(["q 24 March 2026"]);
		expect(await overdue([enquiry(), reminder({ subject: "Lower field lease" })])).toEqual(["q 24 March 2026"]);
		expect(await overdue([enquiry(), reply(at(5), ANSWER), reminder(threaded)])).toEqual(["reminder 22 April 2026"]);
	});
	it("names the councillor and the officer, and is never certain", async () => {
		const [finding] = await findings([enquiry({ cc: `${DEPUTY}, ${HART}, ${BEA}` })]);
		expect(finding?.people.map(({ as, address }) => `${as} ${address}`)).toEqual([
			`author a.pell@${DOMAIN}`,
			`officer clerk@${DOMAIN}`,
		]);
		expect(finding?.certainty).toBe("likely");
		expect(finding?.unseen).toMatch(/telephone/u);
		expect(finding?.evidence[0]?.quote).toContain("When does the lease");
	});
});
