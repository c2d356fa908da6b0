/** Makes a town council's mailbox up: the same one for the same number of messages. */

export const COUNCIL_DOMAIN = "sallowfield.example";
export const CLERK = `clerk@${COUNCIL_DOMAIN}`;

const COUNCILLORS = ["a.birch", "b.lowe", "c.dunn", "d.frost", "e.hale", "f.marsh", "g.pike", "h.reeve"];
const TOPICS = ["the bus shelter", "allotment rents", "the bandstand roof", "grit bins", "the war memorial", "hedges"];
const WORDS =
	"the council meeting will look at path light budget quote plan road tree bench resident letter report date next week and of for with on please thank agenda minutes grass cutting sign field market hall booking key survey repair fence gate drain water".split(
		" ",
	);

/** The council's people as lines of council.yaml. */
export function benchPeople(): string {
	return [
		`  - { name: Rowan Tate, role: officer, offices: [proper-officer], email: ["${CLERK}"] }`,
		...COUNCILLORS.map(
			(name) => `  - { name: "Cllr ${name}", role: councillor, email: ["${name}@${COUNCIL_DOMAIN}"] }`,
		),
	].join("\n");
}

/** Numbers in [0, 1) that are the same in every run. */
function createChance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

export interface MadeMessage {
	readonly raw: string;
	readonly date: Date;
}

/** `count` messages of about 3 KB on average: text, HTML beside it, threads with quotes, now and then a document. */
export function* makeMailbox(count: number): Generator<MadeMessage> {
	const chance = createChance(20_260_302);
	const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
	const sentence = () => {
		const words = Array.from({ length: 6 + Math.floor(chance() * 12) }, () => pick(WORDS)).join(" ");
		return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
	};
	const paragraph = () => Array.from({ length: 2 + Math.floor(chance() * 4) }, sentence).join(" ");
	let before: { id: string; from: string; text: string; subject: string } | undefined;
	for (let number = 1; number <= count; number += 1) {
		const date = new Date(Date.UTC(2026, 0, 1) + Math.floor((number / count) * 180 * 86_400_000));
		const councillor = `${pick(COUNCILLORS)}@${COUNCIL_DOMAIN}`;
		const outsider = `resident${Math.floor(chance() * 400)}@mail.example`;
		const [from, to] = pick([
			[CLERK, councillor],
			[councillor, CLERK],
			[outsider, CLERK],
			[CLERK, outsider],
		]) as [string, string];
		const answers = before && chance() < 0.5 ? before : undefined;
		const subject = answers ? `RE: ${answers.subject.replace(/^RE: /u, "")}` : `About ${pick(TOPICS)}`;
		const id = `<${number}.bench@${COUNCIL_DOMAIN}>`;
		const own = [`Dear ${to.split("@")[0]},`, ...Array.from({ length: 1 + Math.floor(chance() * 4) }, paragraph)];
		const quote = answers ? ["", `On 2 March 2026 ${answers.from} wrote:`, ...quoted(answers.text)] : [];
		const text = [...own, "Kind regards", "Sallowfield Town Council", ...quote].join("\r\n\r\n");
		before = { id, from, text: own.join("\n\n"), subject };
		const headers = [
			`Received: from mail.${COUNCIL_DOMAIN} by mx.example (Postfix) with ESMTPS id ${number}; ${date.toUTCString()}`,
			`From: "${from.split("@")[0]}" <${from}>`,
			`To: ${to}`,
			...(chance() < 0.2 ? [`Cc: ${pick(COUNCILLORS)}@${COUNCIL_DOMAIN}`] : []),
			`Subject: ${subject}`,
			`Date: ${date.toUTCString().replace("GMT", "+0000")}`,
			`Message-ID: ${id}`,
			...(answers ? [`In-Reply-To: ${answers.id}`, `References: ${answers.id}`] : []),
			"MIME-Version: 1.0",
		];
		yield { raw: body(headers, text, number, chance() < 0.05 ? 8_000 : 0), date };
	}
}

function quoted(text: string): string[] {
	return text.split("\n").map((line) => `> ${line}`);
}

function body(headers: readonly string[], text: string, number: number, attachmentBytes: number): string {
	const html = `<html><body>${text
		.split("\r\n\r\n")
		.map((part) => `<p style="margin:0">${part}</p>`)
		.join("")}</body></html>`;
	const outer = `outer${number}`;
	const inner = `inner${number}`;
	const part = (boundary: string, type: string, content: string) =>
		`--${boundary}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
	const alternative = `${part(inner, "text/plain; charset=utf-8", text) + part(inner, "text/html; charset=utf-8", html)}--${inner}--\r\n`;
	if (attachmentBytes === 0) {
		return `${[...headers, `Content-Type: multipart/alternative; boundary=${inner}`].join("\r\n")}\r\n\r\n${alternative}`;
	}
	const file = Buffer.alloc(attachmentBytes, number % 256)
		.toString("base64")
		.replace(/.{76}/gu, "$&\r\n");
	const attached = `--${outer}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=plan.bin\r\n\r\n${file}\r\n--${outer}--\r\n`;
	const mixed = `--${outer}\r\nContent-Type: multipart/alternative; boundary=${inner}\r\n\r\n${alternative}${attached}`;
	return `${[...headers, `Content-Type: multipart/mixed; boundary=${outer}`].join("\r\n")}\r\n\r\n${mixed}`;
}
