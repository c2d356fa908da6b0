/** One worker as a process of its own: `node workers/audit.ts --config council.yaml`. */
import { parseArgs } from "node:util";
import { loadCouncil } from "./config/load.ts";
import { CandourError } from "./errors.ts";
import { type Installation, openInstallation, type Part } from "./installation.ts";
import { createLogger } from "./logging.ts";
import { untilAskedToStop } from "./signals.ts";

const STOP_GRACE_MS = 20_000;
const EXIT_NOT_DONE = 2;

/** Runs the worker until it is asked to stop; ends the process with 1 where it died, 2 where it could not begin. */
export async function runAlone(create: (installation: Installation) => Promise<Part | undefined>): Promise<void> {
	const { values } = parseArgs({ options: { config: { type: "string", default: "./council.yaml" } } });
	const log = createLogger();
	try {
		const council = await loadCouncil(values.config);
		const onDead = (part: string) => {
			log.fatal({ part }, "a worker died; the process ends, to be started again");
			process.exit(1);
		};
		const installation = await openInstallation(council, { log, onDead });
		const part = await create(installation);
		if (part === undefined) log.warn("the configuration gives this worker nothing to do");
		else log.info({ part: part.name }, "running");
		await untilAskedToStop(async () => {
			await part?.stop(STOP_GRACE_MS);
			await installation.close();
		}, log);
	} catch (error) {
		log.fatal({ err: error }, "could not start");
		if (error instanceof CandourError) process.stderr.write(`candour: ${error.message} ${error.remedy}\n`);
		process.exit(EXIT_NOT_DONE);
	}
}
