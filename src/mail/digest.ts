import { hash } from "node:crypto";

/** SHA-256 in hex. */
export function sha256(data: Buffer | string): string {
	return hash("sha256", data, "hex");
}

/** The same in base64url. */
export function sha256Url(data: Buffer | string): string {
	return hash("sha256", data, "base64url");
}
