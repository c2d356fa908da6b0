import { describe, expect, it } from "vitest";
import { isPlainThanks } from "../../../src/text/work/plain-thanks.ts";

describe("a letter that only thanks, praises or wishes well", () => {
	it.each([
		"Sam, the beds by the pump are the finest they have ever been. Thank you so much, several visitors remarked on them.",
		"What a job you've all done on the pavilion. I was quite moved. Thank you.",
		"You didn't have to stay till the end on Saturday but it made such a difference. I'm very grateful.",
		"Four people have stopped me in the shop to say how clean the green is. That's down to you. Cheers",
		"Please pass on my thanks to the lads for a sterling effort.",
		"Much obliged for the lift home!",
		"So sorry to hear about your father. You are all in our thoughts.",
		"That was a grand day out, the children have not stopped talking about it. You were marvellous with them.",
		"Thank you for your very kind card and the flowers. Jim is home and sitting up.",
	])("%s", (text) => expect(isPlainThanks(text)).toBe(true));
	it.each([
		"Thanks for the beds. The one outside the bank has a dead shrub in it.",
		"Thank you for the chairs. We shall need the same again next Tuesday.",
		"Great job on the gate. The latch still doesn't catch though.",
		"Thanks for cutting the verge, but please leave the orchids next time.",
		"Thank you for your note. I am meeting the residents on Friday and will tell them that work starts in May.",
		"The beds look lovely. Would roses do there, do you think?",
		"The grass in the cemetery is very long again and I have had three calls about it. Thanks",
		"The choir has moved its tea to three from half past two, on account of the ringers. Mrs Ault is doing the urn after all.",
		"The cart is back by the pump. Thanks",
		"Thanks in advance for opening the hall at six.",
		"The new bins are great but they fill up by Saturday lunch.",
		"",
	])("%s is none", (text) => expect(isPlainThanks(text)).toBe(false));
});
