/** Debian's Chromium without a window, for tests that live through the pages as people do. */
import { type Browser, chromium } from "playwright-core";
import { findProgram } from "./programs.ts";

/** Close it when done. */
export function startBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: findProgram("chromium") ?? "chromium",
		// Its sandbox wants rights that containers and root don't have; it opens nothing but our own pages.
		args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
	});
}
