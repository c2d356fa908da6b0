/**
 * `npm run screenshots`: takes the pictures of docs/images from the demo, with the Chromium found on PATH. The audit
 * report is that of a fixed range of days; the digest is that of the week in which the pictures are taken.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { simpleParser } from "mailparser";

const CANDOUR = fileURLToPath(new URL("../bin/candour.js", import.meta.url));
const IMAGES = fileURLToPath(new URL("../docs/images", import.meta.url));
const BROWSER_FLAGS =
	"--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars --remote-debugging-pipe";
/** Of the demo: the Clerk's blind copy, told to the two councillors who stand in for her. */
const ALERT_SHOWN = "message of 1 September 2026";
const REPORT_DAYS = ["--from", "2026-09-01", "--to", "2026-11-30"];

interface Picture {
	readonly name: string;
	readonly html: string;
	/** CSS pixels. */
	readonly width: number;
	/** Device pixels to a CSS pixel. */
	readonly scale: number;
	/** The picture ends here where the page is longer, in CSS pixels. */
	readonly longest: number;
}

const folder = mkdtempSync(join(tmpdir(), "candour-screenshots-"));
let browser: ChildProcess | undefined;
try {
	const { report, alert, digest } = await pagesOfTheDemo(join(folder, "demo"));
	const wide = { width: 1200, scale: 1, longest: 1130 };
	const phone = { width: 390, scale: 2, longest: 1200 };
	const pictures: readonly Picture[] = [
		{ name: "audit-report.png", html: report, ...wide },
		{ name: "alert.png", html: alert, ...wide },
		{ name: "alert-phone.png", html: alert, ...phone },
		{ name: "digest.png", html: digest, ...wide },
		{ name: "digest-phone.png", html: digest, ...phone },
	];
	browser = spawn("chromium", [...BROWSER_FLAGS.split(" "), `--user-data-dir=${join(folder, "profile")}`], {
		stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
	});
	const ask = conversation(browser);
	mkdirSync(IMAGES, { recursive: true });
	for (const picture of pictures) {
		const png = await photograph(ask, picture);
		writeFileSync(join(IMAGES, picture.name), png);
		console.log(`${picture.name}: ${Math.round(png.length / 1024)} KB`);
	}
} finally {
	browser?.kill("SIGKILL");
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function pagesOfTheDemo(directory: string) {
	candour(["demo", "--once", "--directory", directory]);
	const config = ["--config", join(directory, "council.yaml"), "--mail", join(directory, "mail")];
	const report = candour(["audit", ...config, ...REPORT_DAYS, "--format", "html"]);
	const outbox = join(directory, "outbox");
	const mails = await Promise.all(readdirSync(outbox).map((name) => simpleParser(readFileSync(join(outbox, name)))));
	const pageOf = (words: string): string => {
		const mail = mails.find(({ subject }) => subject?.includes(words));
		if (typeof mail?.html !== "string") throw new Error(`The demo wrote no mail about "${words}".`);
		return mail.html;
	};
	return { report, alert: pageOf(ALERT_SHOWN), digest: pageOf("digest") };
}

/** Status 1 says that there are findings, which the demo has. */
function candour(args: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CANDOUR, ...args], { encoding: "utf8" });
	if (status !== 0 && status !== 1) throw new Error(`candour ${args.join(" ")}: ${stderr}`);
	return stdout;
}

type Ask = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;

/** Speaks with the browser by its DevTools protocol: JSON, each message ended by a zero byte. */
function conversation(process: ChildProcess): Ask {
	const [, , , toBrowser, fromBrowser] = process.stdio;
	if (!toBrowser || !("write" in toBrowser) || !fromBrowser) throw new Error("The browser has no pipes.");
	const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
	process.on("error", (cause) => {
		for (const { reject } of waiting.values()) reject(new Error("Chromium could not be started.", { cause }));
	});
	let rest = "";
	fromBrowser.on("data", (chunk: Buffer) => {
		const messages = (rest + chunk.toString("utf8")).split("\0");
		rest = messages.pop() ?? "";
		for (const message of messages) {
			const { id, result, error } = JSON.parse(message);
			const answer = waiting.get(id);
			waiting.delete(id);
			if (error) answer?.reject(new Error(error.message));
			else answer?.resolve(result);
		}
	});
	let asked = 0;
	return (method, params = {}, sessionId) => {
		asked += 1;
		const answer = Promise.withResolvers<Record<string, unknown>>();
		waiting.set(asked, answer);
		toBrowser.write(`${JSON.stringify({ id: asked, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
		return answer.promise;
	};
}

async function photograph(ask: Ask, { name, html, width, scale, longest }: Picture): Promise<Buffer> {
	const file = join(folder, `${name}.html`);
	writeFileSync(file, html);
	const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
	const attached = await ask("Target.attachToTarget", { targetId, flatten: true });
	const here = (method: string, params: object = {}) => ask(method, params, String(attached.sessionId));
	const metrics = { width, height: 800, deviceScaleFactor: scale, mobile: scale > 1 };
	await here("Emulation.setDeviceMetricsOverride", metrics);
	await here("Page.navigate", { url: pathToFileURL(file).href });
	const laidOut =
		"document.readyState === 'complete' && document.title !== '' && document.documentElement.scrollHeight";
	let height = 0;
	while (height === 0) {
		const { result } = (await here("Runtime.evaluate", { expression: laidOut })) as { result: { value?: unknown } };
		height = Number(result.value) || 0;
	}
	const clip = { x: 0, y: 0, width, height: Math.min(height, longest), scale: 1 };
	const { data } = await here("Page.captureScreenshot", { format: "png", captureBeyondViewport: true, clip });
	await ask("Target.closeTarget", { targetId });
	return Buffer.from(String(data), "base64");
}
