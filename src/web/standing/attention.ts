/** What a person should see to: mail that could not be read, sources that fail, alerts that were refused. */
import type { Installation } from "../../installation.ts";
import type { SourceCoverage } from "../../reports/audit-report.ts";
import { counted } from "../../reports/counted.ts";
import { isGeneralSentence, sourcesFrom } from "../../reports/source-coverage.ts";
import { countAlerts } from "../../store/alerts.ts";
import { countUnreadable, sourceStatesOf } from "../../store/coverage.ts";
import { unknownPeopleSeen } from "../../store/unknown-people.ts";
import { rolesFor } from "../frame/navigation.ts";
import { seesNames, type Viewer } from "../frame/viewer.ts";

export interface Attention {
	readonly words: string;
	/** The page that says more; absent where it is not for this viewer. */
	readonly href?: string;
}

const UNKNOWN_SHOWN = 500;

/** The most pressing first; empty where nothing is to be done. @param sources as `sourcesNow` gives them */
export async function attentionFor(
	{ store, queues }: Installation,
	viewer: Viewer,
	sources: readonly SourceCoverage[],
): Promise<readonly Attention[]> {
	const { failed } = await countAlerts(store.db);
	const counts = await queues.counts().catch(() => undefined);
	const setAside = Object.values(counts ?? {}).reduce((sum, { failed: jobs = 0 }) => sum + jobs, 0);
	const unreadable = await countUnreadable(store.db);
	const unknown = (await unknownPeopleSeen(store.db, UNKNOWN_SHOWN)).length;
	const mayConfigure = rolesFor("/configuration").some((role) => viewer.roles.has(role));
	const configuration = mayConfigure ? { href: "/configuration" } : {};
	return [
		...sources
			.filter(({ connected }) => !connected)
			.map(({ name, reason }) => ({
				words: `${name} is not being read${reason ? `: ${reason}` : ""}.`,
				href: "/coverage",
			})),
		...(failed > 0 ? [{ words: `${counted(failed, "alert")} could not be delivered.`, ...configuration }] : []),
		...(counts === undefined ? [{ words: "The queue can't be reached.", ...configuration }] : []),
		...(setAside > 0
			? [{ words: `${counted(setAside, "job failed and was", "jobs failed and were")} set aside.`, ...configuration }]
			: []),
		...(unreadable > 0
			? [{ words: `${counted(unreadable, "message")} could not be read.`, href: "/coverage#unreadable" }]
			: []),
		...(unknown > 0
			? [
					{
						words: `${counted(unknown, "address looks", "addresses look")} like people of the council and ${unknown === 1 ? "is" : "are"} not in the roster.`,
						href: "/coverage#unknown",
					},
				]
			: []),
	];
}

/** The configured mailboxes as they stand now, for this viewer. */
export async function sourcesNow(
	{ store, council, now }: Installation,
	viewer: Viewer,
): Promise<readonly SourceCoverage[]> {
	const states = await sourceStatesOf(store.db);
	const sources = sourcesFrom(states, council, { now: now(), timezone: council.register.timezone });
	if (seesNames(viewer)) return sources;
	return sources.map(({ reason: _, ...source }, index) => ({
		...source,
		name: `Mailbox ${index + 1}`,
		cannotSee: source.cannotSee.filter(isGeneralSentence),
	}));
}
