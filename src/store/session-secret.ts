import { randomBytes } from "node:crypto";
import type { Db } from "./schema.ts";
import { settingOr } from "./settings.ts";

const SECRET_BYTES = 48;

/** The secret that signs session cookies, the same in every process of an installation. */
export function sessionSecret(db: Db): Promise<string> {
	return settingOr(db, "session-secret", () => randomBytes(SECRET_BYTES).toString("base64url"));
}
