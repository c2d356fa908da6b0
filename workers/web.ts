/** Serves the review pages. Runs alone: node workers/web.ts --config council.yaml */
import { runAlone } from "../src/run-alone.ts";
import { createWebPart } from "../src/web/part.ts";

if (import.meta.main) await runAlone(createWebPart);
