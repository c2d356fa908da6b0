/** `candour demo`: the service on a sample council, copied to where one can look at it and change it. */
import { existsSync } from "node:fs";
import { cp, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { composeAlert } from "../alerts/compose.ts";
import { openDelivery } from "../alerts/deliver.ts";
import { planAlerts } from "../alerts/group.ts";
import { senderOf } from "../alerts/sender.ts";
import { deservesAlert } from "../alerts/settle.ts";
import type { Council } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { createLogger } from "../logging.ts";
import { breachesOf } from "../reports/audit-report.ts";
import { counted } from "../reports/counted.ts";
import { thisWeek } from "../reports/due.ts";
import { dayInWords } from "../reports/local-time.ts";
import { plainLine } from "../reports/plain-line.ts";
import { weekDigest } from "../reports/week-digest.ts";
import type { Finding } from "../rules/rule.ts";
import { createService, type Service } from "../service.ts";
import { untilAskedToStop } from "../signals.ts";
import { listFindings } from "../store/findings.ts";
import { demoWeb, pagesInWords } from "./demo-pages.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { ownCommand, shellWord } from "./invocation.ts";
import { note, say } from "./output.ts";

export interface DemoOptions {
	readonly directory: string;
	readonly once: boolean;
}

const SAMPLE = fileURLToPath(new URL("../../config/demo", import.meta.url));
const LOOK_EVERY_MS = 1_000;

export async function demo({ directory, once }: DemoOptions): Promise<ExitStatus> {
	const place = resolve(directory);
	await copySample(place);
	const sample = withoutWaiting(await loadCouncil(join(place, "council.yaml")), place);
	const council = once ? sample : { ...sample, web: await demoWeb(sample.web) };
	const log = createLogger({ level: "error" });
	const service = await createService(council, { log, healthPort: 0, onDead: () => process.exit(EXIT.notDone) });
	try {
		note("candour: reading the sample mail …");
		await service.start(["ingest", "audit"]);
		await service.settled();
		const shown = new Set<string>();
		const findings = await newFindings(service, shown);
		say(lines(findings, council));
		await sendAll(service, findings, council);
		say(await whereabouts(findings, council, directory));
		if (once) return breachesOf(findings) > 0 ? EXIT.breach : EXIT.clean;
		await service.start(["alerts", "web"]);
		say(await pagesInWords(service.installation, council, council.smtp.directory));
		say(
			`\nWatching the sample mail: copy an .eml file into ${join(directory, "mail")}/MAILBOX/FOLDER, and see. Ctrl+C ends.\n`,
		);
		const looking = setInterval(() => {
			newFindings(service, shown).then(
				(more) => say(lines(more, council)),
				() => undefined,
			);
		}, LOOK_EVERY_MS);
		await untilAskedToStop(async () => clearInterval(looking), log);
		return EXIT.clean;
	} finally {
		await service.stop();
	}
}

/** What somebody changed in his sample council stays as it is. */
async function copySample(place: string): Promise<void> {
	if (existsSync(join(place, "council.yaml"))) return;
	try {
		await cp(SAMPLE, place, { recursive: true });
	} catch (error) {
		throw new CandourError("USAGE", `The sample council could not be copied to ${place}.`, {
			remedy: "Give another place with --directory.",
			cause: error,
		});
	}
}

type DemoCouncil = Council & { readonly smtp: { readonly kind: "directory"; readonly directory: string } };

/** In a demo nobody waits for further copies or for the morning, and nothing is sent to a server. */
function withoutWaiting(council: Council, place: string): DemoCouncil {
	const { alerts, smtp } = council;
	const { to = [], conflict = [], minimumSeverity = "breach" } = alerts ?? {};
	return {
		...council,
		smtp: smtp?.kind === "directory" ? smtp : { kind: "directory", directory: join(place, "outgoing") },
		...(alerts === undefined ? {} : { alerts: { to, conflict, minimumSeverity, settleMs: 0 } }),
	};
}

/** Findings that wait for a decision and were not shown yet. */
async function newFindings(service: Service, shown: Set<string>): Promise<readonly Finding[]> {
	const waiting = await listFindings(service.installation.store.db, { state: "open", decided: false });
	const fresh = waiting.map(({ finding }) => finding).filter(({ id }) => !shown.has(id));
	for (const { id } of fresh) shown.add(id);
	return fresh;
}

function lines(findings: readonly Finding[], { register }: Council): string {
	return findings
		.map(({ severity, rule, message, summary }) => {
			const day = dayInWords(message.date, register.timezone);
			return `${severity.padEnd(9)} ${rule.padEnd(27)} ${day.padEnd(18)} ${plainLine(summary)}\n`;
		})
		.join("");
}

/** Alerts and the digest of this week so far, as files. The service sends no alerts on old mail; the sample's are shown. */
async function sendAll({ installation }: Service, findings: readonly Finding[], council: DemoCouncil): Promise<void> {
	const { register, alerts } = council;
	const { store, roster, installationKey } = installation;
	const moment = installation.now();
	const now = moment.toISOString();
	const worthy = alerts === undefined ? [] : findings.filter((finding) => deservesAlert(finding, alerts));
	const plans = alerts === undefined ? [] : planAlerts(worthy, { roster, alerts, now }).send;
	const shared = {
		council: register.council,
		timezone: register.timezone,
		from: senderOf(council),
		now,
		installationKey,
	};
	const digest = await weekDigest(store.db, council, thisWeek(now, register.timezone), moment);
	const mails = [...plans.map((plan) => composeAlert(plan, shared)), ...(digest.to.length > 0 ? [digest] : [])];
	const delivery = openDelivery(council.smtp);
	try {
		for (const mail of mails) await delivery.send(mail);
	} finally {
		delivery.close();
	}
}

async function whereabouts(findings: readonly Finding[], { smtp }: DemoCouncil, directory: string): Promise<string> {
	const breaches = breachesOf(findings);
	const command = ownCommand(process.cwd(), process.env);
	const mails = (await readdir(smtp.directory).catch(() => [])).filter((name) => name.endsWith(".eml"));
	return `
${counted(breaches, "breach", "breaches")} and ${counted(findings.length - breaches, "advisory", "advisories")} visible in the sample mail.

  Sample council   ${join(directory, "council.yaml")}
  Sample mail      ${join(directory, "mail")}
  Sample alerts    ${smtp.directory} (${counted(mails.length, "file")}, with a digest; any mail program opens them)

Try  ${command} audit --config ${shellWord(join(directory, "council.yaml"))}
     ${command} rules silent-copy
`;
}
