/** Signing in and out. */
import type { Pages } from "../frame/deps.ts";
import { OPEN } from "../frame/guard.ts";
import { cookieOf } from "../frame/session-store.ts";
import { destinationIn } from "../sign-in/destination.ts";
import { linkRoutes } from "../sign-in/link-routes.ts";
import { openIdRoutes } from "../sign-in/openid-routes.ts";
import { signOut } from "../sign-in/session.ts";

declare module "fastify" {
	interface Session {
		/** What was typed was no address; said once. */
		signInError?: boolean;
	}
}

export const signInPages: Pages = async (app, deps) => {
	const { web, sendLink } = deps;
	const { openid } = web;
	const byLink = web.link && sendLink !== undefined;
	const { secure } = cookieOf(web);

	app.get("/sign-in", { config: OPEN }, async (request, reply) => {
		const { to, out } = request.query as { to?: unknown; out?: unknown };
		const wanted = destinationIn(to);
		if (request.viewer !== undefined) return reply.redirect(wanted ?? "/", 303);
		// Browsers keep the session's cookie only where the connection is as safe as web.url says.
		if (secure && request.protocol !== "https") return reply.code(421).page("message-page", insecure(web.url));
		if (wanted !== undefined) request.session.wanted = wanted;
		const { signInError } = request.session;
		if (signInError !== undefined) request.session.set("signInError", undefined);
		return reply.page("sign-in", {
			title: "Sign in",
			form: true,
			byLink,
			openid: openid && { label: openid.label },
			signedOut: out !== undefined,
			errors: signInError,
		});
	});

	app.post("/sign-out", { config: OPEN }, async (request, reply) => {
		await signOut(request, reply, web);
		return reply.redirect("/sign-in?out=1", 303);
	});

	if (byLink) await linkRoutes(app, deps);
	if (openid !== undefined) await openIdRoutes(openid)(app, deps);
};

function insecure(url: string) {
	return {
		title: "Another address",
		lines: [
			`Candour is at ${url}.`,
			"If that is where you are: the web server in front must send X-Forwarded-Proto, and council.yaml must name it under web.trustProxy.",
		],
	};
}
