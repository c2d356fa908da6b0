import { expect, test } from "vitest";
import { onDraft } from "../../src/cli/draft-advice.ts";
import { createRoster } from "../../src/people/roster.ts";
import { aFinding } from "../reports/samples.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";

const VOSS = { name: "Ruth Voss", address: `r.voss@${DOMAIN}` };
const advice = (people: Parameters<typeof aFinding>[0] & object) =>
	onDraft(aFinding({ rule: "missing-copy-footer", ...people }), createRoster(THORNBY)).remedy;

test("a draft of which a copy is wanted asks for the copy, one that hides a copy for its footer", () => {
	expect(advice({ people: [{ as: "uninformed", ...VOSS }] })).toBe("Copy Cllr Ruth Voss in.");
	expect(advice({ people: [{ as: "copied", ...VOSS }] })).toBe("Add at the foot: CC Cllr Ruth Voss");
});
