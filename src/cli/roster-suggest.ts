/** `candour roster suggest`: whom the roster lacks, by the headers of the council's mail. Nothing is written. */
import type { Council } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { admitBy } from "../mail/admission.ts";
import type { DayRange, Source } from "../mail/source.ts";
import { openExport, openMailbox } from "../mail/sources/open.ts";
import { createLocalDay } from "../people/local-day.ts";
import { createRoster } from "../people/roster.ts";
import { counted } from "../reports/counted.ts";
import { plainLine } from "../reports/plain-line.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { suggestionsFor } from "./first-hour/roster-suggestions.ts";
import { createSeenPeople, type SeenPeople } from "./first-hour/seen-people.ts";
import { suggestedLines } from "./first-hour/suggested-lines.ts";
import { note, say } from "./output.ts";

export interface RosterSuggestOptions {
	readonly config: string;
	readonly mail: readonly string[];
	readonly from?: string;
	readonly to?: string;
}

/** All that names people, and what exclusions go by. */
const FIELDS: readonly string[] = [
	..."From Sender To Cc Bcc Date Message-ID Subject Sensitivity".split(" "),
	..."Resent-From Resent-Sender Resent-To Resent-Cc Resent-Bcc Resent-Date Resent-Message-ID".split(" "),
];

interface Looked {
	excluded: number;
	unreadable: number;
}

export async function rosterSuggest(options: RosterSuggestOptions): Promise<ExitStatus> {
	const council = await loadCouncil(options.config);
	const seen = createSeenPeople();
	const looked: Looked = { excluded: 0, unreadable: 0 };
	const range: DayRange = {
		...(options.from === undefined ? {} : { from: options.from }),
		...(options.to === undefined ? {} : { to: options.to }),
	};
	const sources = await sourcesOf(council, options.mail);
	try {
		for (const source of sources) await lookInto(source, range, council, seen, looked);
	} finally {
		await Promise.all(sources.map((source) => source.close()));
	}
	const localDay = createLocalDay(council.register.timezone);
	const roster = createRoster(council.register);
	const mailboxes = new Set(council.mailboxes.map(({ name }) => name));
	const unknown = seen.addresses.filter(({ address }) => !mailboxes.has(address));
	const suggestions = suggestionsFor(unknown, roster, new Date().toISOString());
	say(`${heading(council, seen, looked)}\n`);
	say(
		suggestions.length === 0
			? "# The roster knows everybody who was seen.\n"
			: `\n${suggestedLines(suggestions, localDay)}`,
	);
	return EXIT.clean;
}

async function lookInto(source: Source, range: DayRange, council: Council, seen: SeenPeople, looked: Looked) {
	const localDay = createLocalDay(council.register.timezone);
	const inRange = (date: string | undefined) => {
		const day = date === undefined ? undefined : localDay(date);
		return day === undefined || ((range.from ?? "") <= day && day <= (range.to ?? "9999"));
	};
	// Asked after the exclusions; nothing is ever needed beyond the headers.
	const admit = admitBy(council.exclusions, {
		needs: (headers) => {
			if (inRange(headers.date)) seen.add(headers);
			return false;
		},
	});
	for await (const found of source.read(range, admit)) {
		if (found.kind === "excluded") looked.excluded += 1;
		else if (found.kind === "unreadable") {
			looked.unreadable += 1;
			note(`candour: ${plainLine(`${found.at.mailbox} ${found.at.folder}: ${found.reason}`)}`);
		}
	}
}

async function sourcesOf(council: Council, mail: readonly string[]): Promise<readonly Source[]> {
	if (mail.length > 0) return Promise.all(mail.map((path) => openExport(path)));
	// The headers of a journal report are the mail server's; whom it tells of stands in its text.
	const mailboxes = council.mailboxes.filter(({ journal }) => !journal);
	const sources = mailboxes.flatMap((mailbox) => openMailbox(mailbox, { twoPass: true, headerFields: FIELDS }) ?? []);
	if (sources.length > 0) return sources;
	throw new CandourError("USAGE", "There is no mail to look into: council.yaml connects no mailbox.", {
		remedy: "Give exported mail with --mail PATH, or add imap: or maildir: to a mailbox in council.yaml.",
	});
}

function heading({ register }: Council, seen: SeenPeople, { excluded, unreadable }: Looked): string {
	const left = [
		...(excluded > 0 ? [`${counted(excluded, "message")} excluded and not looked at`] : []),
		...(unreadable > 0 ? [`${counted(unreadable, "message")} unreadable`] : []),
	].map((one) => `, ${one}`);
	return `# ${plainLine(register.council)}: by the headers of ${counted(seen.messages, "message")}${left.join("")}. Nothing was changed.`;
}
