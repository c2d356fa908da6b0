import fc from "fast-check";
import { expect, it } from "vitest";
import { jobId } from "../../src/queues/jobs.ts";

it("makes ids that every backend takes, whatever they stand for", () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => {
			const id = jobId("judge", parts);
			expect(id).not.toContain(":");
			expect(id).not.toMatch(/^\d+$/);
			expect(jobId("judge", parts)).toBe(id);
		}),
	);
});

it("tells different parts apart", () => {
	expect(jobId("judge", ["a", "b"])).not.toBe(jobId("judge", ["ab"]));
	expect(jobId("judge", ["a"])).not.toBe(jobId("message", ["a"]));
});
