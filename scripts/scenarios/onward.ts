/** Copies made afterwards: forwards, attachments, redirects. */
import { SIGN } from "./council.ts";
import type { Story } from "./types.ts";

export const onward: readonly Story[] = [
	{
		name: "sk-forward-told-late",
		about: "Zoë's mail is forwarded to the Mayor; the Clerk tells her three days later, past the 24 hours.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/INBOX",
				from: "zoe",
				to: ["pauline"],
				subject: "Remembrance wreaths",
				date: "2026-09-07T20:44:00+01:00",
				client: "gmail",
				text: `Dear Pauline,

I'm not happy about what was said on Thursday about who lays which wreath. My lot have always gone third, after the Legion, and I was told in the car park that it's now by seniority. Whose idea was this? I'd rather hear it from you than from Brenda.

Zoë`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["brenda"],
				subject: "FW: Remembrance wreaths",
				date: "2026-09-08T09:03:00+01:00",
				forward: 0,
				text: `Brenda, see below - can we have a word before I answer? I'm in till 2.

P

${SIGN.clerk}`,
			},
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["zoe"],
				subject: "RE: Remembrance wreaths",
				date: "2026-09-11T16:20:00+01:00",
				quote: 0,
				text: `Dear Zoë

Sorry for the delay. I passed your email to the Mayor on Tuesday as it touched on her own part in the day. The order will be as in previous years; the list that was doing the rounds was an old draft of the Legion's.

Pauline

${SIGN.clerk}`,
			},
		],
		expect: [{ rule: "silent-copy", mail: 1, councillor: "brenda" }],
	},
	{
		name: "sk-forward-told-in-time",
		about: "Cllr O'Hara's mail goes on to Cllr Uttley, and the Deputy tells him so the same afternoon.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "neil/INBOX",
				from: "declan",
				to: ["neil"],
				subject: "Dog bins",
				date: "2026-06-01T07:50:00+01:00",
				client: "iphone",
				text: `Neil. Two dog bins on Scar Top overflowing again and one has no lid. Third time this month.

D`,
			},
			{
				at: "neil/Sent",
				from: "neil",
				to: ["keith"],
				subject: "Fw: Dog bins",
				date: "2026-06-01T09:15:00+01:00",
				client: "outlook-text",
				forward: 0,
				text: `Keith, for your list of Scar Top things.

Neil`,
			},
			{
				at: "neil/Sent",
				from: "neil",
				to: ["declan"],
				subject: "Re: Dog bins",
				date: "2026-06-01T14:40:00+01:00",
				client: "outlook-text",
				quote: 0,
				text: `Thanks Declan. Emptied this morning and there's a new lid on order. Keith Uttley is pulling together a list of what wants doing up there for Amenities so I've let him have your email.

${SIGN.deputy}`,
			},
		],
		expect: [],
	},
	{
		name: "sk-attached-parking-note",
		about:
			"The admin assistant sends Cllr Dobson the Clerk's correspondence with Cllr Alison Greenwood as an attached mail.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["alison"],
				subject: "Parking permits in Mill Fold",
				date: "2026-03-10T13:25:00Z",
				text: `Alison

You asked how many Mill Fold permits are held by people who don't live there. The answer is eleven out of forty, on the figures from the district. I can't give you names of course.

Pauline

${SIGN.clerk}`,
			},
			{
				at: "chloe/Sent",
				from: "chloe",
				to: ["walter"],
				subject: "Mill Fold",
				date: "2026-03-12T10:10:00Z",
				client: "outlook-text",
				attachMail: 0,
				text: `Hi Walter

The figures you rang about are in the attached.

Chloe

${SIGN.admin}`,
			},
		],
		expect: [{ rule: "silent-copy", mail: 1, councillor: "walter" }],
	},
	{
		name: "sk-redirect-as-asked",
		about: "Cllr Barraclough asks for her mail to go to Cllr O'Hara too; the Clerk redirects it.",
		protocol: "camborne",
		mails: [
			{
				at: "pauline/INBOX",
				from: "joan",
				to: ["pauline"],
				subject: "Beck clearance volunteers",
				date: "2026-04-20T18:31:00+01:00",
				client: "plain",
				text: `Pauline

Twelve names so far for the 9th May. Gloves and bags as last year? Also need to know if the insurance covers under-16s.

Would you let Declan have this as well please, I've got an old address for him and it keeps bouncing.

Joan B`,
			},
			{ at: "pauline/Sent", resend: 0, from: "pauline", to: ["declan"], date: "2026-04-21T09:00:00+01:00" },
		],
		expect: [],
	},
	{
		name: "sk-resent-own-answer",
		about: "The Clerk sends her own answer to Cllr Akhtar once more, to Cllr Sutcliffe's private address. Onward copy.",
		protocol: "leigh-on-sea",
		mails: [
			{
				at: "pauline/Sent",
				from: "pauline",
				to: ["nasreen"],
				subject: "RE: Speed indicator device",
				date: "2026-07-06T11:05:00+01:00",
				client: "plain",
				encoding: "base64",
				text: `Nasreen,

Readings from Keighley Road, 8 to 21 June: 31,400 vehicles, mean 29 mph, 85th percentile 36. Worst hour is 6 to 7 in the morning. The police say they'd look at a camera van at 35 and over so it's worth asking.

The device moves to Town Gate on Friday.

Pauline

${SIGN.bare}`,
			},
			{ at: "pauline/Sent", resend: 0, from: "pauline", to: ["graham-home"], date: "2026-07-08T15:45:00+01:00" },
		],
		expect: [{ rule: "silent-copy", mail: 0, councillor: "graham" }],
	},
];
