/** The routes of the site as they are registered, so that a test can ask each of them. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import type { ReviewRole } from "../../src/config/council.ts";
import { guardOf } from "../../src/web/frame/guard.ts";

export interface Route {
	readonly method: string;
	/** With its parameters: `/findings/:id`. */
	readonly url: string;
	/** With something in their place. */
	readonly path: string;
	/** Whom its guard lets in; undefined where everybody may come. */
	readonly roles: readonly ReviewRole[] | undefined;
}

/** What `open` registers. */
export async function everyRoute<T>(
	open: () => Promise<T>,
): Promise<{ readonly opened: T; readonly routes: readonly Route[] }> {
	const routes: Route[] = [];
	const watch = (message: unknown) => {
		(message as { fastify: FastifyInstance }).fastify.addHook("onRoute", ({ method, url, preHandler }) => {
			for (const one of [method].flat()) {
				const path = url.replace(/:[a-z]+/giu, "x");
				routes.push({ method: one, url, path, roles: guardOf(preHandler)?.roles });
			}
		});
	};
	subscribe("fastify.initialization", watch);
	try {
		return { opened: await open(), routes };
	} finally {
		unsubscribe("fastify.initialization", watch);
	}
}
