// Prints "N passed, N failed" from vitest's JSON report. A test file that could not be run at all, and a test that
// was skipped, count as failed: nothing may look better than it is. Ends with status 1 unless all passed.
import { readFileSync } from "node:fs";

const [, , report, runStatus = "0"] = process.argv;
const text = readFileSync(report, "utf8");
let passed = 0;
let failed = 0;
if (text.trim() === "") {
	// The run ended before vitest wrote its report.
	failed = 1;
} else {
	for (const file of JSON.parse(text).testResults) {
		const states = file.assertionResults.map((result) => result.status);
		passed += states.filter((state) => state === "passed").length;
		const others = states.filter((state) => state !== "passed").length;
		failed += others === 0 && file.status !== "passed" ? 1 : others;
	}
}
// Vitest can fail as a whole with every test passed: an error that nobody caught, for one.
if (runStatus !== "0" && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
