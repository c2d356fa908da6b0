/** How a command finds the service that runs on a storage directory: a file that its owner alone can read. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FILE = "local-access.json";
const TOKEN_BYTES = 32;
const READABLE_BY_OWNER = 0o600;

/** Port on this machine, and the secret that the service asks for. */
export interface LocalAccess {
	readonly port: number;
	readonly token: string;
}

export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString("base64url");
}

export async function offerAccess(directory: string, access: LocalAccess): Promise<void> {
	const file = join(directory, FILE);
	// A file that is there already would keep its own rights.
	await rm(`${file}.part`, { force: true });
	await writeFile(`${file}.part`, `${JSON.stringify(access)}\n`, { mode: READABLE_BY_OWNER, flag: "wx" });
	await rename(`${file}.part`, file);
}

export async function withdrawAccess(directory: string): Promise<void> {
	await rm(join(directory, FILE), { force: true });
}

/** Undefined where no service offers any. One that was killed leaves its file behind: then nobody answers. */
export async function accessTo(directory: string): Promise<LocalAccess | undefined> {
	try {
		const { port, token } = JSON.parse(await readFile(join(directory, FILE), "utf8")) as Partial<LocalAccess>;
		return typeof port === "number" && typeof token === "string" ? { port, token } : undefined;
	} catch {
		return undefined;
	}
}

/** Whether the Authorization header holds the token; takes the same time whichever character is wrong. */
export function holdsToken(authorization: string | undefined, token: string): boolean {
	const digest = (text: string) => createHash("sha256").update(text).digest();
	return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}
