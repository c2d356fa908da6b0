/** Instructions to staff and protective markings. */
import { SIGN } from "./council.ts";
import type { Story } from "./types.ts";

export const duties: readonly Story[] = [
	{
		name: "sk-hawthorn-by-friday",
		about: "Cllr O'Hara has the works foreman cut a hedge, past the Clerk.",
		protocol: "camborne",
		mails: [
			{
				at: "barry/INBOX",
				from: "declan",
				to: ["barry"],
				subject: "hedge",
				date: "2026-08-03T07:15:00+01:00",
				client: "iphone",
				text: `Morning Barry, can you get that hawthorn cut back on Chapel Brow before Friday, pushchairs can't get past. And do the nettles by the bench while you're there. Ta, Declan`,
			},
		],
		expect: [{ rule: "staff-instruction", mail: 0 }],
	},
	{
		name: "sk-planters-clerk-in-copy",
		about: "Cllr Uttley asks the foreman for work with the Clerk in copy.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "barry/INBOX",
				from: "keith",
				to: ["barry"],
				cc: ["pauline"],
				subject: "Planters on Town Gate",
				date: "2026-06-12T17:50:00+01:00",
				client: "plain",
				text: `Hello Barry,

Please would you water the planters on Town Gate twice a week while it's this dry. The begonias have had it.

Keith Uttley`,
			},
		],
		expect: [],
	},
	{
		name: "sk-note-to-finance",
		about: "Any contact with staff other than by the Clerk counts: Cllr Greenwood's note to the finance officer.",
		protocol: "desborough",
		mails: [
			{
				at: "sunita/INBOX",
				from: "tom",
				to: ["sunita"],
				subject: "Bank holiday market",
				date: "2026-08-27T13:22:00+01:00",
				client: "outlook-text",
				text: `Sunita, for info: the cheese man and the two plant stalls won't be there on Monday. They told me today when I was getting my eggs.

Tom Greenwood`,
			},
		],
		expect: [{ rule: "staff-instruction", mail: 0 }],
	},
	{
		name: "sk-asks-finance-figure",
		about: "Cllr Alison Greenwood asks for a figure and has it the same day.",
		protocol: "central-bedfordshire",
		asOf: "2026-03-31",
		mails: [
			{
				at: "sunita/INBOX",
				from: "alison",
				to: ["sunita"],
				subject: "Xmas lights",
				date: "2026-03-10T10:02:00Z",
				client: "gmail",
				text: `Hi Sunita, what did we spend on the Christmas lights in the end? I've a ward newsletter to finish. Thanks, Alison`,
			},
			{
				at: "sunita/Sent",
				from: "sunita",
				to: ["alison"],
				subject: "RE: Xmas lights",
				date: "2026-03-10T14:35:00Z",
				quote: 0,
				text: `Hi Alison

£11,260 net, including taking them down. £740 under budget.

Sunita

${SIGN.finance}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-restricted-to-home",
		about: "The Deputy sends a RESTRICTED plan to Cllr Akhtar's private address.",
		protocol: "central-bedfordshire",
		asOf: "2026-04-30",
		mails: [
			{
				at: "neil/Sent",
				from: "neil",
				to: ["nasreen-home"],
				subject: "Emergency plan - contact sheet",
				date: "2026-04-13T11:50:00+01:00",
				text: `RESTRICTED

Nasreen

Contact sheet for the rest centre as it stands, with key holders and their home numbers. Sent here as you say the council account won't open on your phone.

${SIGN.deputy}`,
				attach: [
					{
						filename: "rest centre contacts.txt",
						type: "text/plain; charset=utf-8",
						content: `RESTRICTED\nRest centre: Wesleyan schoolroom\nKey holder 1: Mr Stansfield 01632 960114\nKey holder 2: Mrs Holt 01632 960230\n`,
					},
				],
			},
		],
		expect: [{ rule: "protective-marking", mail: 0 }],
	},
	{
		name: "sk-protected-to-insurer",
		about: "PROTECTED papers go to the insurer, who is an authorised recipient.",
		protocol: "central-bedfordshire",
		asOf: "2026-04-30",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["Claims <claims@moorgatemutual.example>"],
				subject: "PROTECTED: claim 26/0417, fall at Wesley Steps",
				date: "2026-02-19T10:26:00Z",
				client: "outlook-text",
				text: `Dear Sirs

The claimant's letter, her GP's note and our inspection sheets follow by post today. The last inspection was on 8 January.

Yours faithfully

${SIGN.clerk}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-restricted-parking",
		about: "Restricted parking and a restricted view, in a mail to a contractor: the ordinary adjective.",
		protocol: "central-bedfordshire",
		asOf: "2026-08-31",
		mails: [
			{
				at: "barry/Sent",
				from: "barry",
				to: ["Ace Marquees <hire@acemarquees.example>"],
				subject: "Restricted access on show day",
				date: "2026-07-29T15:11:00+01:00",
				client: "plain",
				text: `Now then

Access is restricted on the Saturday, nowt over 3.5t past the lych gate after 8. Parking is restricted all along Town Gate as well so get in early and leave the wagon at the cattle market.

Barry`,
			},
		],
		expect: [],
	},
];
