/**
 * Run by the kill tests: adds jobs (naming each when the queue has taken it) and works them off, each with an effect in
 * the store that must never happen twice. Arguments: storage as JSON, first and last job number to add.
 */
import { openBackend } from "../../src/queues/backends.ts";
import { jobId } from "../../src/queues/jobs.ts";
import { openQueue } from "../../src/queues/queue.ts";
import { startWorker } from "../../src/queues/worker.ts";
import { openStore } from "../../src/store/open.ts";
import { raiseOnce, TEST_TIMES } from "./effects.ts";

const [storage = "", first = "0", last = "0"] = process.argv.slice(2);
const config = JSON.parse(storage);
const store = await openStore(config);
const backend = await openBackend(config, store.engine);
const quiet = () => undefined;
const queue = openQueue(backend, "audit", quiet);
startWorker(
	backend,
	"audit",
	async (job) => {
		if (job.kind !== "judge") return;
		await raiseOnce(store.db, job.identities[0] ?? "");
		process.stdout.write(`done ${job.identities[0]}\n`);
	},
	{ onError: quiet, onFailed: quiet, onDead: quiet },
	{ concurrency: 4, times: TEST_TIMES },
);
for (let number = Number(first); number <= Number(last); number++) {
	await queue.add({ kind: "judge", identities: [`m_${number}`] }, { id: jobId("judge", [number]) });
	process.stdout.write(`added ${number}\n`);
}
process.stdout.write("all added\n");
