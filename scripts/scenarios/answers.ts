/** Councillors' enquiries, and briefings of a political group. */
import { SIGN } from "./council.ts";
import type { Story } from "./types.ts";

export const answers: readonly Story[] = [
	{
		name: "sk-flooding-acknowledged-only",
		about: "An acknowledgement in time, then nothing by the end of the fifth working day (Monday 9 March).",
		protocol: "central-bedfordshire",
		asOf: "2026-03-11",
		mails: [
			{
				at: "pauline/INBOX",
				from: "joan",
				to: ["pauline"],
				subject: "Flooding at Beck Side",
				date: "2026-03-02T10:18:00Z",
				client: "outlook-text",
				text: `Dear Pauline

Number 3 Beck Side had water in again on Saturday night. Can you find out when the trash screen was last cleared, and who is responsible for it now? The family want to know whether they should be claiming off us or off the water company.

Joan Barraclough`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["joan"],
				subject: "RE: Flooding at Beck Side",
				date: "2026-03-03T16:44:00Z",
				client: "outlook-text",
				quote: 0,
				text: `Thank you Joan, received. I'm looking into it.

${SIGN.clerk}`,
			},
		],
		expect: [{ rule: "enquiry-overdue", mail: 0 }],
	},
	{
		name: "sk-easter-enquiry",
		about:
			"Asked on Maundy Thursday after five, so received on the Tuesday after Easter; answered on the second working day.",
		protocol: "central-bedfordshire",
		asOf: "2026-05-29",
		mails: [
			{
				at: "neil/INBOX",
				from: "fiona",
				to: ["neil"],
				subject: "toilets",
				date: "2026-04-02T18:20:00+01:00",
				client: "gmail",
				text: `Neil

Are the market toilets open over the weekend? And what's happening about the baby changing table?

Fiona`,
			},
			{
				at: "neil/Sent",
				from: "neil",
				to: ["fiona"],
				subject: "RE: toilets",
				date: "2026-04-09T18:05:00+01:00",
				quote: 0,
				text: `Hi Fiona, they were, all four days. Sorry you didn't hear, I was off. The changing table is in the store and Barry's fitting it next week.

${SIGN.deputy}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-received-and-no-more",
		about: "A bare receipt is no reasoned interim reply, and nothing follows in seven working days.",
		protocol: "desborough",
		asOf: "2026-09-30",
		mails: [
			{
				at: "pauline/INBOX",
				from: "zoe",
				to: ["pauline"],
				subject: "Cemetery chapel roof",
				date: "2026-09-08T12:15:00+01:00",
				client: "html",
				text: `Dear Pauline,

Could you tell me how much of the chapel roof reserve is left, and whether the slates have been ordered? I was asked at the Friends' AGM and looked rather foolish.

Zoë Hargreaves`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["zoe"],
				subject: "RE: Cemetery chapel roof",
				date: "2026-09-09T09:02:00+01:00",
				quote: 0,
				text: `Got this Zoë, thanks.

P

${SIGN.clerk}`,
			},
		],
		expect: [{ rule: "enquiry-overdue", mail: 0 }],
	},
	{
		name: "sk-interim-with-date",
		about: "An interim reply on the sixth working day that gives the reason and the date.",
		protocol: "desborough",
		asOf: "2026-10-12",
		mails: [
			{
				at: "pauline/INBOX",
				from: "graham",
				to: ["pauline"],
				subject: "Title to the Green",
				date: "2026-09-14T09:40:00+01:00",
				text: `Pauline,

Who actually holds the title to the Green, ourselves or the Savile estate? I had understood it was settled in 1974.

Graham`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["graham"],
				subject: "RE: Title to the Green",
				date: "2026-09-22T15:30:00+01:00",
				quote: 0,
				text: `Graham

Not a quick one I'm afraid. The deed isn't in the strong room and the county archive has had to send to its outstore for the tithe copy. They say it will be here by 16 October and you'll have an answer that week.

Pauline

${SIGN.clerk}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-labour-briefing-alone",
		about: "A briefing on the budget goes to the Labour list; no other group hears of it.",
		protocol: "leigh-on-sea",
		asOf: "2026-02-28",
		mails: [
			{
				at: "sunita/Sent",
				from: "sunita",
				to: ["labour"],
				subject: "Budget options - briefing for Labour Group",
				date: "2026-01-12T16:05:00Z",
				text: `Dear all

As requested at your group meeting, a short briefing on the three options for the precept.

A. Standstill: £142.10 at band D, uses £28,000 of reserves
B. 3.4%: £146.93, uses £9,000
C. 5%: £149.20, nothing from reserves

My advice is that A could not be repeated in the following year.

${SIGN.finance}`,
			},
		],
		expect: [{ rule: "group-briefing", mail: 0 }],
	},
	{
		name: "sk-conservative-briefing-told",
		about: "A briefing for the Conservative Group; three days later the Clerk tells the other groups' members of it.",
		protocol: "leigh-on-sea",
		asOf: "2026-03-31",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["graham", "zoe", "walter"],
				subject: "Neighbourhood plan - briefing for the Conservative Group",
				date: "2026-02-23T10:30:00Z",
				client: "outlook-text",
				text: `Dear Graham, Zoë and Walter

Here is the briefing your group asked for. The examiner wants policy H4 reworded and will not accept a cap on second homes without fresh evidence, which would cost about £6,000 and put the referendum back to the autumn.

${SIGN.clerk}`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["joan", "fiona"],
				cc: ["graham", "zoe", "walter"],
				subject: "Neighbourhood plan",
				date: "2026-02-26T09:15:00Z",
				client: "outlook-text",
				text: `Dear Joan and Fiona

To let the Labour and Liberal Democrat groups know: on Monday I gave the Conservative Group a briefing, at their request, on the examiner's note on the neighbourhood plan. The same is there for your groups if you would like it.

${SIGN.clerk}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-libdem-briefing-notice-only",
		about: "Under Desborough the other groups must have copies; they get a bare notice.",
		protocol: "desborough",
		asOf: "2026-06-30",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["alison", "fiona"],
				subject: "Briefing note for the Lib Dem Group - CCTV",
				date: "2026-05-19T13:40:00+01:00",
				client: "html",
				text: `Dear Alison and Fiona

The note you wanted for tonight's group.

The six cameras are out of warranty from August. Renewal on the present scheme is £7,200 a year; joining the district's would be £4,900 but we'd lose the one at the bus station. The police analyst could point to two convictions since 2024.

Pauline
${SIGN.bare}`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["joan", "graham"],
				cc: ["alison", "fiona"],
				subject: "CCTV",
				date: "2026-05-20T09:05:00+01:00",
				client: "html",
				text: `Dear Joan and Graham

For the Labour and Conservative groups: I gave the Liberal Democrat group a briefing note on CCTV yesterday.

Pauline
${SIGN.bare}`,
			},
		],
		expect: [{ rule: "group-briefing", mail: 0 }],
	},
];
