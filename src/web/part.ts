/** The review pages as a part of the service. */
import type { AddressInfo } from "node:net";
import { CandourError } from "../errors.ts";
import type { Installation, Part } from "../installation.ts";
import { createApp } from "./app.ts";
import type { WebDeps } from "./deps.ts";

export interface WebPart extends Part {
	/** The port in use, where the configuration asked for any free one. */
	readonly port: number;
}

/**
 * Serves the pages; undefined where nobody may sign in.
 * @throws CandourError USAGE where the port is taken or can't be had
 */
export async function createWebPart(
	installation: Installation,
	sendLink?: WebDeps["sendLink"],
): Promise<WebPart | undefined> {
	const { council, log } = installation;
	const { web, reviewers } = council;
	if (reviewers.length === 0) {
		log.info("nobody is named under reviewers, so the review pages are not served");
		return undefined;
	}
	const app = await createApp({ installation, web, ...(sendLink ? { sendLink } : {}) });
	try {
		await app.listen({ host: web.host, port: web.port });
	} catch (cause) {
		await app.close();
		throw new CandourError("USAGE", `The review pages can't be served at ${web.host}, port ${web.port}.`, {
			remedy: "Another program may have the port: name another under web.port in council.yaml.",
			cause,
		});
	}
	let running = true;
	return {
		name: "web",
		get running() {
			return running;
		},
		port: (app.server.address() as AddressInfo).port,
		stop: async () => {
			running = false;
			app.server.closeAllConnections();
			await app.close();
		},
	};
}
