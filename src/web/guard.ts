/** Who may open what. A page that is not for somebody's role looks to him as if it weren't there. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReviewRole } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import type { Viewer } from "./viewer.ts";

/** For `preHandler`: lets through whoever has one of the roles; without any, whoever is signed in. */
export function only(...roles: readonly ReviewRole[]) {
	return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
		const { viewer } = request;
		if (viewer === undefined) {
			const wanted = request.method === "GET" ? `?to=${encodeURIComponent(request.url)}` : "";
			return reply.redirect(`/sign-in${wanted}`, 303);
		}
		if (roles.length > 0 && !roles.some((role) => viewer.roles.has(role))) throw new NotFound();
	};
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
