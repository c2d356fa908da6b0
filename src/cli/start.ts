/** `candour start`: the service, or parts of it, until it is asked to stop. */
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { createLogger, type Logger } from "../logging.ts";
import { createService, type PartName } from "../service.ts";
import { untilAskedToStop } from "../signals.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { isFree } from "./free-port.ts";

export interface StartOptions {
	readonly config: string;
	/** Absent: every part that the configuration gives something to do. */
	readonly only?: readonly PartName[];
}

const USUAL_PORT = 8025;
const HIGHEST_PORT = 65_535;

export async function start({ config, only }: StartOptions): Promise<ExitStatus> {
	const log = createLogger();
	const council = await loadCouncil(config);
	for (const warning of council.warnings) log.warn(warning);
	// The commands ask a service that holds the store for themselves, at whatever port it is.
	const anyPort = council.storage.kind === "embedded" ? 0 : undefined;
	const healthPort = (await healthPortFor(process.env.CANDOUR_PORT, log)) ?? anyPort;
	const service = await createService(council, {
		log,
		onDead: (part) => {
			log.fatal({ part }, "a part died; the process ends, to be started again");
			process.exit(EXIT.notDone);
		},
		...(healthPort === undefined ? {} : { healthPort }),
	});
	try {
		const parts = await service.start(only);
		if (parts.length === 0) {
			throw new CandourError(
				"CONFIG_INVALID",
				"There is nothing to run: the configuration gives these parts nothing to do.",
				{
					remedy: "Connect a mailbox, or name alerts:, digest: and smtp:, or reviewers:, in council.yaml.",
				},
			);
		}
		await untilAskedToStop(() => service.stop(), log);
	} finally {
		await service.stop();
	}
	return EXIT.clean;
}

/**
 * Where GET /health is served on this machine. Nobody asked for the usual port in so many words: where another part of
 * Candour has it already, this one does without.
 */
async function healthPortFor(asked: string | undefined, log: Logger): Promise<number | undefined> {
	if (asked === undefined || asked === "") {
		if (await isFree(USUAL_PORT)) return USUAL_PORT;
		log.warn({ port: USUAL_PORT }, "the port is taken, so that this process serves no GET /health");
		return undefined;
	}
	const port = Number(asked);
	if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) {
		throw new CandourError("USAGE", `CANDOUR_PORT=${asked} is no port.`, { remedy: "Give a number up to 65535." });
	}
	if (port === 0 || (await isFree(port))) return port;
	throw new CandourError("USAGE", `Port ${port} of this machine is taken.`, {
		remedy: "Set CANDOUR_PORT to a free one.",
	});
}
