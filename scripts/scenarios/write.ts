/**
 * Writes the labelled mail of Skelbeck Town Council to test/scenarios.
 * usage: npx node scripts/scenarios/write.ts
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { answers } from "./answers.ts";
import { compose, journalOf, type Made, plainOf } from "./compose.ts";
import { confidential } from "./confidential.ts";
import { copies } from "./copies.ts";
import { councilOf, person } from "./council.ts";
import { duties } from "./duties.ts";
import { letters } from "./letters.ts";
import { onward } from "./onward.ts";
import type { Label, Story } from "./types.ts";

const ROOT = join(import.meta.dirname, "../../test/scenarios");

const stories = [...copies, ...onward, ...letters, ...confidential, ...duties, ...answers];
for (const story of stories) await write(story);
console.log(`${stories.length} scenarios, ${stories.filter(({ expect }) => expect.length > 0).length} with findings`);

async function write(story: Story): Promise<void> {
	const folder = join(ROOT, story.name);
	rmSync(folder, { recursive: true, force: true });
	const counts = new Map<string, number>();
	const save = (at: string, raw: string) => {
		const [key = "", box = "INBOX"] = at.split("/");
		const to = join(folder, "mail", person(key).address, box);
		const next = (counts.get(to) ?? 0) + 1;
		counts.set(to, next);
		mkdirSync(to, { recursive: true });
		writeFileSync(join(to, `${String(next).padStart(3, "0")}.eml`), raw);
	};
	const made: (Made & { readonly raw: string })[] = [];
	for (const [index, mail] of story.mails.entries()) {
		if ("resend" in mail) {
			const of = made[mail.resend];
			if (!of) throw new Error(`${story.name}: no mail ${mail.resend}`);
			const lines = [
				`Resent-From: ${person(mail.from).name} <${person(mail.from).address}>`,
				`Resent-To: ${mail.to.map((key) => `${person(key).name} <${person(key).address}>`).join(", ")}`,
				`Resent-Date: ${new Date(mail.date).toUTCString().replace("GMT", "+0000")}`,
			];
			save(mail.at, `${lines.join("\r\n")}\r\n${of.raw}`);
			made.push(of);
			continue;
		}
		const id = `<${story.name}.m${index}@scenarios.example>`;
		const below = made[mail.quote ?? mail.forward ?? -1];
		const attached = made[mail.attachMail ?? -1]?.raw;
		const raw = await compose(mail, id, below, attached, false);
		for (const at of [mail.at].flat()) {
			if (at.endsWith("/Sent")) save(at, await compose(mail, id, below, attached, true));
			else save(at, `${(mail.delivered ?? []).map((line) => `${line}\r\n`).join("")}${raw}`);
		}
		if (mail.journal) save("journal/INBOX", journalOf(raw, mail.journal, mail.date, id));
		made.push({ mail, id, plain: plainOf(mail, below), raw });
	}
	const labelled = ({ rule, mail, councillor, thirdParty }: Label) => ({
		rule,
		messageId: made[mail]?.id,
		...(councillor ? { councillor: person(councillor).address } : {}),
		...(thirdParty ? { thirdParty } : {}),
	});
	const { about, protocol, asOf = null, expect, may = [] } = story;
	const expected = { about, protocol, asOf, expect: expect.map(labelled), may: may.map(labelled) };
	writeFileSync(join(folder, "council.yaml"), stringify(councilOf(protocol)));
	writeFileSync(join(folder, "expected.json"), `${JSON.stringify(expected, null, "\t")}\n`);
}
