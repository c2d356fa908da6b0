/** Hidden copies and their footers. */
import { SIGN } from "./council.ts";
import type { Story } from "./types.ts";

export const copies: readonly Story[] = [
	{
		name: "sk-bcc-bus-shelter",
		about: "The Clerk answers Cllr Barraclough and blind-copies Cllr Marsden-Clegg without a word. Both rules.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/INBOX",
				from: "joan",
				to: ["pauline"],
				subject: "Bus shelter, Halifax Road",
				date: "2026-02-09T19:20:00Z",
				client: "gmail",
				text: `Hi Pauline

That shelter opposite the Co-op has lost another pane. It's been boarded since bonfire night. Folk are stood in the wet. Do we own it or is it Metro's? I keep getting told different.

Joan`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["joan"],
				bcc: ["fiona"],
				subject: "RE: Bus shelter, Halifax Road",
				date: "2026-02-10T09:41:00Z",
				quote: 0,
				text: `Morning Joan

It's ours, for our sins. We took on four of them in 2011 and that is the oldest. Polycarbonate panes are £140 each and Barry has two on order, though the supplier is quoting three weeks.

I have put replacement of the whole thing on the draft list for next year's budget but there are a lot of other things on that list!

Regards
Pauline

${SIGN.clerk}`,
			},
		],
		expect: [
			{ rule: "silent-copy", mail: 1, councillor: "fiona" },
			{ rule: "missing-copy-footer", mail: 1, councillor: "fiona" },
		],
	},
	{
		name: "sk-journal-market-tolls",
		about: "The journal shows a blind copy to Cllr Akhtar's private address; the line below the signature names her.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "sunita/Sent",
				from: "sunita",
				to: ["declan"],
				subject: "Market tolls - Q3",
				date: "2026-01-14T15:02:00Z",
				encoding: "base64",
				text: `Declan,

Tolls for October to December came to £3,118.50 against a budget of £3,400. The two Saturdays we lost to the wind account for nearly all of it. Three traders owe more than a month; I've written to them.

Happy to go through the sheet with you if you're in on Friday.

Sunita

${SIGN.finance}

cc Cllr Akhtar`,
				journal: [
					"Sender: finance@skelbeck-tc.example",
					"Subject: Market tolls - Q3",
					"To: d.ohara@skelbeck-tc.example",
					"Bcc: nas.akhtar@dalenet.example",
				],
			},
		],
		expect: [],
	},
	{
		name: "sk-journal-precept-leaflet",
		about:
			"The Sent copy shows nothing, but the journal has Cllr Sutcliffe among the recipients of a mail to Cllr Akhtar.",
		protocol: "camborne",
		mails: [
			{
				at: "neil/Sent",
				from: "neil",
				to: ["nasreen"],
				subject: "precept leaflet wording",
				date: "2026-01-21T11:17:00Z",
				client: "outlook-text",
				text: `Hello Nasreen

Changed "modest" to "3.4%" as you suggested, and took the picture of the Christmas tree out. Printers need it by noon tomorrow so shout if there's owt else.

Neil

${SIGN.deputy}`,
				journal: [
					"Sender: deputy@skelbeck-tc.example",
					"Subject: precept leaflet wording",
					"Recipient: n.akhtar@skelbeck-tc.example",
					"Recipient: g.sutcliffe@skelbeck-tc.example",
				],
			},
		],
		expect: [
			{ rule: "silent-copy", mail: 0, councillor: "graham" },
			{ rule: "missing-copy-footer", mail: 0, councillor: "graham" },
		],
	},
	{
		name: "sk-delivered-towpath",
		about:
			"A delivery header shows Cllr Tom Greenwood got it. The footer says Cllr Greenwood, which fits one who received it.",
		protocol: "camborne",
		mails: [
			{
				at: ["neil/Sent", "tom/INBOX"],
				from: "neil",
				to: ["graham"],
				subject: "Towpath lighting - what the Trust said",
				date: "2026-03-03T10:05:00Z",
				text: `Graham

I spoke to Mr Whitwam at the Trust. They'd look at low bollards between the lock and Sowden Bridge but nothing on columns because of the bats. He thinks £9k to £12k and they'd want us to take the meter. A written note is promised but he did say "before Easter" with a bit of a laugh.

Copy: Cllr Greenwood

Kind regards

${SIGN.deputy}`,
				delivered: ["Delivered-To: t.greenwood@skelbeck-tc.example", "X-Original-To: t.greenwood@skelbeck-tc.example"],
			},
		],
		expect: [],
	},
	{
		name: "sk-bcc-two-greenwoods",
		about: "Both Greenwoods are blind-copied and the footer names T Greenwood only. Both rules for Alison.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["zoe"],
				bcc: ["tom", "alison"],
				subject: "Bankfield changing rooms",
				date: "2026-02-17T14:30:00Z",
				client: "html",
				text: `Dear Zoë,

Further to our conversation on Thursday I can confirm the boiler was condemned by the engineer on 12 February. The juniors have been offered the showers at the high school until the end of the season.

Three quotations have been invited and will be reported to the Amenities Committee on 10 March.

Yours sincerely,

Pauline

${SIGN.bare}

c.c. Cllr T Greenwood`,
			},
		],
		expect: [
			{ rule: "silent-copy", mail: 0, councillor: "alison" },
			{ rule: "missing-copy-footer", mail: 0, councillor: "alison" },
		],
	},
	{
		name: "sk-bcc-told-in-text",
		about: "The text says that Cllr Marsden-Clegg has been blind-copied: not silent, but no footer.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "pauline/INBOX",
				from: "declan",
				to: ["pauline"],
				subject: "appraisal dates",
				date: "2026-06-08T08:12:00+01:00",
				client: "iphone",
				text: `Pauline when are the staff appraisals this year, someone asked me at surgery and I hadnt a clue

Sent from my iPhone`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["declan"],
				bcc: ["fiona"],
				subject: "RE: appraisal dates",
				date: "2026-06-08T10:48:00+01:00",
				quote: 0,
				text: `Hi Declan

First two weeks of July, mine with the Mayor on the 14th. They aren't public but no harm in anyone knowing we do them. I've bcc'd Fiona Marsden-Clegg on this as she chairs Staffing and was asking the same thing.

Pauline

${SIGN.clerk}`,
			},
		],
		expect: [{ rule: "missing-copy-footer", mail: 1, councillor: "fiona" }],
	},
	{
		name: "sk-circular-hidden-all",
		about: "The Clerk writes to herself with every councillor in Bcc, which is a circular.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["pauline"],
				bcc: ["brenda", "graham", "joan", "tom", "alison", "fiona", "declan", "zoe", "nasreen", "keith"],
				subject: "Civic Sunday - parking and order of procession",
				date: "2026-06-17T12:00:00+01:00",
				text: `Dear all

Civic Sunday is on the 28th. Please be at St Oswald's rooms for 10.15, robes on for half past. Parking is at the cattle market and NOT in front of the Co-op, as we had a letter last year.

If you are bringing a guest for the tea could you let Chloe know by Monday.

Best wishes
Pauline

${SIGN.clerk}`,
			},
		],
		expect: [],
	},
];
