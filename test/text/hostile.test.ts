import { describe, expect, it } from "vitest";
import { createPrints } from "../../src/text/fingerprints.ts";
import { segment } from "../../src/text/segments/segments.ts";
import { sentences } from "../../src/text/sentences.ts";

/** Sizes of the two inputs that are compared; time may grow with size, not with its square. */
const SMALL = 20_000;
const LARGE = 4 * SMALL;
/** Four times the text may take this many times as long: the square would take sixteen. */
const MOST_GROWTH = 10;
/** Below this nothing can be measured on a busy machine, and nothing needs to be. */
const TOO_QUICK_MS = 60;

const UNITS = [
	"a",
	"a ",
	"> ",
	">",
	"> a\n",
	"x\n> y\n",
	"On ",
	"On 4 Jun 2024, at 10:15, X\n",
	"On 4 Jun 2024, at 10:15, X <x@y.example> wrote:\n",
	"From: x@y.example\n",
	"To: a@b.example\nfoo\n",
	"From: x\nSent: 4 June 2024 10:15\nTo: y@z.example\nSubject: s\n\n",
	"-",
	"--\n",
	"- ",
	"_",
	"*",
	"@",
	"a@",
	"<",
	"(",
	"[cid:",
	"<http:",
	"\n",
	" \n",
	"cc ",
	"Thanks\n",
	"Kind regards,\nHelen\n",
	"Helen\n",
	"Sent from my ",
	"this email is confidential ",
	"intended ",
	"disclose copy distribute ",
	"views or opinions or views or ",
	"do not click, ",
	"notify the sender or ",
	"received the a b c in ",
	"no liability no ",
	"e-mail monitor e-mail ",
	"a.",
	"A. ",
	"? ",
	"1. ",
	'"',
	"'",
	"\u0421a ",
	"\u00ad",
	"<p>",
	"<div><blockquote>",
	"<td>",
	"<tr><td>",
	"<table><tr><td>",
	"<br>",
	"&nbsp;",
	"&amp;",
	"<b style='color:red'>",
	"</div>",
	"<style>a{b:c}</style>",
	"<style>/*",
	"<li>",
	"<ul><li>",
	"<!--",
	"<a ",
	"a: b\n",
	"-----Original Message-----\n",
];

function elapsed(run: () => void): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

describe("text made to be slow to read", () => {
	const printer = createPrints(new Uint8Array(32));
	const readings: Record<string, (text: string) => void> = {
		"as plain text": (text) => void segment({ plain: text }),
		"as HTML": (text) => void segment({ html: text }),
		"for prints": (text) => void printer.of(text),
		"for sentences": (text) => void sentences(text),
	};

	it.each(Object.entries(readings))(
		"takes time in proportion to its length, read %s",
		(_, read) => {
			for (const unit of UNITS) {
				const large = unit.repeat(Math.ceil(LARGE / unit.length));
				read(large.slice(0, SMALL));
				const growth = (): number => {
					const slow = elapsed(() => read(large));
					return slow < TOO_QUICK_MS
						? 0
						: slow /
								Math.max(
									1,
									elapsed(() => read(large.slice(0, SMALL))),
								);
				};
				// A busy machine can spoil one measurement, not three.
				let least = growth();
				for (let again = 0; again < 2 && least >= MOST_GROWTH; again++) least = Math.min(least, growth());
				expect(least, JSON.stringify(unit)).toBeLessThan(MOST_GROWTH);
			}
		},
		60_000,
	);

	it("is read to the bottom of 100,000 nested tables", () => {
		const html = `${"<table><tr><td>".repeat(100_000)}The gate is mended.`;
		expect(segment({ html }).authored).toBe("The gate is mended.");
	});

	it("is read where 50,000 closing tags close nothing", () => {
		const html = `<div><table><td>${"<b>".repeat(50_000)}${"</div>".repeat(50_000)}The gate is mended.`;
		expect(segment({ html }).authored).toBe("The gate is mended.");
	});

	it("is read with ten thousand header blocks in one another", () => {
		const block = "From: x@thornby.example\nSent: 4 June 2024 10:15\nTo: y@thornby.example\nSubject: s\n\nyes\n\n";
		const found = segment({ plain: `No.\n\n${block.repeat(10_000)}` });
		expect(found.authored).toBe("No.");
		expect(found.contained.length).toBeGreaterThan(100);
	});
});
