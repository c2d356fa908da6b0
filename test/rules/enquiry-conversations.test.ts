/** Whole conversations, each in short: who wrote on which day of March 2026, "re" for a reply to the mail before. */
import { describe, expect, it } from "vitest";
import { judgeMail } from "../judging.ts";
import { CLERK, DEPUTY, letter, PELL, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";

const PEOPLE: Readonly<Record<string, string>> = { P: PELL, V: VOSS, C: CLERK, D: DEPUTY, L: `councillors@${DOMAIN}` };
const CENTRAL = [
	{ days: 2, owed: "acknowledgement" },
	{ days: 5, owed: "explanation" },
	{ days: 15, owed: "answer" },
];
const SEVEN = [{ days: 7, owed: "reasoned-interim-reply" }];
const LINE = /^([PVCD])>([PVCDL]+) (\d+)( re)?(?: "([^"]+)")?: (.+)$/u;

/** Numbers of the mails that are overdue at the end of May, first is 1. */
async function overdue(steps: readonly object[], conversation: string): Promise<readonly number[]> {
	const mails = conversation
		.trim()
		.split("\n")
		.map((line, index) => {
			const [, from = "", to = "", day, re, subject, text = ""] = LINE.exec(line.trim()) ?? [];
			const [first = "", ...copied] = [...to].map((letter) => PEOPLE[letter] ?? "");
			return letter({
				id: `m${index + 1}`,
				from: PEOPLE[from] ?? "",
				to: first,
				cc: copied.join(", "),
				subject: subject ?? (re ? "Re: Query" : "Query"),
				date: `${day} Mar 2026 ${String(9 + index).padStart(2, "0")}:00:00 +0000`,
				headers: re ? [`In-Reply-To: <m${index}@${DOMAIN}>`] : [],
				text: text.replaceAll(" / ", "\n\n"),
			});
		});
	const rules = [{ rule: "enquiry-overdue", severity: "breach" as const, clause: "", settings: { steps } }];
	const found = await judgeMail(mails, { name: "own", title: "", rules });
	return found.map(({ message }) => Number(/^<m(\d+)@/u.exec(message.messageId)?.[1]));
}

describe("two days, five and fifteen", () => {
	it.each<readonly [string, string, readonly number[]]>([
		["a short answer does", "P>C 3: Jo, is the hall free on the 20th?\nC>P 4 re: Yes!", []],
		[
			"a formal receipt does not",
			"P>C 3: Could you tell me who insures the clock?\nC>P 4 re: I write to acknowledge your enquiry and will respond in full as soon as I am able.",
			[1],
		],
		[
			"passing it on does not",
			"P>C 3: Could you tell me who insures the clock?\nC>P 4 re: Hi Alan, one for Rae I think, so I've sent it her way.",
			[1],
		],
		[
			"the steps in order do",
			"P>C 3: How much have we spent on legal fees?\nC>P 5 re: Received, thanks Alan.\nC>P 9 re: I'm not able to give you the total yet as two invoices are in dispute. Rae is going through the time sheets with their cashier, and we expect to let you have the figure by 18 March.\nD>P 18 re: Alan, £14,220.",
			[],
		],
		[
			"an explanation without a reason does not",
			"P>C 3: How much have we spent on legal fees?\nC>P 4 re: I've asked Rae for the figures and you'll have them by the 18th.\nD>P 18 re: £14,220.",
			[1],
		],
		[
			"an absence message does not",
			"P>C 3: Is the play area closed?\nC>P 3 re: I am currently out of the office and will return on 16 March. / If your enquiry is urgent please contact the Deputy Clerk.",
			[1],
		],
		[
			"an answer to everybody does",
			'P>C 3 "Play area": Is the play area closed after the storm?\nC>L 4 "Play area closed": Dear all, several of you have asked. The play area is closed after the storm until the inspector has been on Thursday.',
			[],
		],
		[
			"an agenda to everybody does not",
			'P>C 3 "Cemetery wall": Jo, who built the cemetery wall and when was it last inspected?\nC>L 4 "Agenda for Amenities": The agenda is attached. It includes cemetery fees, the hall and the allotments.',
			[1],
		],
		[
			"a talk on the telephone does, where the councillor says so",
			"P>C 3: Is the play area closed?\nP>C 4 re: Thanks for ringing, Jo, all clear now.",
			[],
		],
		[
			"a further question after the answer is an enquiry of its own",
			"P>C 3: What does the hall cost per hour?\nC>P 4 re: £14.\nP>C 5 re: Thanks. And is there a discount for charities?",
			[3],
		],
		[
			"an answer to another councillor does not",
			"P>CV 3: Jo, what is the rent for plot nine?\nC>V 4 re: Ruth, £40.",
			[1],
		],
		[
			"asking a colleague in his sight does not",
			'P>C 3: Jo, what is the rent for plot nine?\nC>DP 4 re "FW: Query": Rae, can you answer Alan please, it\'s in the allotment ledger.',
			[1],
		],
		[
			"a colleague's answer does",
			'P>C 3: Jo, what is the rent for plot nine?\nC>DP 4 re "FW: Query": Rae, can you answer Alan please, it\'s in the allotment ledger.\nD>P 5 re: £40 a year Alan.',
			[],
		],
		[
			"an answer to an officer's question is none",
			"C>P 2: Alan, chicken or fish for the civic dinner?\nP>C 3 re: Fish please. Is that alright?",
			[],
		],
		[
			"a question beside such an answer is one",
			"C>P 2: Alan, chicken or fish for the civic dinner?\nP>C 3 re: Fish please. What time does it start?",
			[2],
		],
		[
			"work is none, unless an answer is asked for",
			'P>C 3: Jo, please could you get the grit bin at Hill Top refilled.\nP>C 3 "Lamp": Jo, please get the lamp by the chapel mended and let me know when it has been done.',
			[2],
		],
		["a question to everybody is none", "P>LC 3: All, who is coming to the litter pick on Saturday?", []],
	])("%s", async (_, conversation, expected) => expect(await overdue(CENTRAL, conversation)).toEqual(expected));
});

describe("seven days", () => {
	it.each<readonly [string, string, readonly number[]]>([
		[
			"a reason and a day do",
			"P>C 3: Jo, what is the rent for plot nine?\nC>P 10 re: Alan, the ledger is with the auditor this week so I can't look it up. I should get it back on the 19th and will let you know then.\nC>P 19 re: £40.",
			[],
		],
		[
			"a reason without a day does not",
			"P>C 3: Jo, what is the rent for plot nine?\nC>P 10 re: Alan, the ledger is with the auditor so I can't look it up. I'll let you know when it comes back.\nC>P 19 re: £40.",
			[1],
		],
		[
			"a day without a reason does not",
			"P>C 3: Jo, what is the rent for plot nine?\nC>P 10 re: Hi Alan, I'll come back to you by the end of next week.\nC>P 19 re: £40.",
			[1],
		],
		[
			"a reminder in time changes nothing",
			"P>C 3: Jo, what is the rent for plot nine?\nP>C 9 re: Jo, did you see this?\nC>P 12 re: £40, sorry for the delay.",
			[],
		],
		[
			"the same mail sent again is one enquiry",
			'P>C 3 "Tree": Jo, are we liable for the old lime in Church Lane, and has the insurer been told of the crack in it?\nP>C 20 "Tree": Jo, are we liable for the old lime in Church Lane, and has the insurer been told of the crack in it?',
			[1],
		],
		[
			"taking it back in a fresh mail does",
			'P>C 3 "Standing orders": Jo, which standing order covers recorded votes?\nP>C 3 "Scrap that": Scrap my last, found it: 3(s).',
			[],
		],
		[
			"a part with the rest to come does",
			"P>C 3: Jo, when was the well tested and what did it show?\nC>P 6 re: Last September. I'll ask Sam for the certificate and send it over when he's back.",
			[],
		],
		[
			"an honest “I don't know” does",
			"P>C 3: Jo, who planted the oak?\nC>P 6 re: I don't know, I'm afraid, and nor does anybody here.",
			[],
		],
	])("%s", async (_, conversation, expected) => expect(await overdue(SEVEN, conversation)).toEqual(expected));
});
