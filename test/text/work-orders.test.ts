import { describe, expect, it } from "vitest";
import { workOrders } from "../../src/text/work-orders.ts";

const orders = (text: string) => workOrders(text, "Thornby Parish Council");

describe("work that is told or asked of somebody", () => {
	it.each([
		"Please have the grit bins filled by Friday.",
		"Can you see to it that the pavilion is swept before the match?",
		"I need the gate mended by the weekend.",
		"Make sure the lads bring the trailer.",
		"Get Dave to look at the boiler and put it right.",
		"Please get the hedge by the school cut back this week.",
		"Could you get someone to take the banner down?",
		"Have Dave put the barriers out on Saturday.",
		"I'd like the flower beds weeded before the judges come.",
		"The bench wants painting, can you do it Monday.",
		"See that the hall is locked after choir.",
		"Would you mind moving the bins round the back?",
		"Any chance you could shift that pile of gravel today?",
		"I want those posters down by tonight.",
		"You need to cut that branch off before someone's hurt.",
		"Get the mower serviced please.",
		"Ask the lads to clear the culvert first thing.",
		"Tell Dave he's to leave the strimming and do the cemetery.",
		"Don't forget to unlock the toilets for the fair.",
		"Pls can u grit the path up to the surgery asap",
		"If you could pop down and unblock the drain by the Spar that'd be grand.",
		"I'd be obliged if you'd have the flag at half mast by nine.",
		"It'd be a help if the grass were cut before Sunday.",
		"Can we have the skip emptied before the weekend please?",
		"Let's get that sign straightened up this afternoon.",
		"You're to stop spraying the verge at once.",
		"I'll need forty chairs put out for seven o'clock.",
		"When you've a minute nip up and fix the latch, there's a good lad.",
		"Remember to put the clocks back in the hall.",
		"Perhaps you'd be good enough to repaint the line by the shop.",
		"How about taking the old goalposts away while you're at it?",
		"Could the lads do the bus shelter next?",
		"Gwna'r giât, plîs - fix the gate by Friday.",
		"Leave the cemetery for now and start on the rec instead.",
		"Dave, can the benches be back in place before Thursday please?",
		"I'd appreciate it if someone could sweep the bandstand.",
		"We could do with the Christmas tree stand brought over to the square.",
		"Can you arrange for the war memorial to be washed?",
		"Please see to the lamp by the bridge.",
		"It needs doing before the weekend, so drop what you're on.",
		"Have a word with the lads and have them shift the cones.",
		"Better get that ice cleared before the school run.",
		"Put it on your list for Monday: two new slabs outside the chemist.",
		"Please make sure that nobody parks on the green and rope it off.",
		"Would it be possible for you to trim the laurel at the lychgate?",
		"Send one of the lads up to number 40 to clear the gutter.",
		"Can you please not use weedkiller on the path again.",
		"When you get five minutes, paint over that graffiti.",
		"There's a tree down at the Vron. Get it moved.",
	])("is read in %j", (text) => {
		expect(orders(text).length).toBeGreaterThan(0);
	});

	it.each([
		"Have you had the grit bins filled?",
		"Did you get the hedge cut?",
		"I had the gate mended last year.",
		"Who do I need to ask to get the hedge cut?",
		"Have a good weekend and get some rest.",
		"I need to know when the hall is free.",
		"Can you see the scaffolding from your office?",
		"The clerk is getting Dave to look at it.",
		"Make sure you get a break.",
		"I've asked the Clerk to have the bins filled.",
		"Could you let me know whether the lads have been?",
		"I'd like to see the figures before Tuesday.",
		"Can we have a chat about the budget?",
		"Please have a look at the attached and let me know what you think.",
		"I'd be obliged if you'd send me the minutes.",
		"Get well soon.",
		"Don't forget the meeting is at seven.",
		"Remember me to your mother.",
		"Would you mind telling me what it cost?",
		"The grass wants cutting, I'll raise it with the Clerk.",
		"It would be good to see you at the fair.",
		"Please have my apologies noted.",
		"Can you tell Dave thanks from me?",
		"Is there any chance of a copy of the plan?",
		"Let's hope the rain holds off.",
		"Have you any idea who owns the verge?",
		"I need a copy of the lease by Friday.",
		"See you at the hall on Friday.",
		"I'll ask the Clerk if you can be spared to cut it.",
		"The lads have done a grand job, tell them so.",
		"You needn't do anything about the gate.",
		"I don't need the chairs put out after all... the Clerk has seen to it.",
		"Perhaps you'd be good enough to tell me the date.",
		"Can I have the number of the tree man please?",
		"Did the lads get round to the bandstand?",
		"I'm told the bench needs a plank; who should I tell?",
		"Have you got the minutes handy?",
		"It'd be lovely if you could come to the party.",
		"If you could let me have the date I'd be grateful.",
		"Could the meeting be moved to Thursday please?",
		"Please get back to me when you can.",
		"I get the impression the hedge was cut last week.",
		"I want to thank you for getting the hall ready.",
		"You have the keys, I think.",
		"You have done us proud getting the stalls set up.",
		"Do you need me to get the chairs put out?",
		"I need to get my own hedge cut.",
		"How about meeting on Thursday?",
		"Perhaps you could tell me who cut the hedge.",
		"Can I have the hall for a party on Saturday?",
		"I'd like my comments noted.",
		"Remember to take your leave!",
		"You should see the state of the lane.",
		"You should have had my letter by now.",
		"Please don't feel you have to do it on your day off.",
		"What about the dog bins?",
	])("is not read in %j", (text) => {
		expect(orders(text)).toEqual([]);
	});

	it("keeps the sentence and the name at its head", () => {
		expect(orders("Pete,\n\nPlease have the grit bins filled by Friday. Thanks for Tuesday.")).toMatchObject([
			{ sentence: "Please have the grit bins filled by Friday.", addressee: "Pete" },
		]);
	});

	it("takes time in proportion to the length of a sentence", () => {
		const units = ["have the a get ", "you to get the a ", "i need a b ", "please get Dave to ", "when you have a "];
		for (const unit of units) {
			const began = performance.now();
			orders(unit.repeat(80_000 / unit.length));
			expect(performance.now() - began, unit).toBeLessThan(2_000);
		}
	});
});
