/** Signing in by a link that comes by e-mail. */
import { z } from "zod";
import { normaliseAddress } from "../../people/address.ts";
import { LINK_MINUTES, ownerOfLink, useLink } from "../../store/sign-in-links.ts";
import type { Pages } from "../frame/deps.ts";
import { OPEN } from "../frame/guard.ts";
import { atMost } from "../frame/limits.ts";
import { sendLinkTo } from "./link.ts";
import { signIn } from "./session.ts";

const WINDOW_MS = 10 * 60_000;
/** An office behind one address signs in on a Monday morning; a list of guessed addresses takes longer. */
const ASKED_IN_WINDOW = 20;
const OPENED_IN_WINDOW = 40;
const LONGEST_ADDRESS = 254;

const asked = z.object({ email: z.string().trim().max(LONGEST_ADDRESS) });
const turnedIn = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/u) });

export const linkRoutes: Pages = (app, deps) => {
	const { council, store, now } = deps.installation;
	const sending = new Set<Promise<void>>();
	app.addHook("onClose", async () => {
		await Promise.allSettled(sending);
	});

	app.post(
		"/sign-in",
		{ config: { ...OPEN, rateLimit: atMost(ASKED_IN_WINDOW, WINDOW_MS) } },
		async (request, reply) => {
			const email = normaliseAddress(asked.safeParse(request.body).data?.email ?? "");
			if (!/^[^\s@]+@[^\s@]+$/u.test(email)) {
				request.session.set("signInError", true);
				return reply.redirect("/sign-in", 303);
			}
			const reviewer = council.reviewers.find((one) => one.email === email);
			if (reviewer !== undefined) {
				// After the answer has left: it takes as long for an address that nobody knows.
				reply.raw.once("finish", () => {
					const sent = sendLinkTo(deps, reviewer).finally(() => sending.delete(sent));
					sending.add(sent);
				});
			}
			return reply.redirect("/sign-in/sent", 303);
		},
	);

	app.get("/sign-in/sent", { config: OPEN }, async (_request, reply) =>
		reply.page("sign-in-sent", { title: "Look in your mailbox", minutes: LINK_MINUTES }),
	);

	/** Opening it changes nothing: programs that look for bad links in mail open them all. */
	app.get(
		"/sign-in/link",
		{ config: { ...OPEN, rateLimit: atMost(OPENED_IN_WINDOW, WINDOW_MS) } },
		async (request, reply) => {
			const { token } = turnedIn.safeParse(request.query).data ?? {};
			const email = token && (await ownerOfLink(store.db, token, now()));
			const reviewer = council.reviewers.find((one) => one.email === email);
			if (reviewer === undefined) return reply.code(410).page("sign-in-spent", SPENT);
			return reply.page("sign-in-link", { title: "Sign in", form: true, token, name: reviewer.name });
		},
	);

	app.post(
		"/sign-in/link",
		{ config: { ...OPEN, rateLimit: atMost(OPENED_IN_WINDOW, WINDOW_MS) } },
		async (request, reply) => {
			const { token } = turnedIn.safeParse(request.body).data ?? {};
			const email = token && (await useLink(store.db, token, now()));
			const reviewer = council.reviewers.find((one) => one.email === email);
			if (reviewer === undefined) return reply.code(410).page("sign-in-spent", SPENT);
			return signIn(request, reply, reviewer, now());
		},
	);
};

const SPENT = { title: "This link no longer works" };
