/** One process of `npm run bench -- --processes`: follows the mailboxes of the given numbers, and judges with the others. */
import { once } from "node:events";
import { loadCouncil } from "../../src/config/load.ts";
import { createLogger } from "../../src/logging.ts";
import { createService } from "../../src/service.ts";
import { openFeeds } from "../../workers/steps/feed.ts";

const [, , file = "", numbers = ""] = process.argv;
const council = await loadCouncil(file);
const feeds = openFeeds(council).filter((_, index) => numbers.split(",").includes(`${index}`));
const service = await createService(council, { log: createLogger({ level: "warn" }), feeds });
process.stdout.write("ready\n");
await once(process.stdin, "data");
const before = process.cpuUsage();
await service.start(["audit", "ingest"]);
await once(process.stdin, "data");
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
process.stdout.write(`${JSON.stringify({ cpuMs: (user + system) / 1_000, peakMb: maxRSS / 1_024 })}\n`);
await service.stop();
process.exit(0);
