import { describe, expect, it } from "vitest";
import { segment } from "../../../src/text/segments/segments.ts";

const QUOTE = "> Dear Sir,\n> could you tell us the price?\n";

describe("a wrapped attribution", () => {
	it("does not swallow a sentence that begins with On, such as “On behalf of the Council”", () => {
		const { authored, contained } = segment({
			plain: `On behalf of the Council I accept 4 offers at £6.\nIt is agreed.\nOn Thu, 1 Oct 2026 at 12:00, Starling Lights <sales@starling.example> wrote:\n${QUOTE}`,
		});
		expect(authored).toContain("On behalf of the Council I accept 4 offers at £6.");
		expect(contained.map(({ from }) => from[0]?.address)).toEqual(["sales@starling.example"]);
	});
	it("is one over three lines", () => {
		const { authored, contained } = segment({
			plain: `Fine.\n\nOn Thursday, 1 October 2026 at 12:00, Starling Lights of the Very\nLong Name Company Limited <sales@starling.example>\nwrote:\n\n${QUOTE}`,
		});
		expect(authored).toBe("Fine.");
		expect(contained).toHaveLength(1);
	});
});
