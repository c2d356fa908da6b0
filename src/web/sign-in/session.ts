/** Signing in and out as sessions see it. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Reviewer } from "../../config/council.ts";
import { cookieOf } from "../frame/session-store.ts";
import { destinationIn } from "./destination.ts";
import type { OpenIdChecks } from "./openid.ts";

declare module "fastify" {
	interface Session {
		/** Milliseconds since 1970. */
		signedInAt?: number;
		/** The page that he wanted. */
		wanted?: string;
		/** What the provider's answer must fit. */
		openid?: OpenIdChecks;
	}
}

/** Signs in and leads on. Under a new session id: one that somebody else may have planted before is worth nothing. */
export async function signIn(
	request: FastifyRequest,
	reply: FastifyReply,
	reviewer: Reviewer,
	now: Date,
): Promise<FastifyReply> {
	const wanted = destinationIn(request.session.wanted) ?? "/";
	await request.session.regenerate();
	request.session.email = reviewer.email;
	request.session.signedInAt = now.getTime();
	return reply.redirect(wanted, 303);
}

/** Ends the session in the store, so that a copy of its cookie is worth nothing either. */
export async function signOut(request: FastifyRequest, reply: FastifyReply, web: { url: string }): Promise<void> {
	await request.session.destroy();
	const { name, options } = cookieOf(web);
	const { maxAge: _, ...rest } = options;
	reply.clearCookie(name, rest);
}
