import { describe, expect, it } from "vitest";
import { readEnquiry, readOfficerMail } from "../../../src/text/enquiries/exchange.ts";
import { stemOf, topicWords } from "../../../src/text/enquiries/topic-words.ts";

const NAMES = new Set(["jo", "marsh", "alan", "pell"]);
const text = (authored: string, subject = "Query") => ({
	authored,
	subject,
	readers: NAMES,
	names: NAMES,
	reply: false,
});
const signs = (authored: string): readonly string[] => readEnquiry(text(authored)).signs;

describe("a councillor's later words", () => {
	it.each([
		"Ignore my last, I've found it.",
		"Please disregard this, it was in the minutes all along.",
		"No need to reply, I have the answer now.",
		"That's now sorted, don't worry about it.",
		"I no longer need the figures.",
		"Wedi dod o hyd i'r ateb, diolch.",
		"Forget I asked, Jo, it was in the March papers all along. Nothing needed from you.",
		"Never mind, found them.",
		"Never mind.",
		"Sorted, thanks.",
		"All sorted thanks.",
		"I've got my answer.",
		"Scrap that, it's in the minutes.",
		"You can stand down, they were in the loft.",
		"My mistake, it was in the file.",
		"No longer required, thank you.",
		"Please consider this closed.",
		"Answering my own question: page 14.",
		"Jo, Sam has already told me, so no need.",
		"They've turned up, thank you.",
		"Sorry to have troubled you, they were in my pigeonhole.",
		"I can call off the search.",
		"Please close this one.",
		"Apologies Jo, ignore the below.",
		"Please drop my query about the plans.",
		"Request withdrawn.",
		"Overtaken by events, thanks.",
		"I've had it from Sam, thank you.",
	])("take an enquiry back: %s", (authored) => expect(signs(authored)).toContain("withdraws"));
	it.each([
		"Thanks for ringing, Jo.",
		"Good to talk this morning. All clear.",
		"That answers my question.",
		"Thank you for explaining it at the office.",
	])("say that it was settled by word of mouth: %s", (authored) => expect(signs(authored)).toContain("settles"));
	it.each([
		"Jo, any news on this?",
		"I am still waiting for a reply to my e-mail of 3 March.",
		"Just chasing the figures that I asked for.",
		"A gentle reminder about the lease.",
		"Did you ever find out who owns it?",
	])("remind: %s", (authored) => expect(signs(authored)).toContain("reminds"));
	it.each([
		"Never mind the cost, the roof leaks.",
		"The gate is still not sorted.",
		"I hope it is sorted soon.",
		"I have found the drawings but they are the wrong ones.",
		"I have not found them.",
		"Please do not ignore this.",
		"It doesn't matter how long it takes, I'd like the answer.",
		"Sorry to have bothered you before, but I still need them.",
		"We have found it difficult to park.",
		"I've got it in writing that you would reply by Friday.",
		"The residents found it on the website and are furious.",
		"I found them very helpful on Tuesday.",
		"No worries, take your time.",
		"I've had it from Sam that the county owns it.",
		"The problem has not gone away.",
		"I think I have it in my file, but the date is missing.",
		"Don't worry about the cost, just send me the figures.",
	])("leave it standing: %s", (authored) => {
		expect(signs(authored)).not.toContain("withdraws");
		expect(signs(authored)).not.toContain("settles");
	});
	it("that take one thing back and ask another still ask", () => {
		const read = readEnquiry(text("I've found the lease, thank you. But who signed it?"));
		expect(read.asks).toHaveLength(1);
		expect(read.signs).not.toContain("withdraws");
	});
	it.each(["The gate is open again.", "Thanks, that will do nicely.", "I shall see you on Monday."])(
		"that do none of it: %s",
		(authored) => expect(signs(authored)).toEqual([]),
	);
});

describe("an absence message", () => {
	it.each([
		["Automatic reply: Lower field", "I am away."],
		["Ateb awtomatig: Cae", "Rwyf i ffwrdd."],
		[
			"Re: Lower field",
			"Thank you for your message. I am on annual leave until 16 March. If it is urgent please ring the Deputy Clerk.",
		],
		["Re: Lower field", "This is an automated response. We aim to reply within three days."],
	])("is known by its subject or its words: %s, %s", (subject, authored) => {
		expect(readOfficerMail(text(authored, subject)).signs).toContain("automatic");
	});
	it("is not what a human being writes from his holiday", () => {
		expect(readOfficerMail(text("I'm on leave, but the answer is yes.", "Re: Lower field")).signs).toEqual([]);
	});
});

describe("topics", () => {
	it("are the words of the matter, without courtesies, names and days", () => {
		expect(
			topicWords("Dear Jo, could you tell me on Monday what the bowls club pays for the pavilion? Alan", NAMES),
		).toEqual(["bowl", "club", "pay", "pavil"]);
	});
	it("meet in their stems", () => {
		for (const words of [
			"charges charged charging charge",
			"lease leases leased",
			"paid pay pays paying",
			"policy policies",
			"drains drain drained drainage",
			"insured insurance insurer",
		]) {
			expect(new Set(words.split(" ").map(stemOf)).size, words).toBe(1);
		}
	});
	it("keep reference numbers and leave hours and years out", () => {
		expect(topicWords("Application PA26/00391 of 2026 at 10.30", NAMES)).toEqual(["applic", "pa26", "00391"]);
	});
});
