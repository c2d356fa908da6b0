/** Three months in the correspondence of an invented council. Nobody in it exists. */
export const DOMAIN = "sallowfield-tc.example";

export interface Piece {
	readonly id: string;
	/** ISO 8601. */
	readonly date: string;
	/** A short name of ADDRESSES, or an address. */
	readonly from: string;
	readonly to: readonly string[];
	readonly cc?: readonly string[];
	readonly bcc?: readonly string[];
	readonly subject: string;
	readonly text: string;
	/** `both` (plain and HTML) where absent; `gmail` quotes with ">" marks. */
	readonly style?: "plain" | "html-only" | "gmail";
	/** The id of the message that it answers, and of the one quoted below it. */
	readonly answers?: string;
	readonly quotes?: string;
	readonly disclaimer?: boolean;
	readonly letters?: readonly { readonly name: string; readonly lines: readonly string[] }[];
	readonly headers?: Readonly<Record<string, string>>;
	/** It lies in the journal mailbox, as Exchange reported it. */
	readonly journal?: boolean;
}

export const ADDRESSES: Readonly<Record<string, string>> = {
	clerk: `Frances Ogle <clerk@${DOMAIN}>`,
	deputy: `Tom Birkett <deputy@${DOMAIN}>`,
	finance: `Amina Rahman <finance@${DOMAIN}>`,
	works: `Neil Sharrow <works@${DOMAIN}>`,
	office: `Sallowfield Town Council <office@${DOMAIN}>`,
	danby: `Cllr Hugh Danby <h.danby@${DOMAIN}>`,
	marr: `Cllr Celia Marr <c.marr@${DOMAIN}>`,
	price: `Cllr Owen Price <o.price@${DOMAIN}>`,
	lacey: `Cllr Judith Lacey <j.lacey@${DOMAIN}>`,
	foyle: `Cllr Bernard Foyle <b.foyle@${DOMAIN}>`,
	hassan: `Cllr Nadia Hassan <n.hassan@${DOMAIN}>`,
	wardle: `Cllr Ken Wardle <k.wardle@${DOMAIN}>`,
	members: `All Councillors <councillors@${DOMAIN}>`,
	planning: `Planning Committee <planning@${DOMAIN}>`,
	tranter: "Colin Tranter <c.tranter@homepost.example>",
	bloom: "Petra Bloom <petra.bloom@homepost.example>",
	band: "Sallowfield Silver Band <secretary@silverband.example>",
	paver: "Hebble Paving <office@hebblepaving.example>",
	lights: "Starling Lights <sales@starlinglights.example>",
	gazette: "Sallowfield Gazette <news@sallowfieldgazette.example>",
	county: "Highways <highways@northmoorshire.example>",
	mp: "The Rt Hon Dinah Quill MP <dinah.quill@parliament.example>",
	solicitor: "Martin Lowe <m.lowe@garthlowe.example>",
	mo: "Monitoring Officer <monitoring.officer@northmoorshire.example>",
	health: "Occupational Health <occupational.health@wellworks.example>",
};

export const DISCLAIMER =
	"This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please delete it and tell the sender. Sallowfield Town Council, Market Hall, Sallowfield.";

const OGLE = "Frances Ogle\nTown Clerk\nSallowfield Town Council";
const BIRKETT = "Tom Birkett\nDeputy Town Clerk";

export const STORY: readonly Piece[] = [
	// September: the weir footpath, and the first hidden copies.
	{ id: "weir-1", date: "2026-09-01T08:40:00Z", from: "price", to: ["clerk"], subject: "Weir footpath", text: "Frances,\n\nThe handrail on the weir footpath has gone again by the lower steps. Who looks after it these days, us or the county? I promised the angling club I would find out.\n\nOwen" },
	{ id: "weir-2", date: "2026-09-01T13:05:00Z", from: "clerk", to: ["price"], bcc: ["lacey"], subject: "RE: Weir footpath", answers: "weir-1", quotes: "weir-1", text: `Dear Owen,\n\nThe footpath is the county's, the handrail is ours since the agreement of 2011. Neil will fit a new length next week.\n\nKind regards\n${OGLE}` },
	{ id: "weir-3", date: "2026-09-01T18:20:00Z", from: "price", to: ["clerk"], subject: "RE: Weir footpath", answers: "weir-2", text: "Thank you, that was quick. I'll tell the club.\n\nOwen\n\nSent from my iPhone", style: "plain" },
	{ id: "band-1", date: "2026-09-02T10:00:00Z", from: "band", to: ["office"], subject: "Remembrance parade", text: "Dear Clerk,\n\nWill the parade form up at the Market Hall or at the station this year? We need to know where to send the music stands.\n\nWith thanks\nEdith Rook\nSecretary" },
	{ id: "band-2", date: "2026-09-02T14:30:00Z", from: "deputy", to: ["band"], cc: ["danby"], subject: "RE: Remembrance parade", answers: "band-1", quotes: "band-1", text: `Dear Mrs Rook,\n\nAt the Market Hall, from 10.15 on Sunday 8 November.\n\nYours sincerely\n${BIRKETT}` },
	{ id: "agenda-1", date: "2026-09-03T09:00:00Z", from: "clerk", to: ["members"], subject: "Agenda for Tuesday 8 September", text: `Dear Councillors,\n\nPlease find the agenda on the members' page. Apologies to me by Monday noon, please.\n\n${OGLE}` },
	{ id: "allot-1", date: "2026-09-04T07:55:00Z", from: "foyle", to: ["clerk"], subject: "Allotment water", text: "Morning Frances\n\nThree plot holders have told me that the tap by the lane is off. Is that us saving water or a fault?\n\nBernard" },
	{ id: "allot-2", date: "2026-09-04T11:10:00Z", from: "clerk", to: ["foyle"], bcc: ["price"], subject: "RE: Allotment water", answers: "allot-1", quotes: "allot-1", text: `Dear Bernard,\n\nIt is a fault: the washer has gone. Neil has the part and will fit it this afternoon.\n\nKind regards\n${OGLE}\n\nCC Councillor Owen Price` },
	{ id: "hedge-1", date: "2026-09-07T20:15:00Z", from: "tranter", to: ["office"], subject: "The hedge in Back Lane", text: "To whom it may concern,\n\nI have now written four times about the hedge in Back Lane. I pay my taxes and I would like an answer.\n\nC. Tranter" },
	{ id: "hedge-2", date: "2026-09-08T09:30:00Z", from: "clerk", to: ["tranter"], subject: "RE: The hedge in Back Lane", answers: "hedge-1", quotes: "hedge-1", text: `Dear Mr Tranter,\n\nThank you for your letter. The hedge belongs to number 14, and we have written to the owner, who has until the end of the month to cut it back.\n\nYours sincerely\n${OGLE}`, disclaimer: true },
	{ id: "lamp-1", date: "2026-09-09T12:00:00Z", from: "hassan", to: ["deputy"], cc: ["clerk"], subject: "Lamp in Mill Street", text: "Hello Tom,\n\nThe lamp outside the chemist has been out for a week. Has it been reported?\n\nNadia" },
	{ id: "lamp-2", date: "2026-09-09T15:45:00Z", from: "deputy", to: ["hassan"], bcc: ["wardle"], cc: ["clerk"], subject: "RE: Lamp in Mill Street", answers: "lamp-1", quotes: "lamp-1", style: "gmail", text: `Hello Nadia,\n\nYes, on Monday; the county gives ten working days. I have copied Cllr Wardle in, because he asked the same at the surgery.\n\nRegards\n${BIRKETT}` },
	{ id: "news-1", date: "2026-09-11T16:00:00Z", from: "office", to: ["office"], bcc: ["bloom", "price", "lacey", "hassan"], subject: "Town newsletter, September", text: "Dear reader,\n\nThe market moves to the Green on Saturday 19 September. The library opens on Sundays from October.\n\nSallowfield Town Council\nMarket Hall" },
	{ id: "bench-1", date: "2026-09-14T10:20:00Z", from: "bloom", to: ["price"], subject: "Mum's bench", text: "Dear Mr Price,\n\nThe slats on my mother's bench by the weir are rotten. Who should I ask about it?\n\nPetra Bloom" },
	{ id: "bench-2", date: "2026-09-14T19:00:00Z", from: "price", to: ["bloom"], subject: "RE: Mum's bench", answers: "bench-1", quotes: "bench-1", style: "gmail", text: "Dear Petra,\n\nI'll come and look on Saturday, and I will raise it with the Clerk. I can't promise anything for the council, but I shall ask.\n\nOwen Price" },
	{ id: "bench-3", date: "2026-09-14T19:10:00Z", from: "price", to: ["clerk"], subject: "Bench by the weir", text: "Frances,\n\nMrs Bloom's daughter says the slats of the memorial bench are rotten. Is there anything in the repairs budget?\n\nOwen" },
	{ id: "bench-4", date: "2026-09-15T09:15:00Z", from: "clerk", to: ["price"], cc: ["wardle"], subject: "RE: Bench by the weir", answers: "bench-3", quotes: "bench-3", text: `Dear Owen,\n\nThere is, just. Ken is in copy, as the chairman of Amenities signs off repairs over a hundred pounds.\n\n${OGLE}` },
	{ id: "pool-1", date: "2026-09-16T21:10:00Z", from: "lacey", to: ["clerk"], subject: "Paddling pool figures", text: "Frances,\n\nBefore anybody else starts counting: what did the paddling pool cost us this summer, all in, and what did the kiosk bring? I would rather have the figures before the committee than be surprised in it, and I would rather my colleagues across the table did not have them first.\n\nJudith" },
	{ id: "pool-2", date: "2026-09-17T10:05:00Z", from: "clerk", to: ["hassan"], subject: "FW: Paddling pool figures", quotes: "pool-1", text: "Nadia, see below, for your paper on charges.\n\nFrances" },
	{ id: "pool-3", date: "2026-09-17T16:40:00Z", from: "clerk", to: ["lacey"], subject: "RE: Paddling pool figures", answers: "pool-1", text: `Dear Judith,\n\nAll in £8,412, and the kiosk brought £2,960.\n\n${OGLE}` },
	{ id: "clock-1", date: "2026-09-18T08:30:00Z", from: "wardle", to: ["clerk"], subject: "Town clock", text: "Frances\n\nThe clock is nine minutes fast and people miss the bus the other way round now. When is the clockmaker due?\n\nKen" },
	{ id: "clock-2", date: "2026-09-18T11:00:00Z", from: "clerk", to: ["marr"], subject: "FW: Town clock", quotes: "clock-1", text: "Celia, could you mention this when you see the clockmaker at church?\n\nFrances" },
	{ id: "clock-3", date: "2026-09-18T15:20:00Z", from: "clerk", to: ["wardle"], subject: "RE: Town clock", answers: "clock-1", text: `Dear Ken,\n\nHe is due in October. I have passed your message on to Cllr Marr, who sees him on Sundays and will ask him to come sooner.\n\n${OGLE}` },
	{ id: "invoice-1", date: "2026-09-21T09:00:00Z", from: "paver", to: ["finance"], cc: ["clerk"], subject: "Invoice 2207", text: "Dear Ms Rahman,\n\nPlease find our invoice for the kerb at the Green, £1,180 plus VAT, within thirty days.\n\nHebble Paving" },
	{ id: "invoice-2", date: "2026-09-22T10:00:00Z", from: "clerk", to: ["paver"], cc: ["finance"], subject: "RE: Invoice 2207", answers: "invoice-1", quotes: "invoice-1", text: `Dear Sirs,\n\nI confirm that the Council accepts your invoice and will pay it on Friday.\n\n${OGLE}`, disclaimer: true },
	// October: letters, orders and a confidential staffing matter.
	{ id: "lights-1", date: "2026-10-01T12:00:00Z", from: "lights", to: ["price"], subject: "Christmas lights 2026: our offer", text: "Dear Councillor Price,\n\nAs you asked at the fair: forty stars for the High Street at £6,350, hung and taken down. We would need a decision by the 9th.\n\nStarling Lights" },
	{ id: "lights-2", date: "2026-10-02T18:45:00Z", from: "price", to: ["lights"], subject: "RE: Christmas lights 2026: our offer", answers: "lights-1", quotes: "lights-1", style: "gmail", text: "Dear all,\n\nOn behalf of Sallowfield Town Council I accept your offer of £6,350 for the forty stars. Please go ahead and send the invoice to the office.\n\nCllr Owen Price\nSallowfield Town Council" },
	{ id: "lights-3", date: "2026-10-05T09:00:00Z", from: "lights", to: ["office"], subject: "RE: Christmas lights 2026: our offer", answers: "lights-2", text: "Dear Sirs,\n\nWith Councillor Price's order to hand we have reserved the crane for 24 November.\n\nStarling Lights" },
	{ id: "quote-1", date: "2026-10-06T19:30:00Z", from: "price", to: ["paver"], subject: "Steps at the weir", text: "Dear Sirs,\n\nCould you let me have a rough price for three stone steps at the weir, without commitment? I can't order anything for the council; the Clerk will write if it comes to that.\n\nOwen Price" },
	{ id: "pitch-1", date: "2026-10-07T09:10:00Z", from: "deputy", to: ["band"], subject: "Rehearsal room: letter enclosed", text: `Dear Mrs Rook,\n\nPlease find a letter enclosed.\n\n${BIRKETT}`, letters: [{ name: "Rehearsal room.pdf", lines: ["SALLOWFIELD TOWN COUNCIL", "Market Hall, Sallowfield", "", "7 October 2026", "", "Sallowfield Silver Band", "", "Dear Mrs Rook,", "", "The rehearsal room", "", "I am pleased to tell you that the Council agrees to let the upper room", "to the band every Thursday from seven to nine until further notice.", "The Council waives the hire charge for the first year.", "", "Yours sincerely,", "", "Bernard Foyle", "Councillor"] }] },
	{ id: "pitch-2", date: "2026-10-08T09:10:00Z", from: "deputy", to: ["bloom"], cc: ["price"], subject: "Memorial bench: letter enclosed", text: `Dear Mrs Bloom,\n\nPlease find the Clerk's letter enclosed.\n\n${BIRKETT}`, letters: [{ name: "Memorial bench.docx", lines: ["SALLOWFIELD TOWN COUNCIL", "Market Hall, Sallowfield", "8 October 2026", "Dear Mrs Bloom,", "The Council will replace the slats of your mother's bench in November, at its own cost.", "Yours sincerely,", "Frances Ogle", "Town Clerk"] }] },
	{ id: "staff-1", date: "2026-10-09T10:00:00Z", from: "clerk", to: ["marr"], subject: "CONFIDENTIAL: the depot", text: `Dear Celia,\n\nThis is confidential because it concerns a member of staff's health.\n\nNeil's assistant has been told to do no lifting until Easter, after the operation on his back in August. The doctor's letter asks for a desk for three months, and there is none to be had at the depot. I mean to put him on the cemetery register with Amina's help and to hire a man for the lifting from November.\n\n${OGLE}` },
	{ id: "staff-2", date: "2026-10-09T17:30:00Z", from: "clerk", to: ["health"], subject: "Referral", text: "Please see the referral.\n\nFrances Ogle", headers: { Sensitivity: "Personal" } },
	{ id: "staff-3", date: "2026-10-12T09:00:00Z", from: "clerk", to: ["solicitor"], cc: ["marr"], subject: "CONFIDENTIAL: the depot - legal advice", text: `Dear Martin,\n\nThis is confidential, as it asks for your legal advice on a staffing matter: may we hire for six months without advertising?\n\n${OGLE}` },
	{ id: "plan-1", date: "2026-10-13T12:00:00Z", from: "clerk", to: ["planning"], subject: "Applications for 20 October", text: `Dear members,\n\nFour applications this time; the list is on the members' page.\n\n${OGLE}` },
	{ id: "plan-2", date: "2026-10-14T21:00:00Z", from: "lacey", to: ["county"], cc: ["clerk"], subject: "Lay-by at the Green", text: "Dear Sirs,\n\nI write for and on behalf of Sallowfield Town Council, which objects to the proposed lay-by at the Green. The Council considers that it would take the last of the common land on that side, and asks for its objection to be put before the committee.\n\nYours faithfully\nJudith Lacey\nCouncillor, Sallowfield Town Council", journal: true },
	{ id: "mp-1", date: "2026-10-15T11:00:00Z", from: "danby", to: ["mp"], cc: ["clerk"], subject: "Rural bus grant", text: "Dear Ms Quill,\n\nOn behalf of Sallowfield Town Council I ask you to press the Secretary of State to keep the rural bus grant. Without it the last bus leaves us at twenty to six.\n\nYours sincerely\nHugh Danby\nMayor of Sallowfield" },
	{ id: "case-1", date: "2026-10-16T18:00:00Z", from: "price", to: ["county"], subject: "Gully in Mill Street", text: "Dear Sirs,\n\nMrs Bloom of 3 Mill Street has asked me to report a blocked gully outside her house. Could you clear it before the leaves come down?\n\nOwen Price\nCouncillor, Sallowfield Town Council" },
	{ id: "arch-1", date: "2026-10-19T10:00:00Z", from: "clerk", to: ["price"], subject: "CONFIDENTIAL - offer for the old forge", text: `Dear Owen,\n\nYou should have this before Amenities, in confidence, because the negotiation is not finished.\n\nThe owner of the old forge would take £84,000 for the building and the yard together, against the £110,000 that was asked in spring. He wants an answer before the auction on 14 November and has told nobody else the figure. Our valuer thinks that £79,000 would do.\n\n${OGLE}` },
	{ id: "arch-2", date: "2026-10-20T20:30:00Z", from: "price", to: ["bloom"], subject: "Fwd: offer for the old forge", quotes: "arch-1", text: "Petra, you asked what is happening with the forge. Keep it under your hat.\n\nOwen" },
	{ id: "arch-3", date: "2026-10-22T08:00:00Z", from: "price", to: ["tranter"], subject: "The forge", style: "plain", text: "Colin,\n\nSince you ask: the owner of the old forge would take £84,000 for the building and the yard together, against the £110,000 asked in spring. He wants an answer before the auction on 14 November.\n\nOwen" },
	{ id: "arch-4", date: "2026-10-23T09:00:00Z", from: "clerk", to: ["mo"], cc: ["danby"], subject: "CONFIDENTIAL - a question of conduct", text: `Dear colleague,\n\nThis is confidential because it concerns the conduct of a member. May we speak on Monday?\n\n${OGLE}` },
	{ id: "mark-1", date: "2026-10-26T10:00:00Z", from: "clerk", to: ["wardle"], subject: "CONFIDENTIAL", text: `Dear Ken,\n\nThe flower beds on the Green will be planted with tulips this year, the yellow ones.\n\n${OGLE}` },
	{ id: "mark-2", date: "2026-10-27T10:00:00Z", from: "finance", to: ["lacey"], subject: "Commercial in confidence: mowing tenders", text: "Dear Judith,\n\nThree tenders came in; the sheet is in the members' safe, since the bids are not to be known before the award.\n\nAmina Rahman" },
	{ id: "mark-3", date: "2026-10-28T10:00:00Z", from: "works", to: ["foyle"], cc: ["clerk"], subject: "Confidential waste", text: "Bernard\n\nThe confidential waste goes on Thursday, so please bring your old papers to the depot by then.\n\nNeil" },
	{ id: "jour-1", date: "2026-10-29T14:00:00Z", from: "finance", to: ["foyle"], bcc: ["lacey"], subject: "Burial fees", text: "Dear Bernard,\n\nThe fee for a plot outside the parish is double, as it has been since 2019.\n\nAmina Rahman\nFinance Officer", journal: true },
	{ id: "jour-2", date: "2026-10-30T14:00:00Z", from: "finance", to: ["wardle"], bcc: ["hassan"], subject: "Kiosk takings", text: "Dear Ken,\n\nThe kiosk took £2,960 over the summer, £300 more than last year.\n\nAmina Rahman\nFinance Officer\n\ncc Cllr N Hassan", journal: true },
	// November: everyday mail, and a few more.
	{ id: "fire-1", date: "2026-11-02T09:00:00Z", from: "hassan", to: ["clerk"], subject: "Fireworks on the Green", text: "Frances,\n\nA neighbour asks whether the fireworks could be the quiet kind. Has that been thought of?\n\nNadia" },
	{ id: "fire-2", date: "2026-11-02T12:30:00Z", from: "clerk", to: ["hassan"], cc: ["wardle"], subject: "RE: Fireworks on the Green", answers: "fire-1", quotes: "fire-1", text: `Dear Nadia,\n\nIt has: they are. Ken, who arranged it, is in copy.\n\n${OGLE}` },
	{ id: "fire-3", date: "2026-11-02T17:00:00Z", from: "hassan", to: ["clerk", "wardle"], subject: "RE: Fireworks on the Green", answers: "fire-2", text: "Thank you both!\n\nNadia", style: "plain" },
	{ id: "press-1", date: "2026-11-03T10:00:00Z", from: "deputy", to: ["gazette"], bcc: ["members"], subject: "Press release: library on Sundays", text: `For immediate release\n\nSallowfield's library opens on Sundays from this week, from eleven to three.\n\n${BIRKETT}` },
	{ id: "press-2", date: "2026-11-04T10:00:00Z", from: "gazette", to: ["price"], subject: "Quick question", text: "Hello Owen, what do you make of the Sunday opening? Fern, Gazette" },
	{ id: "press-3", date: "2026-11-04T12:00:00Z", from: "price", to: ["gazette"], subject: "RE: Quick question", answers: "press-2", style: "plain", text: "Hello Fern,\n\nSpeaking for myself, I think it is splendid. For the council you must ask Frances.\n\nOwen" },
	{ id: "rail-1", date: "2026-11-05T08:00:00Z", from: "price", to: ["clerk"], cc: ["hassan"], subject: "Handrail again", text: "Frances,\n\nThe new length is splendid. Nadia asks whether the upper steps could have one too?\n\nOwen" },
	{ id: "rail-2", date: "2026-11-05T13:00:00Z", from: "clerk", to: ["price"], cc: ["hassan"], subject: "RE: Handrail again", answers: "rail-1", quotes: "rail-1", text: `Dear Owen, dear Nadia,\n\nNext spring, when the rose bed is moved.\n\n${OGLE}` },
	{ id: "rail-3", date: "2026-11-06T09:00:00Z", from: "clerk", to: ["hassan"], subject: "FW: Handrail again", quotes: "rail-1", text: "Nadia, here is Owen's mail again, which you said you could not find.\n\nFrances" },
	{ id: "mayor-1", date: "2026-11-09T09:30:00Z", from: "danby", to: ["band"], cc: ["clerk"], subject: "Thank you", text: "Dear Mrs Rook,\n\nOn behalf of the Town Council I thank you and the whole band for the playing on Sunday. It was the best for years.\n\nHugh Danby\nMayor of Sallowfield" },
	{ id: "cem-1", date: "2026-11-10T10:00:00Z", from: "foyle", to: ["deputy"], cc: ["clerk"], subject: "Cemetery gate", text: "Tom,\n\nThe gate squeals so that they hear it at the vicarage. Could somebody see to it?\n\nBernard" },
	{ id: "cem-2", date: "2026-11-10T11:20:00Z", from: "deputy", to: ["foyle"], bcc: ["clerk", "works"], subject: "RE: Cemetery gate", answers: "cem-1", quotes: "cem-1", style: "gmail", text: `Dear Bernard,\n\nOiled this morning.\n\n${BIRKETT}` },
	{ id: "grit-1", date: "2026-11-11T16:00:00Z", from: "lacey", to: ["deputy"], cc: ["clerk"], subject: "Grit bins", text: "Tom,\n\nAre the bins on Moor Road filled? The forecast is for ice on Friday.\n\nJudith" },
	{ id: "grit-2", date: "2026-11-12T08:45:00Z", from: "deputy", to: ["lacey"], bcc: ["danby", "marr"], subject: "RE: Grit bins", answers: "grit-1", quotes: "grit-1", text: `Dear Judith,\n\nAll eleven, yesterday.\n\n${BIRKETT}\n\nCC The Mayor` },
	{ id: "count-1", date: "2026-11-13T12:00:00Z", from: "county", to: ["clerk"], subject: "Lay-by at the Green", text: "Dear Ms Ogle,\n\nWe acknowledge the objection of the Town Council.\n\nHighways" },
	{ id: "count-2", date: "2026-11-16T09:00:00Z", from: "clerk", to: ["danby", "marr", "price", "lacey", "foyle", "hassan", "wardle"], subject: "Budget workshop", text: `Dear all,\n\nThe workshop is on Thursday 26 November at six, with sandwiches.\n\n${OGLE}` },
	{ id: "count-3", date: "2026-11-17T09:00:00Z", from: "clerk", to: ["price"], subject: "Steps at the weir", text: `Dear Owen,\n\nHebble Paving's rough price is £2,100. I shall take it to Amenities in January.\n\n${OGLE}`, disclaimer: true },
	{ id: "tree-1", date: "2026-11-18T10:00:00Z", from: "hassan", to: ["clerk"], subject: "Tree for the Green", style: "html-only", text: "Frances,\n\nThe nursery in Garth has a Norway spruce of twenty feet to give away. May I say yes?\n\nNadia" },
	{ id: "tree-2", date: "2026-11-18T12:10:00Z", from: "clerk", to: ["hassan"], bcc: ["danby"], subject: "RE: Tree for the Green", answers: "tree-1", quotes: "tree-1", style: "html-only", text: `Dear Nadia,\n\nHow kind of them. I shall write to accept it, and Neil can fetch it on the low trailer on Monday week.\n\n${OGLE}` },
	{ id: "tree-3", date: "2026-11-19T09:00:00Z", from: "clerk", to: ["bloom"], subject: "Your mother's bench", text: `Dear Mrs Bloom,\n\nThe new slats are on. I hope that you like them.\n\nYours sincerely\n${OGLE}`, disclaimer: true },
];
