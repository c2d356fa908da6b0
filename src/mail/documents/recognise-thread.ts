/** Tesseract's own thread, without what it prints: its complaints are no lines of ours, and we learn of them anyway. */
import { createRequire } from "node:module";

const silent = (): void => undefined;
for (const way of ["log", "info", "warn", "error", "debug"] as const) console[way] = silent;
createRequire(import.meta.url)("tesseract.js/src/worker-script/node/index.js");
