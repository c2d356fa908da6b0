/** `candour config check`: the configuration, and on request every server that it names. */
import type { Council } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { tryConnections } from "../connections.ts";
import { counted } from "../reports/counted.ts";
import { plainLine } from "../reports/plain-line.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { note, say } from "./output.ts";

export interface ConfigCheckOptions {
	readonly config: string;
	readonly connect: boolean;
}

export async function configCheck({ config, connect }: ConfigCheckOptions): Promise<ExitStatus> {
	const council = await loadCouncil(config);
	for (const warning of council.warnings) note(`candour: ${warning}`);
	say(`${council.file} is valid.\n${summary(council)}\n`);
	if (!connect) return EXIT.clean;
	let failures = 0;
	for await (const { name, works, words } of tryConnections(council)) {
		if (!works) failures += 1;
		say(`${works ? "ok    " : "FAILED"}  ${plainLine(`${name}: ${words}`)}\n`);
	}
	if (failures === 0) return EXIT.clean;
	note(`candour: ${counted(failures, "connection")} failed, see above.`);
	return EXIT.notDone;
}

function summary({ register, protocol, mailboxes }: Council): string {
	const inForce = protocol.rules.filter(({ severity }) => severity !== "off").length;
	return `${register.council}: ${counted(register.people.length, "person", "people")}, ${counted(mailboxes.length, "mailbox", "mailboxes")}, protocol ${protocol.name} with ${counted(inForce, "rule")}.`;
}
