/** What councillors write to the world outside. */
import type { Story } from "./types.ts";

const html = (body: string) => `<html><head><title>Letter</title></head><body>${body}</body></html>`;

export const letters: readonly Story[] = [
	{
		name: "sk-phone-fence-goahead",
		about: "Cllr Tom Greenwood tells a contractor from his phone to go ahead at the council's cost.",
		protocol: "camborne",
		mails: [
			{
				at: "tom/INBOX",
				from: "Craig Ogden <craig@ogdenfencing.example>",
				to: ["tom"],
				subject: "Bankfield Rec",
				date: "2026-04-15T16:20:00+01:00",
				client: "gmail",
				text: `Hi Tom good to meet you Sat. Its 62m of palisade, £4,180 + vat all in, could start week after next if I get the nod. Cheers Craig`,
			},
			{
				at: "tom/Sent",
				from: "tom",
				to: ["Craig Ogden <craig@ogdenfencing.example>"],
				subject: "Re: Bankfield Rec",
				date: "2026-04-15T21:07:00+01:00",
				client: "iphone",
				quote: 0,
				text: `Craig thats grand. Crack on with it, week after next is fine. Council's paying so send the bill to Sunita at the Town Hall
Tom

Sent from my iPhone`,
			},
		],
		expect: [{ rule: "councillor-obligation", mail: 1 }],
	},
	{
		name: "sk-resident-ginnel",
		about: "Cllr Barraclough promises a resident to come and look and to raise it: her own doing.",
		protocol: "camborne",
		mails: [
			{
				at: "joan/INBOX",
				from: "Maureen Sykes <mo.sykes@fellmail.example>",
				to: ["joan"],
				subject: "ginnel behind Albert Terrace",
				date: "2026-02-22T17:45:00Z",
				client: "plain",
				text: `Dear Councillor Barraclough

The ginnel behind Albert Terrace is like a skating rink and there's a mattress in it. My neighbour who is 84 went over on Tuesday. Who is meant to see to it?

Mrs M Sykes, no. 14`,
			},
			{
				at: "joan/Sent",
				from: "joan",
				to: ["Maureen Sykes <mo.sykes@fellmail.example>"],
				subject: "Re: ginnel behind Albert Terrace",
				date: "2026-02-23T09:10:00Z",
				client: "gmail",
				quote: 0,
				text: `Dear Mrs Sykes

I am sorry to hear about your neighbour, I hope she's on the mend. It isn't clear to me whether that ginnel is adopted. I'll come up and have a look on Saturday morning and then I'll ring the district about the mattress and ask our clerk about the gritting. I'll let you know what they say.

With best wishes

Joan Barraclough
Labour councillor for Town ward, Skelbeck Town Council`,
			},
		],
		expect: [],
	},
	{
		name: "sk-mayor-to-mp-station",
		about: "The Mayor writes to the MP on behalf of the council about the railway. Excepted.",
		protocol: "camborne",
		mails: [
			{
				at: "brenda/Sent",
				from: "brenda",
				to: ["Rt Hon Simon Jagger MP <simon.jagger.mp@parliament.example>"],
				subject: "Skelbeck station - Sunday service",
				date: "2026-05-27T11:00:00+01:00",
				text: `Dear Mr Jagger

I write on behalf of Skelbeck Town Council about the proposal to withdraw the Sunday stopping service from December.

At its meeting on 20 May the Council considered the operator's consultation paper. Some 340 people use the station on an ordinary Sunday, a third of them to get to work at the hospital. There is no bus before 10.40. The Council believes that the figures in the paper were taken during the three weeks in February when the line was closed for engineering, and that they should not be relied on.

We should be most grateful if you would take this up with the Secretary of State before the consultation closes on 30 June.

Yours sincerely

Cllr Brenda Ackroyd
Mayor of Skelbeck`,
			},
		],
		expect: [],
	},
	{
		name: "sk-hargreaves-to-mp",
		about: "Cllr Hargreaves, who is neither chair nor vice-chair, makes a representation to the MP for the council.",
		protocol: "camborne",
		mails: [
			{
				at: "zoe/Sent",
				from: "zoe",
				to: ["Rt Hon Simon Jagger MP <simon.jagger.mp@parliament.example>"],
				subject: "Post Office closure",
				date: "2026-03-16T20:15:00Z",
				client: "gmail",
				encoding: "base64",
				text: `Dear Simon,

I am writing on behalf of Skelbeck Town Council to put on record our opposition to the closure of the Crown office on Market Place.

The Council considers that the replacement counter in the convenience store is too small, has a step, and can't handle business banking. Our traders would face a nine-mile round trip. It is our view that the consultation was a sham.

Your support would mean a great deal to the town.

Yours sincerely

Zoë Hargreaves
Councillor, Skelbeck Town Council`,
			},
		],
		expect: [{ rule: "councillor-official-letter", mail: 0 }],
	},
	{
		name: "sk-ohara-own-view-press",
		about: "Cllr O'Hara speaks to the paper for himself and says so.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "declan/Sent",
				from: "declan",
				to: ["Newsdesk <news@dalesecho.example>"],
				subject: "Re: quote on the baths?",
				date: "2026-07-22T13:02:00+01:00",
				client: "iphone",
				text: `Hi Becky,

This is me talking, not the council, the council hasn't got a position yet and you'd have to ring the clerk for that. As an independent I think shutting the baths would be daft. I learnt to swim there and so did both my lads. I'll be voting against it.

Declan O'Hara`,
			},
		],
		expect: [],
	},
	{
		name: "sk-lease-letter-attached",
		about: "The office sends out a letter signed by Cllr Akhtar that agrees a lease on the council's behalf.",
		protocol: "camborne",
		mails: [
			{
				at: "chloe/Sent",
				from: "chloe",
				to: ["Skelbeck Bowling Club <secretary@skelbeckbowls.example>"],
				subject: "Letter re pavilion",
				date: "2026-05-12T15:30:00+01:00",
				text: `Dear Mr Naylor

Please find attached a letter from Councillor Akhtar.

Kind regards
Chloe`,
				attach: [
					{
						filename: "Bowling Club letter.txt",
						type: "text/plain; charset=utf-8",
						content: `SKELBECK TOWN COUNCIL
The Old Wool Exchange, Market Place, Skelbeck

12 May 2026

Mr H Naylor
Hon. Secretary, Skelbeck Bowling Club

Dear Mr Naylor

Pavilion, Jubilee Park

Thank you for showing us round the pavilion last week. You have done wonders with the kitchen.

I am pleased to tell you that the Council agrees to extend the Club's lease by a further five years from 29 September at the present rent of £250 a year, and will meet the cost of re-felting the roof this summer.

I look forward to seeing you all on opening day.

Yours sincerely

Cllr Nasreen Akhtar
Chair, Finance Committee
`,
					},
				],
			},
		],
		expect: [{ rule: "councillor-obligation", mail: 0 }],
	},
	{
		name: "sk-grant-if-approved",
		about: "Cllr Marsden-Clegg explains that a grant waits for the council's vote.",
		protocol: "camborne",
		mails: [
			{
				at: "fiona/Sent",
				from: "fiona",
				to: ["Ruth Priestley <ruth@skelbeckallotments.example>"],
				cc: ["sunita"],
				subject: "Re: water butts",
				date: "2026-06-04T08:55:00+01:00",
				client: "outlook-text",
				text: `Hello Ruth

Finance looked at your application last night and liked it. It's only a recommendation at this stage. It goes to full council on the 17th and if they approve it the council will pay £500 towards the butts, in July I should think. If they don't, they don't, so please don't order anything yet!

Best
Fiona`,
			},
		],
		expect: [],
	},
	{
		name: "sk-potholes-report",
		about: "Cllr Alison Greenwood reports potholes to the highways people, with the council in her signature.",
		protocol: "camborne",
		mails: [
			{
				at: "alison/Sent",
				from: "alison",
				to: ["Highways <highways@calderford.example>"],
				subject: "Potholes - Wesley Street & Back Lane",
				date: "2026-02-03T12:40:00Z",
				client: "html",
				text: `Hello

Could you please get somebody to look at the following:

1. Wesley Street outside no 40, about a foot across, deep
2. Back Lane at the bend, two together
3. the sunken grate by the chapel (ref 88213, reported in November)

A lady came off her bike at no. 2 on Friday. When are they likely to be done? Several residents have asked me.

Thank you

Cllr Alison Greenwood
Skelbeck Town Council
Liberal Democrat Focus Team`,
			},
		],
		expect: [],
	},
	{
		name: "sk-dobson-press-statement",
		about: "Cllr Dobson gives the press a statement in the council's name; he is neither chair nor spokesman.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "walter/Sent",
				from: "walter",
				to: ["Newsdesk <news@dalesecho.example>"],
				subject: "Statement - Town Gate application",
				date: "2026-03-19T17:25:00Z",
				client: "plain",
				text: `For publication.

STATEMENT BY SKELBECK TOWN COUNCIL

Skelbeck Town Council is deeply disappointed by the district's decision to allow 84 houses at Town Gate. The Council objected to this scheme from the start. We have said all along that the drains cannot take it and that the junction is dangerous. The district has not listened to the people of this town.

Ends

Cllr W Dobson, for Skelbeck Town Council`,
			},
		],
		expect: [{ rule: "councillor-official-letter", mail: 0 }],
	},
	{
		name: "sk-band-thanks",
		about: "The vice-chair thanks the brass band in the council's name and invites them: courtesy.",
		protocol: "camborne",
		mails: [
			{
				at: "graham/Sent",
				from: "graham",
				to: ["Eileen Booth <secretary@skelbeckband.example>"],
				subject: "Thank you",
				date: "2026-07-13T10:30:00+01:00",
				text: `Dear Eileen

On behalf of the Council may I say a very big thank you to the band for Sunday. To play on through that downpour was heroic and I don't think there was a dry eye (or a dry anything) in the house during "Deep Harmony".

The Town Council congratulates you all on the result at Whit Friday too. You're all invited to tea in the Mayor's parlour on the 25th from three o'clock.

With warmest regards

Graham Sutcliffe
Deputy Mayor`,
			},
		],
		expect: [],
	},
	{
		name: "sk-stop-works-html-letter",
		about: "From his private address Cllr Sutcliffe sends a letter instructing a builder on the council's behalf.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/INBOX",
				from: "graham-home",
				to: ["Dale & Son <office@daleandson.example>"],
				cc: ["pauline"],
				subject: "War memorial",
				date: "2026-08-19T18:05:00+01:00",
				client: "gmail",
				text: `Please see my letter attached.

G Sutcliffe`,
				attach: [
					{
						filename: "dale letter 19 aug.html",
						type: "text/html; charset=utf-8",
						content: html(`<p>19 August 2026</p>
<p>Dear Sirs</p>
<p><b>War memorial, Market Place</b></p>
<p>I inspected the pointing this afternoon and it is being done in cement, which the specification expressly rules out.</p>
<p>On behalf of Skelbeck Town Council I therefore instruct you to cease work at once, to rake out what has been done and to make no further use of cement on the site. No payment will be made for the work to date.</p>
<p>Yours faithfully</p>
<p>Graham Sutcliffe<br>Vice-Chair of the Council</p>`),
					},
				],
			},
		],
		expect: [{ rule: "councillor-obligation", mail: 0 }],
	},
	{
		name: "sk-hall-refund",
		about: "Cllr Akhtar promises a refund if the hirer cancels: the hirer's act is no decision of the council.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "nasreen/INBOX",
				from: "Lee Firth <lee.firth@dalenet.example>",
				to: ["nasreen"],
				subject: "Party booking 12th",
				date: "2026-09-01T19:30:00+01:00",
				client: "iphone",
				text: `Hi Nasreen we've the small hall booked on 12th for our Jayden's 5th but the heating's off I hear. Do we lose our money if we go elsewhere?`,
			},
			{
				at: "nasreen/Sent",
				from: "nasreen",
				to: ["Lee Firth <lee.firth@dalenet.example>"],
				subject: "Re: Party booking 12th",
				date: "2026-09-01T21:14:00+01:00",
				client: "gmail",
				quote: 0,
				text: `Hi Lee

No you won't lose out, don't worry. Cancel by Friday and the council will refund the whole £65, deposit included. Hope he has a lovely day wherever it is!

Nasreen x
Cllr Nasreen Akhtar, Skelbeck Town Council`,
			},
		],
		expect: [{ rule: "councillor-obligation", mail: 1 }],
	},
];
