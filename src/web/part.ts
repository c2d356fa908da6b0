/** The review pages as a part of the service. */
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { openDelivery } from "../alerts/deliver.ts";
import { CandourError } from "../errors.ts";
import type { Installation, Part } from "../installation.ts";
import { createApp } from "./app.ts";
import { doubtsAbout } from "./frame/doubts.ts";
import { mailsLinks } from "./sign-in/link.ts";

export interface WebPart extends Part {
	/** The port in use, where the configuration asked for any free one. */
	readonly port: number;
}

/** What is in hand may end; a page that waits for news would never. */
const LONGEST_GRACE_MS = 1_000;

/**
 * Serves the pages; undefined where nobody is to see them.
 * @throws CandourError USAGE where the port is taken or can't be had, CONFIG_INVALID where a proxy's address is none
 */
export async function createWebPart(installation: Installation): Promise<WebPart | undefined> {
	const { council, log } = installation;
	const { web, reviewers, smtp } = council;
	if (reviewers.length === 0) {
		log.info("nobody is named under reviewers, so the review pages are not served");
		return undefined;
	}
	const delivery = web.link && smtp !== undefined ? openDelivery(smtp) : undefined;
	for (const doubt of doubtsAbout(council)) log.warn(doubt);
	let app: FastifyInstance;
	try {
		const sendLink = delivery && mailsLinks(installation, delivery);
		app = await createApp({ installation, web, ...(sendLink ? { sendLink } : {}) }).catch(proxyError);
		await listen(app, web);
	} catch (error) {
		delivery?.close();
		throw error;
	}
	const { port } = app.server.address() as AddressInfo;
	log.info({ url: web.url, host: web.host, port }, "the review pages are served");
	let running = true;
	return {
		name: "web",
		get running() {
			return running;
		},
		port,
		stop: async (graceMs) => {
			running = false;
			const closed = app.close();
			await Promise.race([closed, pause(Math.min(graceMs, LONGEST_GRACE_MS))]);
			app.server.closeAllConnections();
			await closed;
			delivery?.close();
		},
	};
}

async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
	try {
		await app.listen({ host, port });
	} catch (cause) {
		await app.close();
		throw new CandourError("USAGE", `The review pages can't be served at ${host}, port ${port}.`, {
			remedy: "Another program may have the port: name another under web.port in council.yaml.",
			cause,
		});
	}
}

function proxyError(cause: unknown): never {
	if (cause instanceof TypeError && /invalid (?:IP|range)/iu.test(cause.message)) {
		throw new CandourError("CONFIG_INVALID", "web.trustProxy holds something that is no address.", {
			remedy: "Write addresses or networks, like 127.0.0.1 or 10.0.0.0/8.",
			cause,
		});
	}
	throw cause;
}
