/** council.yaml of the invented council, for real servers. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { THORNBY } from "../thornby.ts";

/** Writes the file, with `more` below the council and its people, into a fresh directory, beside `files`. */
export function councilDirectory(more: object, files: Readonly<Record<string, string>> = {}): string {
	const directory = mkdtempSync(join(tmpdir(), "candour-system-"));
	const { council, domains, timezone, people, authorisedRecipients, complainants } = THORNBY;
	const text = {
		council: { name: council, domains, timezone, protocol: "camborne" },
		people: people.map(({ id: _, addresses, ...person }) => ({ ...person, email: addresses })),
		lists: [{ address: `councillors@${domains[0]}`, members: "all-councillors" }],
		authorisedRecipients,
		complainants,
		// Not part of what these tests tell.
		rules: { "staff-instruction": "off" },
		...more,
	};
	// JSON is YAML.
	writeFileSync(join(directory, "council.yaml"), JSON.stringify(text, null, "\t").replaceAll("\t", "  "));
	for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
	return directory;
}
