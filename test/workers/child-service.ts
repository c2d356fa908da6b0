/** Run by the kill test: the whole service on a place given by its folder. */
import { createLogger } from "../../src/logging.ts";
import { createService } from "../../src/service.ts";
import { untilAskedToStop } from "../../src/signals.ts";
import { placeAt } from "./place.ts";

const { council } = await placeAt(process.argv[2] ?? "");
const log = createLogger({ level: "warn" });
const service = await createService(council, { log });
await service.start();
process.stdout.write("started\n");
const report = setInterval(async () => {
	const { store } = await service.health();
	process.stdout.write(`waiting ${store.waitingForAudit}\n`);
}, 50);
void service.settled().then(() => process.stdout.write("settled\n"));
await untilAskedToStop(async () => {
	clearInterval(report);
	await service.stop();
}, log);
process.stdout.write("stopped\n");
