/** The files of a new council, written beside their final names so that they are there whole or not at all. */
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CandourError } from "../../errors.ts";
import type { Secrets } from "./secrets.ts";

/** It names people and their addresses. */
const OWNER_ONLY = 0o600;
const INTERRUPTED = 130;

export interface Draft {
	/** Where it lies until it is kept: in the folder of the target, so that its paths hold. */
	readonly file: string;
	/** Gives it its name. Throws USAGE where one is there already and `overwrite` is not said. */
	keep(overwrite: boolean): void;
	/** Takes away the draft and the secrets that were written with it. */
	discard(): void;
}

/** Throws USAGE where the folder cannot be written to. */
export function writeDraft(target: string, text: string, secrets: Secrets): Draft {
	const file = join(dirname(target), `.${basename(target, ".yaml")}-${randomUUID()}.yaml`);
	const discard = () => {
		process.off("SIGINT", interrupted);
		process.off("SIGTERM", interrupted);
		rmSync(file, { force: true });
		secrets.undo();
	};
	const interrupted = () => {
		discard();
		process.exit(INTERRUPTED);
	};
	process.on("SIGINT", interrupted);
	process.on("SIGTERM", interrupted);
	try {
		mkdirSync(dirname(target), { recursive: true });
		secrets.write();
		writeFileSync(file, text, { mode: OWNER_ONLY, flag: "wx" });
	} catch (cause) {
		discard();
		throw new CandourError("USAGE", `Nothing can be written into ${dirname(target)}.`, {
			remedy: "Name another place with --config, or let yourself write there.",
			cause,
		});
	}
	return {
		file,
		discard,
		keep: (overwrite) => {
			if (overwrite) renameSync(file, target);
			else {
				try {
					// Unlike a renaming, a link never replaces what is there.
					linkSync(file, target);
				} catch (cause) {
					discard();
					throw alreadyThere(target, cause);
				}
				rmSync(file);
			}
			process.off("SIGINT", interrupted);
			process.off("SIGTERM", interrupted);
		},
	};
}

export function alreadyThere(target: string, cause?: unknown): CandourError {
	return new CandourError("USAGE", `There is already a ${target}.`, {
		remedy: "Name another file with --config, or say --overwrite.",
		...(cause === undefined ? {} : { cause }),
	});
}
