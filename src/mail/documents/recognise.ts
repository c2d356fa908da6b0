/** Text in pictures, by Tesseract with its English data, both of them packages: nothing is fetched. One engine a thread. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Worker as Engine } from "tesseract.js";
import { sha256 } from "../digest.ts";

export interface Recognised {
	readonly text: string;
	/** 0 to 100: letters come out at 90 and more, photographs below 40. */
	readonly confidence: number;
}

/** A seventh of the size of the other, loaded in half the time, and as right on printed letters. */
const DATA = "4.0.0_best_int";
const LSTM_ONLY = 1;
/** The engine holds about 120 MB. */
const IDLE_MS = 15_000;
/** The same scan lies in many mailboxes. */
const REMEMBERED = 200;

const remembered = new Map<string, Recognised>();
let engine: Promise<Engine> | undefined;
let idle: NodeJS.Timeout | undefined;

/** Undefined where it takes longer than `limitMs`, or the picture cannot be read. Never throws. */
export async function recognise(picture: Buffer, limitMs: number): Promise<Recognised | undefined> {
	const key = sha256(picture);
	const known = remembered.get(key);
	if (known !== undefined) return known;
	clearTimeout(idle);
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), limitMs);
	});
	const found = await Promise.race([read(picture), late]).catch(() => undefined);
	clearTimeout(timer);
	// An engine that is still at work, or was upset, is of no more use.
	if (found === undefined) await stopRecognising();
	else {
		if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value as string);
		remembered.set(key, found);
		idle = setTimeout(() => void stopRecognising(), IDLE_MS).unref();
	}
	return found;
}

/** Ends the engine and gives its memory back; the next picture starts another. */
export async function stopRecognising(): Promise<void> {
	const ending = engine;
	engine = undefined;
	await ending?.then((one) => one.terminate()).catch(() => undefined);
}

async function read(picture: Buffer): Promise<Recognised> {
	engine ??= start();
	const started = engine;
	const ready = await started;
	// Stopped while it started: asked now, it would fail out of our reach.
	if (engine !== started) throw new Error("stopped");
	const { data } = await ready.recognize(picture);
	return { text: data.text.trim(), confidence: data.confidence };
}

async function start(): Promise<Engine> {
	const require = createRequire(import.meta.url);
	const { createWorker } = await import("tesseract.js");
	const data = require("@tesseract.js-data/eng") as { readonly langPath: string };
	const started = await createWorker("eng", LSTM_ONLY, {
		workerPath: fileURLToPath(new URL("./recognise-thread.ts", import.meta.url)),
		langPath: join(dirname(data.langPath), DATA),
		cacheMethod: "none",
		gzip: true,
		// Without it an unreadable picture ends the process.
		errorHandler: () => undefined,
	});
	// It must not keep a finished command from ending.
	(started as unknown as { readonly worker?: { unref?: () => void } }).worker?.unref?.();
	return started;
}
