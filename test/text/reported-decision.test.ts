import { describe, expect, it } from "vitest";
import { reportsDecision } from "../../src/text/reported-decision.ts";

describe("the outcome of a vote", () => {
	it("is a report where the sentence before tells of the vote", () => {
		expect(
			reportsDecision(
				"So the parish council will mend the pump in May.",
				"The second motion was carried by five to three.",
			),
		).toBe(true);
		expect(reportsDecision("That means the council will pay half, as agreed in March.", undefined)).toBe(true);
	});
	it("is none where no vote is told of, or where the writer says we", () => {
		expect(reportsDecision("So the parish council will mend the pump in May.", "I looked at the pump on Sunday.")).toBe(
			false,
		);
		expect(reportsDecision("So we will mend the pump in May.", "The second motion was carried by five to three.")).toBe(
			false,
		);
		expect(reportsDecision("The council will mend the pump in May.", "The motion was carried.")).toBe(false);
	});
});
