/** Ending when the operating system asks for it: the first time in good order, the second time at once. */
import type { Logger } from "./logging.ts";

const EXIT_AFTER_SIGINT = 130;

/** Resolves after the first SIGINT or SIGTERM, when `stop` has ended; a second one ends the process where it stands. */
export function untilAskedToStop(stop: () => Promise<void>, log: Logger): Promise<void> {
	return new Promise((resolve, reject) => {
		let asked = false;
		const onSignal = (signal: NodeJS.Signals) => {
			if (asked) {
				log.warn({ signal }, "stopping at once");
				process.exit(EXIT_AFTER_SIGINT);
			}
			asked = true;
			log.info({ signal }, "stopping; once more to stop at once");
			stop().then(resolve, reject);
		};
		process.on("SIGINT", onSignal);
		process.on("SIGTERM", onSignal);
	});
}
