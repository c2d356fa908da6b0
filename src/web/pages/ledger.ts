/** The ledger: its newest entries, and the verifying of all. */
import { z } from "zod";
import { grouped } from "../../reports/counted.ts";
import { verdictInWords } from "../../reports/ledger-words.ts";
import { head } from "../../store/ledger.ts";
import { ledgerPage, seenAmong } from "../../store/ledger-page.ts";
import { headFrom, verifyLedger } from "../../store/verify-ledger.ts";
import type { Pages } from "../frame/deps.ts";
import { only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { seesNames, sightOf, type Viewer } from "../frame/viewer.ts";
import { ledgerLine, subjectsIn } from "../standing/ledger-words.ts";

const ENTRIES_A_PAGE = 50;

const query = z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) });
const form = z.object({ head: z.string().max(200).catch("") });

export const ledgerPages: Pages = (app, { installation }) => {
	const guard = { preHandler: only(...rolesFor("/ledger")) };
	const { db } = installation.store;

	const show = async (before: number | undefined, viewer: Viewer) => {
		const mayName = seesNames(viewer);
		const rows = await ledgerPage(db, ENTRIES_A_PAGE, before);
		const seen = await seenAmong(db, sightOf(viewer), [...new Set(rows.flatMap(subjectsIn))]);
		const newest = await head(db);
		const last = rows.at(-1)?.sequence ?? 1;
		return {
			title: "Ledger",
			lines: rows.map((row) => ledgerLine(row, { mayName, seen })),
			head: newest.sequence === 0 ? "" : `${grouped(newest.sequence)}, ${newest.hash}`,
			older: last > 1 ? last : undefined,
			newest: before === undefined,
			given: "",
		};
	};
	app.get("/ledger", guard, async (request, reply) =>
		reply.page("ledger", await show(query.parse(request.query).before, viewerOn(request))),
	);
	app.post("/ledger", guard, async (request, reply) => {
		const given = form.parse(request.body ?? {}).head.trim();
		const expected = given === "" ? undefined : headFrom(given);
		if (given !== "" && expected === undefined) {
			const text = "Enter the head as the digest prints it: a number, and 64 letters and digits";
			return reply
				.code(400)
				.page("ledger", { ...(await show(undefined, viewerOn(request))), given, errors: [{ text, href: "#head" }] });
		}
		const verdict = await verifyLedger(db, expected);
		return reply.page("ledger", {
			...(await show(undefined, viewerOn(request))),
			given,
			verdict: verdictInWords(verdict),
			whole: verdict.kind === "whole",
		});
	});
};
