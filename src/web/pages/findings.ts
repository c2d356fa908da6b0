/** The list of findings: filtered, page by page, and as a file. */
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { createLocalDay } from "../../people/local-day.ts";
import { RULES } from "../../rules/index.ts";
import { standingDecisions } from "../../store/decisions.ts";
import { endExpired } from "../../store/exempt-patterns.ts";
import { eachPage, type FindingFilter, listPage, type ReviewedFinding } from "../../store/findings-list.ts";
import { append } from "../../store/ledger.ts";
import type { Seeing } from "../../store/sight.ts";
import { fileHead, fileRow, findingLine, pseudonymousFileRow, pseudonymousLine } from "../findings/finding-rows.ts";
import { CERTAINTIES, STATES } from "../findings/finding-words.ts";
import { type FindingsQuery, personByName, readFindingsQuery } from "../findings/findings-query.ts";
import { type Pseudonyms, pseudonymsFor } from "../findings/pseudonyms.ts";
import { pageLinks } from "../forms/page-numbers.ts";
import type { Pages } from "../frame/deps.ts";
import { ledBy, only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { countedFor, sightOf } from "../frame/viewer.ts";

const FINDINGS_A_PAGE = 25;

interface Asked {
	readonly query: FindingsQuery;
	readonly sight: Seeing;
	/** Set for readers, who see nothing else of people. */
	readonly pseudonyms: Pseudonyms | undefined;
}

export const findingsPages: Pages = (app, { installation }) => {
	const { council, roster, store, now } = installation;
	const { timezone } = council.register;
	const { db } = store;
	const guard = { preHandler: only(...rolesFor("/findings")) };
	const dayOf = createLocalDay(timezone);

	/** Reviewers look people up by name; readers only by the pseudonyms that they see, or they could find out who is who. */
	const asked = async (request: FastifyRequest): Promise<Asked> => {
		const viewer = viewerOn(request);
		const sight = sightOf(viewer);
		if (sight !== undefined) {
			const query = readFindingsQuery(request.query, { timezone, person: personByName(roster) });
			return { query, sight, pseudonyms: undefined };
		}
		const pseudonyms = await pseudonymsFor(db, roster);
		const person = (words: string): FindingFilter["person"] => ({ addresses: pseudonyms.addressesOf(words) });
		const query = readFindingsQuery(request.query, { timezone, person });
		return { query, sight: countedFor(viewer), pseudonyms };
	};

	/** Readers aren't told who decided. */
	const decidedOn = async (rows: readonly ReviewedFinding[], pseudonyms: Pseudonyms | undefined) => {
		const ids = pseudonyms === undefined ? rows.map(({ id }) => id) : [];
		return standingDecisions(db, ids);
	};

	app.get("/findings", guard, async (request, reply) => {
		await endExpired(db, now(), dayOf(now().toISOString()));
		const { query, sight, pseudonyms } = await asked(request);
		const { found, rows } =
			query.errors.length > 0
				? { found: 0, rows: [] }
				: await listPage(db, sight, query.filter, { number: query.page, size: FINDINGS_A_PAGE });
		const pages = Math.ceil(found / FINDINGS_A_PAGE);
		if (found > 0 && query.page > pages) return reply.redirect(query.href(pages), 303);
		const decided = await decidedOn(rows, pseudonyms);
		return reply.page("findings", {
			title: "Findings",
			found,
			lines: rows.map((row) =>
				pseudonyms ? pseudonymousLine(row, pseudonyms, timezone) : findingLine(row, decided.get(row.id), timezone),
			),
			pages: pageLinks(query.page, pages, query.href),
			page: query.page,
			pageCount: pages,
			values: query.values,
			narrowed: query.narrowed,
			errors: query.errors.length > 0 ? query.errors : undefined,
			errorOf: Object.fromEntries(query.errors.map(({ field, text }) => [field, { text }])),
			csvHref: query.href(1, "/findings.csv"),
			choices: {
				rule: [{ value: "", text: "Any" }, ...RULES.map(({ meta }) => ({ value: meta.id, text: meta.title }))],
				severity: choices([
					["", "Any"],
					["breach", "Breach"],
					["advisory", "Advisory"],
				]),
				certainty: choices([["", "Any"], ...CERTAINTIES]),
				state: choices(STATES),
			},
			forReaders: pseudonyms !== undefined,
		});
	});

	app.get("/findings.csv", guard, async (request, reply) => {
		const { query, sight, pseudonyms } = await asked(request);
		if (query.errors.length > 0 || ledBy(request) === "another-site") return reply.redirect(query.href(1), 303);
		const { email } = viewerOn(request);
		// What leaves Candour is known afterwards; the filter isn't written down, for it may hold a name.
		await append(
			db,
			[{ kind: "findings.exported", entry: { by: email, pseudonymous: pseudonyms !== undefined } }],
			now(),
		);
		const lines = async function* () {
			yield fileHead(pseudonyms !== undefined);
			for await (const rows of eachPage(db, sight, query.filter)) {
				const decided = await decidedOn(rows, pseudonyms);
				yield rows
					.map((row) =>
						pseudonyms ? pseudonymousFileRow(row, pseudonyms, dayOf) : fileRow(row, decided.get(row.id), timezone),
					)
					.join("");
			}
		};
		return reply
			.type("text/csv; charset=utf-8")
			.header("cache-control", "no-store")
			.header("content-disposition", `attachment; filename="findings-${dayOf(now().toISOString())}.csv"`)
			.send(Readable.from(lines()));
	});
};

function choices(list: readonly (readonly [string, string])[]) {
	return list.map(([value, text]) => ({ value, text }));
}
