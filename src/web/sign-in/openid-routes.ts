/** Signing in with an account of the council. */
import type { OpenIdConfig } from "../../config/council.ts";
import type { Pages } from "../frame/deps.ts";
import { OPEN } from "../frame/guard.ts";
import { atMost } from "../frame/limits.ts";
import { createOpenId } from "./openid.ts";
import { signIn } from "./session.ts";

const CALLBACK = "/sign-in/openid/callback";
const WINDOW_MS = 10 * 60_000;
const IN_WINDOW = 60;

export function openIdRoutes(config: OpenIdConfig): Pages {
	return (app, { installation, web }) => {
		const { council, log, now } = installation;
		const openid = createOpenId(config, `${web.url}${CALLBACK}`);
		const options = { config: { ...OPEN, rateLimit: atMost(IN_WINDOW, WINDOW_MS) } };

		app.get("/sign-in/openid", options, async (request, reply) => {
			const { again } = request.query as { again?: unknown };
			const begun = await openid.begin(again !== undefined);
			if ("error" in begun) {
				log.error({ err: begun.error }, "the sign-in provider can't be reached");
				return reply.code(503).page("sign-in-failed", { ...UNREACHABLE, label: config.label });
			}
			request.session.openid = begun.checks;
			return reply.redirect(begun.url, 303);
		});

		app.get(CALLBACK, options, async (request, reply) => {
			const checks = request.session.openid;
			const fail = (status: number, page: object) =>
				reply.code(status).page("sign-in-failed", { ...page, label: config.label });
			if (checks === undefined) return fail(400, STALE);
			// Whatever becomes of it, these are spent.
			request.session.set("openid", undefined);
			const outcome = await openid.finish(new URL(`${web.url}${request.url}`), checks);
			if (outcome.kind !== "vouched")
				log.warn({ err: outcome.error, outcome: outcome.kind, answer: wordOf(outcome.error) }, "a sign-in failed");
			switch (outcome.kind) {
				case "unreachable":
					return fail(503, UNREACHABLE);
				case "stopped":
					return fail(403, STOPPED);
				case "refused":
					return fail(400, STALE);
				case "vouched": {
					const reviewer = council.reviewers.find(({ email }) => outcome.addresses.includes(email));
					if (reviewer === undefined) return fail(403, { ...UNKNOWN, address: outcome.addresses[0], again: true });
					return signIn(request, reply, reviewer, now());
				}
			}
		});
	};
}

const UNREACHABLE = {
	title: "The sign-in could not be reached",
	lines: ["The service that checks your account does not answer at the moment. Try again in a few minutes."],
};
const STOPPED = {
	title: "You are not signed in",
	lines: ["The sign-in was stopped, or your account may not use Candour there."],
};
const STALE = {
	title: "This sign-in is no longer valid",
	lines: ["It took too long, or it was begun in another window or browser. Start again."],
};
const UNKNOWN = {
	title: "This account may not sign in",
	lines: [
		"Only people whom the council names as reviewers can see these pages, by the address that their account vouches for.",
		"If you should be one of them, ask your administrator to look at reviewers in council.yaml.",
	],
};

/** The provider's own word for it, "access_denied" say; what else it writes may name people. */
function wordOf(error: unknown): string | undefined {
	const word = error instanceof Error && "error" in error ? error.error : undefined;
	return typeof word === "string" && /^[a-z_]{1,60}$/u.test(word) ? word : undefined;
}
