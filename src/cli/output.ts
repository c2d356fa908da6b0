/** Where results go: standard output, or a file that is there whole or not at all. */
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CandourError } from "../errors.ts";

const BYTE_ORDER_MARK = "\ufeff";

/** A reader that stops early (`candour audit | head`) is no error of ours. */
export function tolerateClosedPipes(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code !== "EPIPE") throw error;
		});
	}
}

export function say(text: string): void {
	process.stdout.write(text);
}

/** Progress, warnings and everything else that is no result. */
export function note(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** A CSV file gets a byte-order mark: without it Excel reads "£" and "ŵ" wrongly. Scripts read standard output. */
export async function writeResult(
	result: string | Uint8Array,
	options: { output?: string | undefined; format: string },
): Promise<void> {
	const { output, format } = options;
	if (output === undefined) {
		process.stdout.write(result);
		return;
	}
	const unfinished = join(dirname(output), `.${randomUUID()}.part`);
	try {
		await writeFile(unfinished, format === "csv" ? `${BYTE_ORDER_MARK}${result}` : result);
		await rename(unfinished, output);
	} catch (error) {
		await rm(unfinished, { force: true });
		const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
		throw new CandourError(full ? "DISK_FULL" : "USAGE", `The report could not be written to ${output}.`, {
			remedy: full ? "Free some space on the disk." : "Check that its folder exists and may be written to.",
			cause: error,
		});
	}
}

export function colourful(stream: NodeJS.WriteStream): boolean {
	return stream.isTTY === true && (process.env.NO_COLOR ?? "") === "" && process.env.TERM !== "dumb";
}
