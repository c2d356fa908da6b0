/** The review pages as a Fastify application: sessions, protection of forms, headers, and the pages themselves. */
import cookie from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import session from "@fastify/session";
import Fastify, { type FastifyInstance } from "fastify";
import { CandourError } from "../errors.ts";
import { sessionSecret } from "../store/session-secret.ts";
import { serveAssets } from "./assets.ts";
import type { WebDeps } from "./deps.ts";
import { NotFound } from "./guard.ts";
import { navigationFor } from "./navigation.ts";
import { PAGES } from "./pages/index.ts";
import { createRender } from "./render.ts";
import { createSessionStore, SESSION_MS } from "./session-store.ts";
import { viewerOf } from "./viewer.ts";

const BODY_LIMIT_BYTES = 256 * 1024;
const REQUESTS_A_MINUTE = 300;

export async function createApp(deps: WebDeps): Promise<FastifyInstance> {
	const { installation, web } = deps;
	const { council, roster, store, log, now } = installation;
	const secure = web.url.startsWith("https:");
	// Requests aren't logged: their addresses say who looked at which finding.
	const app = Fastify({
		logger: false,
		bodyLimit: BODY_LIMIT_BYTES,
		trustProxy: web.trustProxy.length > 0 ? [...web.trustProxy] : false,
		routerOptions: { maxParamLength: 200 },
	});
	const render = createRender(council.register.timezone);

	await app.register(helmet, {
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'none'"],
				scriptSrc: ["'self'"],
				styleSrc: ["'self'"],
				imgSrc: ["'self'", "data:"],
				connectSrc: ["'self'"],
				formAction: ["'self'"],
				baseUri: ["'none'"],
				frameAncestors: ["'none'"],
			},
		},
		referrerPolicy: { policy: "same-origin" },
		strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
	});
	await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: "1 minute" });
	await app.register(formbody);
	await app.register(cookie);
	await app.register(session, {
		secret: await sessionSecret(store.db),
		store: createSessionStore(store.db, now),
		cookieName: secure ? "__Host-candour" : "candour",
		cookie: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: SESSION_MS },
		saveUninitialized: false,
		rolling: false,
	});
	await app.register(csrf, { sessionPlugin: "@fastify/session", sessionKey: "csrf" });
	const assets = await serveAssets(app);

	app.decorateRequest("viewer", undefined);
	app.decorateReply("page", async function page(name, values) {
		const { request } = this;
		const { viewer } = request;
		const { notice } = request.session;
		if (notice !== undefined) request.session.set("notice", undefined);
		return this.type("text/html; charset=utf-8")
			.header("cache-control", "no-store")
			.send(
				render(name, {
					council: council.register.council,
					protocolTitle: council.protocol.title,
					assets,
					viewer,
					csrf: viewer === undefined && values.form !== true ? undefined : this.generateCsrf(),
					navigation: viewer === undefined ? [] : navigationFor(viewer, request.url.split("?")[0] ?? "/"),
					notice,
					...values,
				}),
			);
	});
	app.addHook("preHandler", async (request) => {
		// Roles are the configuration's of now, not of the moment of signing in.
		const reviewer = council.reviewers.find(({ email }) => email === request.session.email);
		request.viewer = reviewer && viewerOf(reviewer, roster);
	});
	app.addHook("preHandler", (request, reply, done) => {
		if (request.method === "GET" || request.method === "HEAD") return done();
		app.csrfProtection(request, reply, done);
	});
	app.setNotFoundHandler(async (_request, reply) => reply.code(404).page("message-page", NOT_FOUND));
	app.setErrorHandler(async (error: Error & { statusCode?: number; code?: string }, request, reply) => {
		if (error instanceof NotFound) return reply.code(404).page("message-page", NOT_FOUND);
		if (error.code?.startsWith("FST_CSRF")) return reply.code(403).page("message-page", FORM_EXPIRED);
		if (error.statusCode === 429) return reply.code(429).page("message-page", TOO_MANY);
		if (error instanceof CandourError && error.code === "USAGE") {
			return reply
				.code(400)
				.page("message-page", { title: "This can't be done", lines: [error.message, error.remedy] });
		}
		const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
		if (status === 500) log.error({ err: error, route: request.routeOptions.url }, "a page failed");
		return reply.code(status).page("message-page", FAILED);
	});
	for (const pages of PAGES) await pages(app, deps);
	return app;
}

const NOT_FOUND = {
	title: "Page not found",
	lines: ["There is no such page, or it is not for you to see."],
};
const FORM_EXPIRED = {
	title: "This form is no longer valid",
	lines: ["You may have signed out in another window. Go back, load the page again and send the form once more."],
};
const TOO_MANY = { title: "Too many requests", lines: ["Wait a minute and try again."] };
const FAILED = {
	title: "Sorry, this did not work",
	lines: ["Nothing was changed. Try again; if it goes on, tell your administrator: Candour's log says why."],
};
