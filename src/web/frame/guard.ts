/** Who may open what. A page that is not for somebody's role looks to him as if it weren't there. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReviewRole } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
import type { Viewer } from "./viewer.ts";

/** A guard knows its roles, so that it can be asked which routes are whose. */
export interface Guard {
	(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
	readonly roles: readonly ReviewRole[];
}

declare module "fastify" {
	interface FastifyContextConfig {
		/** Who isn't signed in may open it too. */
		readonly open?: boolean;
	}
}

/** For `config`: this route is for everybody. */
export const OPEN = { open: true } as const;

/** For `preHandler`: lets through whoever has one of the roles; without any, whoever is signed in. */
export function only(...roles: readonly ReviewRole[]): Guard {
	const guard = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
		const { viewer } = request;
		if (viewer === undefined) {
			const wanted = request.method === "GET" ? `?to=${encodeURIComponent(request.url)}` : "";
			return reply.redirect(`/sign-in${wanted}`, 303);
		}
		if (roles.length > 0 && !roles.some((role) => viewer.roles.has(role))) throw new NotFound();
	};
	return Object.assign(guard, { roles });
}

/** The guard among a route's handlers. */
export function guardOf(preHandler: unknown): Guard | undefined {
	return [preHandler].flat().find((one): one is Guard => typeof one === "function" && "roles" in one);
}

/** From here on, a route that neither has a guard nor is said to be open can't be added: none is open by oversight. */
export function everyRouteSaysForWhom(app: FastifyInstance): void {
	app.addHook("onRoute", ({ method, url, preHandler, config }) => {
		if (config?.open === true || guardOf(preHandler) !== undefined) return;
		throw new Error(`${[method].flat().join("/")} ${url} says neither "preHandler: only(…)" nor "config: OPEN"`);
	});
}

/**
 * Whether another site, or a mail read in a browser, led here. What is written down of a person, as that he opened a
 * message, must be his own doing. Browsers without the header are taken at their word.
 */
export function ledBy({ headers }: FastifyRequest): "another-site" | "this-site" {
	return headers["sec-fetch-site"] === "cross-site" ? "another-site" : "this-site";
}

/** The viewer behind a guard. */
export function viewerOn({ viewer }: FastifyRequest): Viewer {
	if (viewer === undefined) throw new NotFound();
	return viewer;
}

/** Shown as "Page not found": also for what is there and not for this viewer. */
export class NotFound extends CandourError {
	constructor() {
		super("NOT_FOUND", "There is no such page.", { remedy: "Go back to the overview." });
	}
}
