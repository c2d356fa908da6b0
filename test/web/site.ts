/** The review pages over a store of their own, without a network: requests are injected, and anybody can be signed in. */
import { randomBytes } from "node:crypto";
import { Signer } from "@fastify/cookie";
import type { FastifyInstance, InjectOptions } from "fastify";
import { bearingOf } from "../../src/alerts/bearing.ts";
import type { Council, Reviewer } from "../../src/config/council.ts";
import { type Installation, openInstallation } from "../../src/installation.ts";
import { createLogger, type Logger } from "../../src/logging.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { reconcileFindings } from "../../src/store/findings.ts";
import type { Db } from "../../src/store/schema.ts";
import { sessionSecret } from "../../src/store/session-secret.ts";
import { createApp } from "../../src/web/app.ts";
import type { WebDeps } from "../../src/web/frame/deps.ts";
import { createSessionStore } from "../../src/web/frame/session-store.ts";
import { DOMAIN } from "../thornby.ts";
import { makePlace, type Place } from "../workers/place.ts";

export const REVIEWERS: readonly Reviewer[] = [
	{ name: "Jo Marsh", email: `clerk@${DOMAIN}`, roles: ["reviewer", "administrator"] },
	{ name: "Rae Dunn", email: `deputy@${DOMAIN}`, roles: ["reviewer"] },
	{ name: "Bea Lund", email: `b.lund@${DOMAIN}`, roles: ["conflict-reviewer"] },
	{ name: "Reader", email: `reader@${DOMAIN}`, roles: ["reader"] },
	{ name: "Admin", email: `admin@${DOMAIN}`, roles: ["administrator"] },
];

export interface Site {
	readonly place: Place;
	readonly installation: Installation;
	readonly app: FastifyInstance;
	/** The Cookie header of a fresh session of this address. */
	signIn(email: string): Promise<string>;
	get(path: string, cookie?: string): Promise<{ status: number; body: string; headers: Record<string, unknown> }>;
	/** Sends a form with the token that the page at `from` holds. */
	post(path: string, form: Readonly<Record<string, string>>, cookie: string, from: string): ReturnType<Site["get"]>;
	/** Stores findings as an audit of monitored mail does. */
	raise(findings: readonly Finding[], at?: Date): Promise<void>;
	close(): Promise<void>;
}

export async function openSite(
	change: Partial<Council> = {},
	options: { readonly now?: () => Date; readonly sendLink?: WebDeps["sendLink"]; readonly log?: Logger } = {},
): Promise<Site> {
	const place = await makePlace({ reviewers: REVIEWERS, ...change });
	const now = options.now ?? (() => new Date());
	const installation = await openInstallation(place.council, {
		log: options.log ?? createLogger({ level: "silent" }),
		now,
	});
	const app = await createApp({
		installation,
		web: place.council.web,
		...(options.sendLink ? { sendLink: options.sendLink } : {}),
	});
	await app.ready();
	const inject = async (request: InjectOptions) => {
		const response = await app.inject(request);
		return { status: response.statusCode, body: response.body, headers: response.headers };
	};
	const get: Site["get"] = (url, cookie) => inject({ method: "GET", url, headers: cookie ? { cookie } : {} });
	return {
		place,
		installation,
		app,
		get,
		signIn: (email) => sessionCookie(installation.store.db, email, now),
		post: async (url, form, cookie, from) => {
			const { body } = await get(from, cookie);
			const token = /name="_csrf" value="([^"]+)"/u.exec(body)?.[1] ?? "";
			return inject({
				method: "POST",
				url,
				headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
				payload: new URLSearchParams({ _csrf: token, ...form }).toString(),
			});
		},
		raise: async (findings, at = now()) => {
			const judged = new Map<string, Finding[]>();
			for (const finding of findings) {
				const identity = `m_${finding.message.messageId}`;
				judged.set(identity, [...(judged.get(identity) ?? []), finding]);
			}
			const { roster, store } = installation;
			await store.db.transaction((tx) =>
				reconcileFindings(tx, judged, at, undefined, (finding) => bearingOf(finding, roster)),
			);
		},
		close: async () => {
			await app.close();
			await installation.close();
			await place.remove();
		},
	};
}

/** The Cookie header of a fresh session of this address. */
export async function sessionCookie(db: Db, email: string, now = () => new Date()): Promise<string> {
	const id = randomBytes(24).toString("base64url");
	const store = createSessionStore(db, now);
	const cookie = { originalMaxAge: null, httpOnly: true, path: "/" };
	// As signing in does: a session without a name first, then the name.
	for (const session of [{ cookie }, { cookie, email }]) {
		await new Promise<void>((resolve, reject) =>
			store.set(id, session as never, (error) => (error ? reject(error) : resolve())),
		);
	}
	return `candour=${encodeURIComponent(new Signer(await sessionSecret(db)).sign(id))}`;
}
