/** The headers of every answer: no inline script or style, no frame, no copy kept, nothing told to other sites. */
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

const A_YEAR_S = 31_536_000;

export async function setHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
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
		strictTransportSecurity: secure ? { maxAge: A_YEAR_S } : false,
	});
	app.addHook("onSend", async (_request, reply) => {
		// Shared machines: what isn't said to be for keeping stays in no cache, redirects and downloads neither.
		if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
	});
}

/** For the few answers that are given before a request has gone through anything. */
export const BARE_HEADERS = {
	"content-type": "text/plain; charset=utf-8",
	"content-security-policy": "default-src 'none';frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
	"referrer-policy": "same-origin",
	"cache-control": "no-store",
} as const;
