import { describe, expect, it } from "vitest";
import { CandourError } from "../../src/errors.ts";
import { createLogger } from "../../src/logging.ts";

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
	const lines: string[] = [];
	write(createLogger({ level: "trace", destination: { write: (line: string) => void lines.push(line) } }));
	return lines.join("");
}

describe("the log", () => {
	it("keeps out what fields and messages hold of the mail", () => {
		const out = logged((log) => {
			log.info({ subject: "Fence", deep: { from: "x", quote: "secret words" } }, "for j.oakes@thornby.example");
		});
		expect(out).not.toMatch(/Fence|secret words|oakes/);
		expect(out).toContain("for [address]");
	});

	it("says an error's code, and no word that a driver quotes", () => {
		const driver = Object.assign(new Error("Failed query: insert … params: Dear Cllr Oakes"), { code: "23505" });
		const out = logged((log) => log.error({ err: driver }, "it failed"));
		expect(out).toContain("23505");
		expect(out).not.toContain("Oakes");
	});

	it("says the sentence of an error of ours, without a password or an address in it", () => {
		const error = new CandourError("STORE_UNREACHABLE", "postgres://candour:hunter2@db/candour does not answer", {
			remedy: "-",
			transient: true,
		});
		const out = logged((log) => log.warn({ err: error }, "waiting"));
		expect(out).toContain("STORE_UNREACHABLE");
		expect(out).toContain("does not answer");
		expect(out).not.toContain("hunter2");
	});
});
