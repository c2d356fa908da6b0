/** The review pages as a Fastify application: sessions, protection of forms, headers, and the pages themselves. */
import cookie from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";
import formbody from "@fastify/formbody";
import session from "@fastify/session";
import Fastify, { type FastifyInstance } from "fastify";
import { CandourError } from "../errors.ts";
import { sessionSecret } from "../store/session-secret.ts";
import { serveAssets } from "./frame/assets.ts";
import type { WebDeps } from "./frame/deps.ts";
import { everyRouteSaysForWhom, NotFound } from "./frame/guard.ts";
import { BARE_HEADERS, setHeaders } from "./frame/headers.ts";
import { hostsOf } from "./frame/hosts.ts";
import { limitRequests } from "./frame/limits.ts";
import { navigationFor } from "./frame/navigation.ts";
import { createRender } from "./frame/render.ts";
import { cookieOf, createSessionStore } from "./frame/session-store.ts";
import { viewerOf } from "./frame/viewer.ts";
import { PAGES } from "./pages/index.ts";

const BODY_LIMIT_BYTES = 256 * 1024;
/** For a whole request to arrive: without it, whoever sends a letter a minute keeps a connection for ever. */
const REQUEST_LIMIT_MS = 30_000;

/** Not listening yet. Throws where a route says neither for whom it is nor that it is open. */
export async function createApp(deps: WebDeps): Promise<FastifyInstance> {
	const { installation, web } = deps;
	const { council, roster, store, log, now } = installation;
	const { secure, name: cookieName, options: cookieOptions } = cookieOf(web);
	// Requests aren't logged: their addresses say who looked at which finding.
	const app = Fastify({
		logger: false,
		bodyLimit: BODY_LIMIT_BYTES,
		requestTimeout: REQUEST_LIMIT_MS,
		trustProxy: web.trustProxy.length > 0 ? [...web.trustProxy] : false,
		routerOptions: { maxParamLength: 200 },
		frameworkErrors: (_error, _request, { raw }) => {
			raw.writeHead(400, BARE_HEADERS).end("There is no such page.\n");
		},
	});
	const render = createRender(council.register.timezone);
	const answersTo = hostsOf(web);

	everyRouteSaysForWhom(app);
	await setHeaders(app, secure);
	await app.register(formbody);
	await app.register(cookie);
	await app.register(session, {
		secret: await sessionSecret(store.db),
		store: createSessionStore(store.db, now),
		cookieName,
		cookie: cookieOptions,
		saveUninitialized: false,
		rolling: false,
	});
	await limitRequests(app);
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
	app.addHook("onRequest", async (request, reply) => {
		if (answersTo(request.host)) return;
		return reply.code(421).page("message-page", { title: "Another address", lines: [`Candour is at ${web.url}.`] });
	});
	app.addHook("preHandler", async (request) => {
		// The database takes no NUL, and nothing of ours is called by one.
		if (Object.values(request.params ?? {}).some((value) => String(value).includes("\0"))) throw new NotFound();
		// Roles are the configuration's of now, not of the moment of signing in.
		const reviewer = council.reviewers.find(({ email }) => email === request.session.email);
		request.viewer = reviewer && viewerOf(reviewer, roster);
	});
	app.addHook("preHandler", (request, reply, done) => {
		if (request.method === "GET" || request.method === "HEAD") return done();
		app.csrfProtection(request, reply, done);
	});
	app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (_request, reply) =>
		reply.code(404).page("message-page", NOT_FOUND),
	);
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
	lines: [
		"You may have signed out, or in again, in another window. Go back, load the page again and send the form once more.",
		"Candour needs one cookie, for as long as you are signed in. If this goes on, let your browser accept it.",
	],
};
const TOO_MANY = { title: "Too many requests", lines: ["Wait a few minutes and try again."] };
const FAILED = {
	title: "Sorry, this did not work",
	lines: ["Nothing was changed. Try again; if it goes on, tell your administrator: Candour's log says why."],
};
