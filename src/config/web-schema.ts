/** The parts of council.yaml's schema for the review pages: where they are served, and who signs in. */
import { z } from "zod";
import { address, exactlyOneOf, oneOrMore, port, text } from "./schema-values.ts";

const openid = z
	.strictObject({
		issuer: z.url({ protocol: /^https?$/u, error: "This is no web address." }),
		clientId: text,
		clientSecret: z.string().optional(),
		clientSecretFile: text.optional(),
		label: text.optional().meta({ description: "What the button says", examples: ["your council account"] }),
	})
	.check(exactlyOneOf(["clientSecret", "clientSecretFile"]));

export const webSchema = z.strictObject({
	host: text.default("127.0.0.1").meta({ description: "Where the pages are served; other machines need a proxy" }),
	port: port.default(8024),
	url: z
		.url({ protocol: /^https?$/u, error: "This is no web address." })
		.optional()
		.meta({ description: "What people type to reach the pages", examples: ["https://candour.thornby-pc.example"] }),
	trustProxy: oneOrMore(text)
		.optional()
		.meta({ description: "Addresses of the proxies in front, whose X-Forwarded headers are believed" }),
	signIn: z
		.strictObject({
			link: z.boolean().default(true).meta({ description: "Sign in by a link that comes by e-mail" }),
			openid: openid.optional().meta({ description: "Sign in with Microsoft Entra ID, Google or another provider" }),
		})
		.optional(),
});

export const reviewerSchema = z.strictObject({
	name: text,
	email: address,
	roles: z.array(z.enum(["reviewer", "conflict-reviewer", "reader", "administrator"])).min(1, "This list is empty."),
});
