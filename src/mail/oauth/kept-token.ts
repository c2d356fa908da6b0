/**
 * Where a renewed refresh token is kept: some providers take each only once, and council.yaml is not ours to write.
 * A file that its owner alone can read, named after the login, beside the stored data.
 */
import { createHash, randomUUID } from "node:crypto";
import { access, constants, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CandourError } from "../../errors.ts";
import type { RefreshLogin } from "./renewable-login.ts";

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const NAME_LENGTH = 22;

export interface KeptToken {
	/** The one that was kept last, else that of the configuration. */
	readonly refreshToken: string;
	keep(refreshToken: string): Promise<void>;
}

/**
 * Makes sure that a new token could be kept before the old one is spent. Another token in the configuration (consent
 * was given anew) has another file, so that the old one's successors are forgotten. Throws SOURCE_LOGIN_REFUSED where
 * the folder cannot be written to.
 */
export async function keptToken(login: RefreshLogin): Promise<KeptToken> {
	const name = createHash("sha256")
		.update([login.tokenUrl, login.clientId, login.refreshToken].join("\n"))
		.digest("base64url")
		.slice(0, NAME_LENGTH);
	const file = join(login.keepIn, `${name}.token`);
	// Google never renews a refresh token, and an audit may well run where nothing can be written.
	if (login.provider !== "google") await prepare(login.keepIn);
	return {
		refreshToken: (await readFile(file, "utf8").catch(() => "")).trim() || login.refreshToken,
		keep: (refreshToken) => write(file, refreshToken, login.keepIn),
	};
}

async function prepare(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
		await access(folder, constants.W_OK);
	} catch (error) {
		throw cannotKeep(folder, error);
	}
}

async function write(file: string, refreshToken: string, folder: string): Promise<void> {
	const unfinished = `${file}.${randomUUID()}.part`;
	try {
		await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
		await writeFile(unfinished, `${refreshToken}\n`, { mode: OWNER_ONLY, flag: "wx", flush: true });
		await rename(unfinished, file);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw cannotKeep(folder, error);
	}
}

function cannotKeep(folder: string, cause: unknown): CandourError {
	if ((cause as NodeJS.ErrnoException).code === "ENOSPC") {
		return new CandourError("DISK_FULL", `The renewed login cannot be kept in ${folder}: the disk is full.`, {
			remedy: "Free some space on the disk.",
			transient: true,
			cause,
		});
	}
	return new CandourError("SOURCE_LOGIN_REFUSED", `A renewed login could not be kept in ${folder}.`, {
		remedy: "Let Candour's user write there, or name another folder as oauth2: keepIn.",
		cause,
	});
}
