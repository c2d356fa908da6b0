/** How often somebody may ask. Who is signed in is counted by himself, others by their address, an office together. */
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";

const WINDOW_MS = 60_000;
/** Ten pages a second, for a minute: nobody clicks as quickly, a script that fetches everything does. */
const SIGNED_IN_A_MINUTE = 600;
/** The sign-in page for an office behind one address. */
const OTHERS_A_MINUTE = 120;

export async function limitRequests(app: FastifyInstance): Promise<void> {
	await app.register(rateLimit, {
		timeWindow: WINDOW_MS,
		max: (request) => (request.session?.email === undefined ? OTHERS_A_MINUTE : SIGNED_IN_A_MINUTE),
		keyGenerator: (request) => request.session?.email ?? byAddress(request),
		...SILENT,
	});
}

/** How much is left is nobody's business; when to come back, in Retry-After, is. */
const SILENT = {
	addHeadersOnExceeding: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
	addHeaders: {
		"x-ratelimit-limit": false,
		"x-ratelimit-remaining": false,
		"x-ratelimit-reset": false,
		"retry-after": true,
	},
} as const;

/** For `config.rateLimit`: so many in so long from one address, whoever is signed in there. */
export function atMost(max: number, windowMs: number) {
	return { max, timeWindow: windowMs, keyGenerator: byAddress };
}

/** Whoever has an IPv6 address has 2^64 of them: they count as one. */
function byAddress({ ip }: FastifyRequest): string {
	return rateLimit.normalizeIP(ip, IPV6_NETWORK_BITS);
}

const IPV6_NETWORK_BITS = 64;
