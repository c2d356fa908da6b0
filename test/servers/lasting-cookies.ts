/**
 * Preloaded into a demo whose clock is shifted: its cookies last as long as the browser's window. The browser goes by the
 * machine's clock, and would throw away at once what ends in that clock's past.
 */
import { ServerResponse } from "node:http";

const EXPIRES = /; Expires=[^;]*/giu;
const writeHead = ServerResponse.prototype.writeHead as (...values: unknown[]) => ServerResponse;

ServerResponse.prototype.writeHead = function (this: ServerResponse, ...values: unknown[]) {
	for (const headers of [...values].filter((value) => typeof value === "object" && value !== null)) {
		const kept = headers as Record<string, string | string[] | undefined>;
		const cookies = [kept["set-cookie"] ?? []].flat();
		// A cookie that is cleared has no value, and is to go.
		if (cookies.length > 0)
			kept["set-cookie"] = cookies.map((one) => (/^[^=]+=;/u.test(one) ? one : one.replace(EXPIRES, "")));
	}
	return writeHead.apply(this, values);
} as typeof ServerResponse.prototype.writeHead;
