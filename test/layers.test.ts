import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

interface Cruise {
	readonly summary: {
		readonly totalCruised: number;
		readonly violations: readonly {
			readonly rule: { readonly name: string };
			readonly from: string;
			readonly to: string;
		}[];
	};
	readonly modules: readonly {
		readonly source: string;
		readonly dependencies: readonly { readonly resolved: string }[];
	}[];
}

function cruise(...paths: readonly string[]): Cruise {
	const argv = [
		"node_modules/.bin/depcruise",
		"--config",
		".dependency-cruiser.cjs",
		"--output-type",
		"json",
		...paths,
	];
	return JSON.parse(execFileSync(process.execPath, argv, { maxBuffer: 2 ** 27 }).toString()) as Cruise;
}

describe("imports", () => {
	it("run one way: people and text, facts, rules, audit, what leaves, the shell", () => {
		const { summary, modules } = cruise("src", "workers", "bin");
		expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
		// A cruise that reads no TypeScript finds no violation either.
		expect(summary.totalCruised).toBeGreaterThan(200);
		const extract = modules.find(({ source }) => source === "src/facts/extract.ts");
		expect(extract?.dependencies.map(({ resolved }) => resolved)).toContain("src/text/segments/segments.ts");
	});
});
