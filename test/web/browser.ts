/** What a browser does between injected requests: it keeps the cookie, and sends the forms of the page that it shows. */
import type { Site } from "./site.ts";

type Answer = Awaited<ReturnType<Site["get"]>>;

export interface Browser {
	get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
	/** Sends a form with the token of the page that was last shown. */
	post(
		path: string,
		form: Readonly<Record<string, string>>,
		headers?: Readonly<Record<string, string>>,
	): Promise<Answer>;
	/** The Cookie header, "" where there is none. */
	cookie(): string;
	/** The id in the cookie, without its signature. */
	sessionId(cookie?: string): string;
}

let machines = 0;

/** Each sits at a machine of its own. */
export function browse({ app }: Pick<Site, "app">, common: Readonly<Record<string, string>> = {}): Browser {
	machines += 1;
	const remoteAddress = `127.1.${machines >> 8}.${machines & 255}`;
	let jar = "";
	let token = "";
	const send = async (method: "GET" | "POST", url: string, headers: Record<string, string>, payload?: string) => {
		const response = await app.inject({
			method,
			url,
			remoteAddress,
			headers: { ...common, ...(jar === "" ? {} : { cookie: jar }), ...headers },
			...(payload === undefined ? {} : { payload }),
		});
		for (const line of [response.headers["set-cookie"] ?? []].flat()) {
			const [pair = ""] = line.split(";");
			jar = pair.endsWith("=") ? "" : pair;
		}
		token = /name="_csrf" value="([^"]+)"/u.exec(response.body)?.[1] ?? token;
		return { status: response.statusCode, body: response.body, headers: response.headers };
	};
	return {
		get: (path, headers = {}) => send("GET", path, { ...headers }),
		post: (path, form, headers = {}) =>
			send(
				"POST",
				path,
				{ "content-type": "application/x-www-form-urlencoded", ...headers },
				new URLSearchParams({ _csrf: token, ...form }).toString(),
			),
		cookie: () => jar,
		sessionId: (cookie = jar) => decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "",
	};
}
