import { describe, expect, it } from "vitest";
import { markingsOf, quotedMarkings, subjectMarkings } from "../../../src/text/markings/markings.ts";
import { segment } from "../../../src/text/segments/segments.ts";

interface Parts {
	readonly subject?: string;
	readonly headers?: Record<string, string[]>;
	readonly plain?: string;
	readonly attachments?: { name: string; text?: string }[];
}

function marks({
	subject = "Hedge",
	headers = {},
	plain = "Dear Anna,\n\nMonday week.\n\nJudith",
	attachments = [],
}: Parts) {
	return markingsOf({ subject, headers, segments: segment({ plain }, { subject }), attachments });
}

const ofSubject = (subject: string) => subjectMarkings(subject).map(({ level }) => level);
const ofLine = (line: string) =>
	marks({ plain: `${line}\n\nDear Anna,\n\nThe hedge will be cut on Monday week.\n\nJudith` })
		.filter(({ where }) => where === "text")
		.map(({ level, kind }) => `${level} ${kind}`);
const ofSentence = (sentence: string) =>
	marks({ plain: `Dear Anna,\n\nHere is the paper that you asked for. ${sentence} Do ring me about it.\n\nJudith` })
		.filter(({ where }) => where === "text")
		.map(({ kind }) => kind);

describe("a file's name", () => {
	const levels = (name: string) =>
		marks({ attachments: [{ name }] })
			.filter(({ where }) => where === "attachment-name")
			.map(({ level }) => level);
	it.each([
		["RESTRICTED Yards shortlist v4.pdf", "restricted"],
		["RESTRICTED_Yards_shortlist_v4.pdf", "restricted"],
		["RESTRICTED.Yards.pdf", "restricted"],
		["(RESTRICTED) Yards.pdf", "restricted"],
		["20260317_RESTRICTED_Yards.pdf", "restricted"],
		["Yards_shortlist_RESTRICTED_v2.pdf", "restricted"],
		["YARDS_SHORTLIST_RESTRICTED.pdf", "restricted"],
		["RESTRICTED - Parking raids.pdf", "restricted"],
		["PROTECTED_Care_list.xlsx", "protected"],
		["Care list (PROTECTED).xlsx", "protected"],
		["Yards-OFFICIAL-SENSITIVE.docx", "confidential"],
		["(CONFIDENTIAL)Yards.docx", "confidential"],
		["Yards_CONFIDENTIAL.docx", "confidential"],
		["tenancy_confidential_2026.pdf", "confidential"],
	])("bears a label at its beginning or end: %s", (name, level) => expect(levels(name)).toEqual([level]));
	it.each([
		"restricted-parking-map.pdf",
		"RESTRICTED PARKING MAP.pdf",
		"RESTRICTED Parking - Zone C.pdf",
		"Protected trees.pdf",
		"PROTECTED Trees 2026.pdf",
		"PROTECTED-VIEWS.pdf",
		"PROTECT our post office.pdf",
		"confidentiality policy.pdf",
		"confidential-waste-prices.pdf",
		"Non-confidential summary.docx",
		"NOT RESTRICTED.pdf",
		"PASSWORD PROTECTED.zip",
		"Restricted funds 2025.xlsx",
		"A_RESTRICTED_note.pdf",
	])("bears none: %s", (name) => expect(levels(name)).toEqual([]));
});

describe("a label in the subject", () => {
	it.each([
		"CONFIDENTIAL",
		"Confidential: allotment tenancy",
		"[CONFIDENTIAL] Allotment tenancy",
		"Allotment tenancy (confidential)",
		"Allotment tenancy - STRICTLY CONFIDENTIAL",
		"Private & Confidential - appeal",
		"PRIVATE/CONFIDENTIAL appeal",
		"Strictly private: the yard",
		"In confidence: the yard",
		"Staff in confidence - rota",
		"COMMERCIAL IN CONFIDENCE yard offers",
		"NOT FOR PUBLICATION: yard",
		"Not for onward circulation - yard offers",
		"Exempt: Sch 12A para 3 - yard",
		"PART II - Council 4 May - yard",
		"Pink papers: Council 4 May",
		"Part II item: pay",
		"Staffing matter, confidential",
		"Confidential. Pay review",
		"Confidential/Exempt item 12",
		"[SEC=OFFICIAL:Sensitive] pay",
		"OFFICIAL-SENSITIVE: yard",
		"OFFICIAL - SENSITIVE (COMMERCIAL) yard",
		"[OFFICIAL: SENSITIVE] yard",
		"Confidential draft of the reply",
		"Confidential until Friday: the yard",
		"CYFRINACHOL: yr iard",
		"Preifat a Chyfrinachol - apêl",
		"Nid i'w gyhoeddi: yr iard",
		"SWYDDOGOL-SENSITIF: yr iard",
		"C\u200bO\u200bNFIDENTIAL: yard",
		"C\u041eNFID\u0415NTIAL: yard",
		"CONFIDENTIAL Notes of Friday's meeting",
		"Confidential note of the meeting with the bowls club",
		"CONFIDENTIAL Meeting with the vicar",
		"CONFIDENTIAL your access to the yard",
		"CONFIDENTIAL report on the training budget",
		"CONFIDENTIAL parking proposals",
		"CONFIDENTIAL Waste contract",
		"Confidential meeting notes",
	])("marks %j", (subject) => {
		expect(ofSubject(subject)).toEqual(["confidential"]);
	});

	it.each([
		["RESTRICTED: rota of keyholders", "restricted"],
		["[RESTRICTED] keyholders", "restricted"],
		["Keyholders (RESTRICTED)", "restricted"],
		["RESTRICTED - STAFF: keyholders", "restricted"],
		["PROTECT - PERSONAL: keyholders", "protected"],
		["PROTECTED: keyholders", "protected"],
		["RESTRICTED pay data", "restricted"],
	])("gives %j the level %s", (subject, level) => {
		expect(ofSubject(subject)).toEqual([level]);
	});

	it.each([
		"Confidential waste - new bins",
		"CONFIDENTIAL WASTE",
		"Confidential Reporting Policy, draft 3",
		"The confidentiality policy",
		"Confidentiality agreement with the contractor",
		"Confidential session at 7 pm",
		"Confidential helpline poster",
		"Quietly confident about the grant",
		"Restricted parking in Mill Lane",
		"MILL LANE CLOSED - RESTRICTED ACCESS",
		"Restricted byway 14",
		"PROTECTED TREES on the green",
		"Protect our library",
		"Politically restricted posts",
		"OFFICIAL: agenda",
		"This is not confidential: agenda",
		"Non-confidential: agenda",
		"Part 2 of the survey",
		"Private hire licence",
		"VAT exempt supplies",
		"Secret Santa",
		"How to mark e-mails CONFIDENTIAL",
		"Part II of the history of the parish",
		"Parking - restricted",
		"Confidential?",
		"NOT PROTECTIVELY MARKED: minutes",
		"Motion of no confidence",
		"CONFIDENTIAL WASTE COLLECTION ON MONDAY",
		"CONFIDENTIAL waste sacks for the office",
		"Confidential meeting room: key",
		"Confidential papers for shredding",
		"Confidential notes policy",
		"Confidential surgery on Saturday",
	])("is not seen in %j", (subject) => {
		expect(ofSubject(subject)).toEqual([]);
	});

	it("behind a reply prefix is inherited, before it is the sender's own", () => {
		expect(subjectMarkings("RE: FW: Confidential - yard")[0]?.inherited).toBe(true);
		expect(subjectMarkings("Confidential - RE: yard")[0]?.inherited).toBeUndefined();
	});
});

describe("a label line of the text", () => {
	it.each([
		["PRIVATE AND CONFIDENTIAL", "confidential label"],
		["** Confidential **", "confidential label"],
		["In confidence", "confidential label"],
		["Confidential – members only", "confidential label"],
		["Classification: Confidential", "confidential label"],
		["NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", "confidential label"],
		["RESTRICTED", "restricted label"],
		["PROTECT – COMMERCIAL", "protected label"],
		["Preifat a Chyfrinachol", "confidential label"],
	])("marks the message: %j", (line, mark) => {
		expect(ofLine(line)).toEqual([mark]);
	});

	it.each([
		"CONFIDENTIAL WASTE: BLUE SACKS ONLY",
		"ROAD CLOSED - RESTRICTED ACCESS",
		"Classification: OFFICIAL",
		"Classification: Public",
		"Confidential advice line: 01632 960000",
		"Protected species survey",
	])("is not seen in %j", (line) => {
		expect(ofLine(line)).toEqual([]);
	});

	it("that only heads a standing disclaimer is none", () => {
		const disclaimer =
			"This e-mail and any attachments are confidential and intended solely for the use of the individual to whom they are addressed. If you have received it in error please notify the sender and delete it.";
		for (const heading of ["CONFIDENTIAL", "CYFRINACHOL / CONFIDENTIAL", "PRIVATE AND CONFIDENTIAL"]) {
			expect(
				marks({ plain: `Dear Anna,\n\nMonday week.\n\nRegards\nJudith\n\n${heading}\n\n${disclaimer}\n` }),
			).toEqual([]);
			expect(marks({ plain: `Dear Anna,\n\nMonday week.\n\nRegards\nJudith\n\n${heading}: ${disclaimer}\n` })).toEqual(
				[],
			);
		}
	});
});

describe("a sentence", () => {
	it.each([
		"I am telling you this in confidence.",
		"Please treat this as confidential.",
		"This is confidential and not for onward circulation.",
		"Please keep the figures strictly confidential until Friday.",
		"The attached is not for publication.",
		"This report is exempt under paragraph 3 of Schedule 12A.",
		"I must ask you to treat what follows as private and confidential.",
		"Confidential, please.",
		"In strict confidence, the tenant means to leave.",
		"Attached is a confidential note for the panel.",
		"This is of course commercially sensitive.",
		"I have marked this confidential because of the names.",
		"Would you please treat it in the strictest confidence?",
		"This is for you in confidence.",
		"You are receiving this in confidence.",
		"Can I ask you to keep this confidential?",
		"Members are reminded that the appendix is confidential.",
		"I would ask that this be kept confidential.",
		"Rwy'n dweud hyn wrthych yn gyfrinachol.",
		"Cadwch hyn yn gyfrinachol os gwelwch yn dda.",
	])("marks the message: %j", (sentence) => {
		expect(ofSentence(sentence)).toEqual(["sentence"]);
	});

	it.each([
		"Please keep this between us.",
		"This is between ourselves.",
		"Please do not forward this to anyone.",
		"Keep it under your hat.",
		"It must go no further.",
		"For your eyes only.",
		"Please keep this to yourself for now.",
	])("that asks for discretion is a request: %j", (sentence) => {
		expect(ofSentence(sentence)).toEqual(["request"]);
	});

	it.each([
		"This is not confidential.",
		"Nothing in this is confidential.",
		"Is this confidential?",
		"If this is confidential, please tell me.",
		"I don't think this needs to be kept confidential.",
		"I am confident that the hedge will be cut.",
		"The Clerk sent me a confidential note the other day.",
		"Residents write to us in confidence.",
		"Your answers to the survey will be kept confidential.",
		"The confidential session begins at 7 pm.",
		"The confidential waste goes on Tuesday.",
		"Parking is restricted to two hours.",
		"The oak is protected by an order.",
		"The chair asked me not to repeat the joke.",
		"Please don't mention it.",
		"We must keep the ballot papers confidential.",
		"We'll keep it confidential, of course.",
		"You asked whether the report was confidential.",
		"Confidential items will be taken after the press have left.",
		"She reported it in confidence to the county last year.",
	])("is no marking: %j", (sentence) => {
		expect(ofSentence(sentence)).toEqual([]);
	});
});

describe("a header", () => {
	const of = (name: string, value: string) =>
		marks({ headers: { [name]: [value] } }).map(({ level, where }) => `${level} ${where}`);
	it.each([
		["sensitivity", "Private", "confidential header"],
		["sensitivity", "Company-Confidential", "confidential header"],
		[
			"msip_labels",
			"MSIP_Label_0a1b_Enabled=True;MSIP_Label_0a1b_Name=Highly Confidential;MSIP_Label_0a1b_Method=Privileged;",
			"confidential header",
		],
		[
			"msip_labels",
			"MSIP_Label_0a1b_Enabled=True; MSIP_Label_0a1b_Name=THORNBY-RESTRICTED; MSIP_Label_0a1b_SetDate=2026-01-01",
			"restricted header",
		],
		["x-classification", "OFFICIAL-SENSITIVE", "confidential header"],
		["x-protective-marking", "VER=2018.3, NS=gov.au, SEC=OFFICIAL:Sensitive", "confidential header"],
		["x-protective-marking", "PROTECTED", "protected header"],
	])("%s: %s marks", (name, value, mark) => {
		expect(of(name, value)).toEqual([mark]);
	});

	it.each([
		["sensitivity", "Normal"],
		["sensitivity", "Personal"],
		["msip_labels", "MSIP_Label_0a1b_Enabled=True;MSIP_Label_0a1b_Name=General;MSIP_Label_0a1b_Method=Privileged;"],
		["msip_labels", "MSIP_Label_0a1b_Enabled=False;MSIP_Label_0a1b_Name=Confidential;"],
		["msip_labels", "MSIP_Label_0a1b_Enabled=true;MSIP_Label_0a1b_Name=Public-AIP 2.0;"],
		["x-classification", "OFFICIAL"],
		["x-classification", "Unclassified"],
		["x-classification", "Not Confidential"],
		["subject-of-mail", "Confidential"],
	])("%s: %s does not", (name, value) => {
		expect(of(name, value)).toEqual([]);
	});
});

describe("an attachment", () => {
	it("is marked in its file name, its head or its foot, and the mark names the file", () => {
		const found = marks({
			attachments: [
				{ name: "CONFIDENTIAL yard offers.pdf" },
				{ name: "paper.docx", text: "PINK PAPER - NOT FOR PUBLICATION\nYard offers\n\nThree offers came in." },
				{
					name: "sheet.pdf",
					text: "Yard offers\n\nA 100\nB 200\nC 300\nD\nE\nF\nG\nH\nI\nJ\nK\n\nPrivate and confidential",
				},
			],
		});
		expect(found.map(({ where, attachment }) => [where, attachment])).toEqual([
			["attachment-name", "CONFIDENTIAL yard offers.pdf"],
			["attachment", "paper.docx"],
			["attachment", "sheet.pdf"],
		]);
	});

	it("is not marked by its topic, nor by the items of an agenda", () => {
		const agenda =
			"Thornby Parish Council\nAgenda\n1 Apologies\n2 Confidential business: exclusion of press and public\n3. PART II";
		const attachments = [
			{
				name: "Confidential Reporting Policy.docx",
				text: "CONFIDENTIAL REPORTING POLICY\n\nNames will be kept confidential.",
			},
			{ name: "Restricted access plan.pdf", text: "ROAD CLOSED - RESTRICTED ACCESS" },
			{ name: "protected-trees.pdf", text: "PROTECTED TREES" },
			{ name: "Agenda.pdf", text: agenda },
		];
		expect(marks({ attachments })).toEqual([]);
	});
});

describe("a quoted message", () => {
	it("keeps its own marks, as quoted ones", () => {
		const plain =
			"Noted.\n\nFrom: Judith Marlow <clerk@thornby-pc.example>\nSent: 9 March 2026 10:12\nTo: Anna Finch <anna.finch@thornby-pc.example>\nSubject: Confidential: yard\n\nPlease treat this as confidential.\n\nJudith";
		expect(marks({ plain, subject: "Yard" }).map(({ where, kind }) => `${where} ${kind}`)).toEqual([
			"quoted label",
			"quoted sentence",
		]);
	});

	it("is not marked by the bare heading of its disclaimer", () => {
		expect(
			quotedMarkings({ subject: "Yard", authored: "Monday week.\n\nJudith\n\nCYFRINACHOL / CONFIDENTIAL" }),
		).toEqual([]);
	});
});

it("standing disclaimers mark nothing, in capitals, in the first line or in two languages", () => {
	for (const disclaimer of [
		"CONFIDENTIAL: THIS E-MAIL AND ANY FILES SENT WITH IT ARE CONFIDENTIAL AND FOR THE USE OF THE ADDRESSEE ONLY. IF YOU ARE NOT THE ADDRESSEE YOU MUST NOT COPY OR FORWARD IT.",
		"Mae'r neges hon yn gyfrinachol ac ar gyfer y derbynnydd yn unig. / This message is confidential and for the addressee only.",
		"This message may contain confidential information. If it reached you by mistake, delete it and tell the sender.",
		"Confidentiality notice: this mail may be read only by the person to whom it is addressed.",
	]) {
		expect(marks({ plain: `${disclaimer}\n\nDear Anna,\n\nMonday week.\n\nJudith` })).toEqual([]);
		expect(marks({ plain: `Dear Anna,\n\nMonday week.\n\nJudith\n\n${disclaimer}` })).toEqual([]);
	}
});

it("stays quick on hostile text", () => {
	const began = performance.now();
	for (const text of [
		"confidential ".repeat(10_000),
		"(".repeat(30_000),
		`${"private and ".repeat(10_000)}confidential`,
		`Please keep this ${"a ".repeat(30_000)}`,
		"- ".repeat(30_000),
	]) {
		marks({ subject: text, plain: text, attachments: [{ name: text, text }] });
	}
	expect(performance.now() - began).toBeLessThan(4_000);
});
