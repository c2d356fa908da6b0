/**
 * `candour audit`: a date range now, from the configured mailboxes or from exported mail. The audit runs in a thread,
 * because a thread's heap can be bounded: in the main thread V8 would let it take 100 to 200 MB more, for no speed.
 */
import { Worker } from "node:worker_threads";
import { CandourError } from "../errors.ts";
import type { ReportFormat } from "../reports/formats.ts";
import type { AuditAnswer, AuditDone, AuditTask } from "./audit-task.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { colourful, note, writeResult } from "./output.ts";
import { showProgress } from "./progress.ts";

export interface AuditOptions {
	readonly config: string;
	readonly mail: readonly string[];
	readonly from?: string;
	readonly to?: string;
	readonly format: ReportFormat;
	readonly output?: string;
	readonly rules?: readonly string[];
	readonly verbose?: boolean;
}

const WIDTH = 100;
/** Facts are not in the heap, findings are: this holds some hundred thousand of them. */
const HEAP_MB = 1_024;
const YOUNG_MB = 12;

/** Status 1 where there is a breach. Throws USAGE; what the audit itself throws is told on standard error. */
export async function audit({ output, verbose, ...options }: AuditOptions): Promise<ExitStatus> {
	const toTerminal = output === undefined;
	if (options.format === "pdf" && toTerminal) refuseTerminal();
	const done = await inThread({
		...options,
		width: toTerminal ? Math.min(process.stdout.columns || WIDTH, WIDTH) : WIDTH,
		colour: toTerminal && colourful(process.stdout),
		verbose: verbose ?? process.argv.includes("--verbose"),
	});
	if (done === undefined) return EXIT.notDone;
	await writeResult(done.written, { output, format: options.format });
	for (const warning of done.warnings) note(`candour: ${warning}`);
	if (!toTerminal) note(`candour: the report is in ${output}`);
	return done.breaches > 0 ? EXIT.breach : EXIT.clean;
}

/** Before anything is read: an hour's audit must not end in this. */
function refuseTerminal(): void {
	if (process.stdout.isTTY !== true) return;
	throw new CandourError("USAGE", "A PDF can't be shown on a terminal.", {
		remedy: "Give --output report.pdf, or use --format text.",
	});
}

/** Progress shows on a terminal. Undefined where the audit could not be done, and standard error says why. */
async function inThread(task: AuditTask): Promise<AuditDone | undefined> {
	const progress = await showProgress();
	const thread = new Worker(new URL("./audit-thread.ts", import.meta.url), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
	});
	try {
		const answer = await new Promise<Exclude<AuditAnswer, { kind: "progress" }>>((resolve, reject) => {
			thread.on("message", (one: AuditAnswer) => {
				if (one.kind === "progress") progress.update(one.progress);
				else resolve(one);
			});
			thread.on("error", reject);
			thread.on("exit", (code) => reject(new Error(`The audit's thread ended by itself, with ${code}.`)));
		});
		if (answer.kind === "done") return answer;
		progress.stop();
		process.stderr.write(answer.lines);
		return undefined;
	} finally {
		progress.stop();
		await thread.terminate();
	}
}
