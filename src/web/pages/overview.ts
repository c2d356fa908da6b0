/** The overview: what a reviewer sees first. */
import type { Pages } from "../deps.ts";
import { only } from "../guard.ts";
import { rolesFor } from "../navigation.ts";

export const overviewPages: Pages = (app) => {
	app.get("/", { preHandler: only(...rolesFor("/")) }, async (_request, reply) =>
		reply.page("overview", { title: "Overview" }),
	);
};
