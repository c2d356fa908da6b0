/** What every page is given, and what a request knows of who asks. */
import type { FastifyInstance } from "fastify";
import type { WebConfig } from "../../config/council.ts";
import type { Installation } from "../../installation.ts";
import type { Viewer } from "./viewer.ts";

export interface WebDeps {
	readonly installation: Installation;
	readonly web: WebConfig;
	/** Sends the link that signs somebody in; absent where no mail can be sent. */
	readonly sendLink?: (to: { readonly name: string; readonly email: string }, link: string) => Promise<void>;
}

/** Registers the routes of one page or a few that belong together. */
export type Pages = (app: FastifyInstance, deps: WebDeps) => void | Promise<void>;

declare module "fastify" {
	interface FastifyRequest {
		/** Who is signed in; undefined where nobody is. */
		viewer: Viewer | undefined;
	}
	interface FastifyReply {
		/** Sends a page made from `views/<name>.njk`, with what every page shows. */
		page(name: string, values: Readonly<Record<string, unknown>>): Promise<FastifyReply>;
	}
	interface Session {
		email?: string;
		/** Said once on the next page, in green. */
		notice?: string;
	}
}
