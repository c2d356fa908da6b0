import { expect, test } from "vitest";
import { freePort } from "./free-port.ts";
import { accepts } from "./server-process.ts";

test("a free port is one that nobody answers on", async () => {
	const port = await freePort();
	expect(port).toBeGreaterThan(1023);
	expect(await accepts(port)).toBe(false);
});
