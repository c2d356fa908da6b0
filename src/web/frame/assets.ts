/** Style sheets and scripts: those of govuk-frontend and MOJ, without the government's own typeface, and ours. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { OPEN } from "./guard.ts";
import { packageFolder } from "./render.ts";

interface Asset {
	readonly type: string;
	readonly body: string;
}

const A_YEAR_S = 31_536_000;

/** Names of assets with a mark that changes with their content, so that browsers may keep them for a year. */
export interface Assets {
	readonly style: string;
	readonly script: string;
}

/** Serves them under /assets and tells their addresses. */
export async function serveAssets(app: FastifyInstance): Promise<Assets> {
	const govuk = join(packageFolder("govuk-frontend"), "dist/govuk");
	const moj = join(packageFolder("@ministryofjustice/frontend"), "moj");
	const own = (name: string) => readFile(fileURLToPath(new URL(`../assets/${name}`, import.meta.url)), "utf8");
	const read = (path: string) => readFile(path, "utf8");
	const style = [
		withoutTypeface(await read(join(govuk, "govuk-frontend.min.css"))),
		withoutTypeface(await read(join(moj, "moj-frontend.min.css"))),
		await own("candour.css"),
	].join("\n");
	const files: Readonly<Record<string, Asset>> = {
		"candour.css": { type: "text/css; charset=utf-8", body: style },
		"candour.js": { type: "text/javascript; charset=utf-8", body: await own("candour.js") },
		"govuk-frontend.min.js": {
			type: "text/javascript; charset=utf-8",
			body: (await read(join(govuk, "govuk-frontend.min.js"))).replace(/\n\/\/# sourceMappingURL=.*/u, ""),
		},
	};
	const mark = createHash("sha256")
		.update(
			Object.values(files)
				.map(({ body }) => body)
				.join("\n"),
		)
		.digest("hex")
		.slice(0, 12);
	for (const [name, { type, body }] of Object.entries(files)) {
		app.get(`/assets/${mark}/${name}`, { config: { ...OPEN, rateLimit: false } }, (_request, reply) =>
			reply.type(type).header("cache-control", `public, max-age=${A_YEAR_S}, immutable`).send(body),
		);
	}
	return { style: `/assets/${mark}/candour.css`, script: `/assets/${mark}/candour.js` };
}

/** GDS Transport and the royal arms are the government's alone; Arial stands in for the one, nothing for the other. */
function withoutTypeface(css: string): string {
	return css
		.replace(/@font-face\{[^}]*\}/gu, "")
		.replace(/"?GDS Transport"?,\s*/gu, "")
		.replace(/url\([^)]*\)/gu, "none");
}
