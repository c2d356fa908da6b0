/** Confidential matters, and what only looks like them. */
import { DISCLAIMER, SIGN } from "./council.ts";
import type { Story } from "./types.ts";

const FEATHER = "Derek Feather <d.feather@dalenet.example>";

export const confidential: readonly Story[] = [
	{
		name: "sk-grievance-to-complainant",
		about: "Cllr Dobson forwards the Clerk's confidential note on a staff grievance to the complainant.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["members"],
				subject: "CONFIDENTIAL - staffing matter",
				date: "2026-03-02T16:10:00Z",
				text: `Dear Members

You may hear talk in the town so I would rather you had it from me. A grievance has been lodged by a member of the works team following the incident at the depot on 19 February. An investigator from the county association has been appointed. Because it concerns an identifiable employee this is confidential and must not be discussed outside the council.

Pauline

${SIGN.clerk}`,
			},
			{
				at: "walter/Sent",
				from: "walter",
				to: [FEATHER],
				subject: "Fwd: CONFIDENTIAL - staffing matter",
				date: "2026-03-02T18:52:00Z",
				client: "gmail",
				forward: 0,
				text: `Derek, told you. Keep it under your hat.

Walt`,
			},
		],
		expect: [{ rule: "confidential-leak", mail: 1, thirdParty: "d.feather@dalenet.example" }],
	},
	{
		name: "sk-disclaimer-only-skips",
		about: "What Cllr O'Hara forwards to a resident carries the office's standing disclaimer and no marking.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["declan"],
				subject: "Skip days",
				date: "2026-04-08T10:00:00+01:00",
				text: `Declan

Skips will be at Scar Top on 25 April and at Mill Fold on 2 May, 9 till they're full. No fridges, no paint, no tyres.

${SIGN.clerk}`,
			},
			{
				at: "declan/Sent",
				from: "declan",
				to: ["Sheila Womersley <sheila.w@fellmail.example>"],
				subject: "Fwd: Skip days",
				date: "2026-04-08T12:31:00+01:00",
				client: "iphone",
				forward: 0,
				text: `There you go Sheila. I can bring the van for your settee if you want

Declan`,
			},
		],
		expect: [],
	},
	{
		name: "sk-boundary-to-solicitor",
		about: "A confidential thread with Cllr Akhtar goes to the council's solicitor, at a subdomain of the firm.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["nasreen"],
				subject: "Confidential: legal advice - Holme Farm boundary",
				date: "2026-05-18T09:33:00+01:00",
				client: "outlook-text",
				text: `Nasreen

Counsel thinks our paper title is good for all but the strip by the trough. The other side don't know that we know about the 1926 plan. So nothing in writing to anyone please.

Pauline

${SIGN.bare}`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["Jane Pim <jane.pim@property.holroydpim.example>"],
				cc: ["nasreen"],
				subject: "FW: Confidential: legal advice - Holme Farm boundary",
				date: "2026-05-18T11:20:00+01:00",
				client: "outlook-text",
				forward: 0,
				text: `Jane, this is what I have told the chair of Finance. Is it a fair summary?

Pauline`,
			},
		],
		expect: [],
	},
	{
		name: "sk-unexplained-ladygate",
		about: "The Clerk marks a mail to Cllr Marsden-Clegg confidential, and nothing says why.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["fiona"],
				subject: "CONFIDENTIAL: Ladygate",
				date: "2026-06-22T14:55:00+01:00",
				text: `Fiona,

Could you and I meet before Thursday to talk about Ladygate? Wednesday at 4 would suit me, here or at yours.

Please treat this as confidential for the time being.

Pauline

${SIGN.clerk}`,
			},
		],
		expect: [{ rule: "confidential-unexplained", mail: 0 }],
	},
	{
		name: "sk-exempt-paragraph-attached",
		about: "The marked report that goes to Cllr Sutcliffe says in its head which paragraph exempts it.",
		protocol: "camborne",
		mails: [
			{
				at: "sunita/Sent",
				from: "sunita",
				to: ["graham"],
				subject: "Confidential report for Finance 24 June",
				date: "2026-06-17T16:40:00+01:00",
				client: "html",
				text: `Hi Graham

Item 11 attached, as asked. Paper copies will be on the table and collected in afterwards.

Sunita

${SIGN.finance}`,
				attach: [
					{
						filename: "Item 11.txt",
						type: "text/plain; charset=utf-8",
						content: `SKELBECK TOWN COUNCIL - FINANCE COMMITTEE - 24 JUNE 2026
ITEM 11 - NOT FOR PUBLICATION
Exempt under paragraph 3 of Part 1 of Schedule 12A (financial or business affairs of any particular person)

Tenders for the grounds contract

1. Four tenders were received by the closing date. They are summarised below.
2. Tenderer A  £41,900   Tenderer B  £38,250   Tenderer C  £52,000   Tenderer D  £44,475
`,
					},
				],
			},
		],
		expect: [],
	},
	{
		name: "sk-tender-prices-pasted",
		about: "Cllr Greenwood pastes the confidential figures into a fresh mail to one of the tenderers.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["tom", "zoe"],
				subject: "Play area tenders",
				date: "2026-02-12T15:15:00Z",
				client: "plain",
				text: `CONFIDENTIAL - commercially sensitive

Tom, Zoë

Opened this afternoon in the presence of the Mayor. Broadley Leisure came in at £61,400 including the wet pour surfacing, Playcraft North at £58,950 but with rubber matting only, and Hepworths withdrew yesterday. My recommendation on Tuesday will be Broadley, since the matting would have to be done again in five years.

Pauline

${SIGN.bare}`,
			},
			{
				at: "tom/Sent",
				from: "tom",
				to: ["Gary Pell <gary@playcraftnorth.example>"],
				subject: "swings",
				date: "2026-02-12T20:02:00Z",
				client: "iphone",
				text: `Gary this is where you are mate

Broadley Leisure came in at £61,400 including the wet pour surfacing, Playcraft North at £58,950 but with rubber matting only, and Hepworths withdrew yesterday. My recommendation on Tuesday will be Broadley, since the matting would have to be done again in five years.

T`,
			},
		],
		expect: [{ rule: "confidential-leak", mail: 1, thirdParty: "gary@playcraftnorth.example" }],
	},
	{
		name: "sk-feathers-own-marking",
		about: "Mr Feather marked his own mail private and confidential; the Clerk answers him with the Mayor in copy.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/INBOX",
				from: FEATHER,
				to: ["pauline"],
				cc: ["brenda"],
				subject: "PRIVATE AND CONFIDENTIAL - my complaint of 3 May",
				date: "2026-05-29T22:47:00+01:00",
				client: "plain",
				text: `Mrs Crabtree,

Twenty-six days and NOTHING. I told you in confidence who has been moving the cones and I expect to be dealt with properly.

D. Feather`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: [FEATHER],
				cc: ["brenda"],
				subject: "RE: PRIVATE AND CONFIDENTIAL - my complaint of 3 May",
				date: "2026-06-01T10:12:00+01:00",
				quote: 0,
				text: `Dear Mr Feather

Thank you for your email. Our procedure allows 30 days and you will have a full answer by Wednesday.

Yours sincerely

${SIGN.clerk}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-sensitivity-header",
		about: "The Deputy's mail is marked by the Sensitivity header alone; no reason anywhere but the disclaimer.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "neil/Sent",
				from: "neil",
				to: ["brenda"],
				subject: "Thursday",
				date: "2026-07-14T12:04:00+01:00",
				headers: { Sensitivity: "Company-Confidential" },
				text: `Brenda

Mr Illingworth can do Thursday at 2. I've booked the parlour under my name. He will come in by the side door.

${SIGN.deputy}`,
			},
		],
		expect: [{ rule: "confidential-unexplained", mail: 0 }],
	},
	{
		name: "sk-clerk-to-lodger",
		about: "The Clerk's confidential letter to a resident about his own arrears, Cllr Barraclough in copy.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["Ian Crowther <ian.crowther@dalenet.example>"],
				cc: ["joan"],
				subject: "Garage 7, Mill Fold - arrears (confidential)",
				date: "2026-01-27T09:20:00Z",
				client: "outlook-text",
				text: `Dear Mr Crowther

Councillor Barraclough, whom I am copying in at your request, tells me you have been in hospital. I was sorry to hear it.

The rent of garage 7 is three months behind, £96 in all. Would £16 a month on top suit you? As this concerns your personal finances I will keep it confidential between the three of us.

Yours sincerely

${SIGN.clerk}

cc Cllr J Barraclough`,
			},
		],
		expect: [],
	},
	{
		name: "sk-between-us-desborough",
		about:
			"Cllr Uttley asks the Clerk to keep it between them, which binds here; the office forwards it to the farmer.",
		protocol: "desborough",
		mails: [
			{
				at: "pauline/INBOX",
				from: "keith",
				to: ["pauline"],
				subject: "Scar Top footpath",
				date: "2026-06-10T19:37:00+01:00",
				client: "gmail",
				text: `Pauline,

Been told by someone who ought to know that it's Lumley himself that took the stile out, and his lad who put the wire across. Please keep this between ourselves, I have to live next to them. Just thought you should know before your meeting with the rights of way officer.

Keith`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["Geoff Lumley <lumley@scarfarm.example>"],
				subject: "FW: Scar Top footpath",
				date: "2026-06-11T08:58:00+01:00",
				client: "html",
				forward: 0,
				text: `Dear Mr Lumley

Please see below. Is there any truth in it? I should like to hear your side before the meeting.

Pauline Crabtree
${DISCLAIMER}`,
			},
		],
		expect: [{ rule: "confidential-leak", mail: 1, thirdParty: "lumley@scarfarm.example" }],
	},
];
