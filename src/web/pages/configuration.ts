/** The configuration as it is in force, to read; and a test of every connection that it names. */
import { type ConnectionTried, tryConnections } from "../../connections.ts";
import { rulesOf } from "../../reports/from-outcome.ts";
import { durationInWords } from "../../reports/local-time.ts";
import { ruleTitle } from "../../rules/index.ts";
import { countAlerts } from "../../store/alerts.ts";
import type { Pages } from "../frame/deps.ts";
import { only } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";

const FAILED_SHOWN = 20;

export const configurationPages: Pages = (app, { installation, web }) => {
	const guard = { preHandler: only(...rolesFor("/configuration")) };
	const { council, store, queues, roster, now } = installation;

	const show = async () => {
		const at = now().toISOString();
		const { failed } = await countAlerts(store.db);
		const counts = await queues.counts().catch(() => undefined);
		return {
			title: "Configuration",
			file: council.file,
			warnings: council.warnings,
			register: council.register,
			protocol: council.protocol,
			councillors: roster.councillors(at),
			officers: roster.officers(at),
			rules: council.protocol.rules.map(({ rule, severity, clause, settings }) => ({
				title: ruleTitle(rule),
				severity,
				clause,
				settings: Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
			})),
			notCovered: rulesOf(council).notCovered,
			exclusions: council.exclusions.map(({ reason, ...what }) => ({
				reason,
				what: Object.entries(what).map(([kind, value]) => `${kind} ${value}`)[0],
			})),
			mailboxes: council.mailboxes.map(({ name, journal, imap, maildir, folders }) => ({
				name,
				journal,
				place: imap ? `IMAP at ${imap.host}, port ${imap.port}` : maildir ? `the folder ${maildir}` : "only declared",
				folders,
			})),
			alerts: council.alerts,
			digest: council.digest,
			retention: {
				findings: durationInWords(council.retention.findings),
				facts: durationInWords(council.retention.facts),
			},
			storage: council.storage.kind === "embedded" ? `the folder ${council.storage.directory}` : "a database server",
			reviewers: council.reviewers,
			url: web.url,
			failedAlerts: failed,
			queueCounts: counts && Object.entries(counts).map(([name, count]) => ({ name, ...count })),
			setAside: await queues.failed(FAILED_SHOWN).catch(() => []),
		};
	};

	app.get("/configuration", guard, async (_request, reply) => reply.page("configuration", await show()));
	app.post("/configuration/connections", guard, async (_request, reply) => {
		const connections: ConnectionTried[] = [];
		for await (const one of tryConnections(council)) connections.push(one);
		return reply.page("configuration", { ...(await show()), connections });
	});
};
