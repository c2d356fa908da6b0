/** Delivery as .eml files, for a council that has no mail server yet, for trying out, and for the demo. */
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { CandourError } from "../errors.ts";
import type { Delivery } from "./delivery.ts";
import { nodemailerOptions } from "./raw-mail.ts";

const READABLE_BY_OWNER = 0o600;

/** A second sending of the same mail replaces its file. Directories that are missing are made. */
export function deliverIntoDirectory(directory: string): Delivery {
	const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
	return {
		async send(mail) {
			const { message } = await composer.sendMail(await nodemailerOptions(mail));
			const file = join(directory, `${fileName(mail.key)}.eml`);
			await writeWhole(directory, file, message as Buffer).catch((error: unknown) => {
				throw writingError(error, directory);
			});
			return { accepted: mail.to.map(({ address }) => address), rejected: [], file };
		},
		async check() {
			await mkdir(directory, { recursive: true })
				.then(() => access(directory, constants.W_OK))
				.catch((error: unknown) => {
					throw writingError(error, directory);
				});
		},
		close: () => composer.close(),
	};
}

/** Whole or not at all: whoever watches the directory never sees half a mail under its name. */
async function writeWhole(directory: string, file: string, content: Buffer): Promise<void> {
	await mkdir(directory, { recursive: true });
	const unfinished = join(directory, `.${randomUUID()}.part`);
	try {
		const handle = await open(unfinished, "wx", READABLE_BY_OWNER);
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(unfinished, file);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}

function fileName(key: string): string {
	return key.replace(/[^A-Za-z0-9-]+/gu, "-").replace(/^-+|-+$/gu, "") || "mail";
}

/** Room on the disk is the one fault of writing that has a code of its own. */
export function writingError(error: unknown, directory: string): CandourError {
	const code = (error as NodeJS.ErrnoException).code ?? "";
	if (code === "ENOSPC" || code === "EDQUOT") {
		return new CandourError("DISK_FULL", `There is no room left to write mail into ${directory}.`, {
			remedy: "Free some space; Candour tries again by itself.",
			transient: true,
			cause: error,
		});
	}
	return new CandourError(
		"DELIVERY_FAILED",
		`Mail could not be written into ${directory} (${code || "unknown fault"}).`,
		{
			remedy: "Check that the directory below smtp: in council.yaml exists and may be written to.",
			transient: true,
			cause: error,
		},
	);
}
