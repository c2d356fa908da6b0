/** The protocols that come with Candour, each with a line about it. */
import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProfile } from "../../config/profile.ts";
import { counted } from "../../reports/counted.ts";

export interface ProtocolChoice {
	/** As council.yaml names it. */
	readonly name: string;
	readonly title: string;
	/** The rules it has, in a line. */
	readonly rules: string;
}

const SHIPPED = fileURLToPath(new URL("../../../config/protocols/", import.meta.url));

export async function shippedProtocols(): Promise<readonly ProtocolChoice[]> {
	const files = (await readdir(SHIPPED)).filter((file) => file.endsWith(".yaml")).sort();
	const names = files.map((file) => basename(file, ".yaml"));
	return Promise.all(
		names.map(async (name) => {
			const { profile } = await loadProfile(name, SHIPPED, {}, (message, mend) => ({
				file: SHIPPED,
				line: 1,
				message,
				mend,
			}));
			const rules = [...(profile?.rules.keys() ?? [])];
			return { name, title: profile?.title ?? name, rules: `${counted(rules.length, "rule")}: ${rules.join(", ")}` };
		}),
	);
}
