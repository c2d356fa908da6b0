/** Templates to HTML. Everything that a template prints is escaped, also what hostile mail brought along. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { counted, grouped } from "../../reports/counted.ts";
import { dayInWords, timeInWords } from "../../reports/local-time.ts";
import { plainLine } from "../../reports/plain-line.ts";

const require = createRequire(import.meta.url);

/** The folder of a package's files that pages use. */
export function packageFolder(name: "govuk-frontend" | "@ministryofjustice/frontend"): string {
	return dirname(require.resolve(`${name}/package.json`));
}

/** `views/<name>.njk` with these values; throws where a template prints what it wasn't given. */
export function createRender(timezone: string): (name: string, values: Readonly<Record<string, unknown>>) => string {
	const env = new nunjucks.Environment(
		new nunjucks.FileSystemLoader([
			fileURLToPath(new URL("../views", import.meta.url)),
			join(packageFolder("govuk-frontend"), "dist"),
			packageFolder("@ministryofjustice/frontend"),
		]),
		{ autoescape: true, trimBlocks: true, lstripBlocks: true },
	);
	env.addFilter("time", (moment: string | Date) => timeInWords(iso(moment), timezone));
	env.addFilter("day", (moment: string | Date) => dayInWords(iso(moment), timezone));
	env.addFilter("number", (value: number) => grouped(value));
	env.addFilter("counted", (value: number, one: string, many: string) => counted(value, one, many));
	env.addFilter("first_capital", (words: string) => words.charAt(0).toUpperCase() + words.slice(1));
	// Words of mail on one line, without characters that turn the direction of what follows.
	env.addFilter("plain", (value: string) => plainLine(value));
	return (name, values) => env.render(`${name}.njk`, values);
}

function iso(moment: string | Date): string {
	return typeof moment === "string" ? moment : moment.toISOString();
}
