/** The JSON Schema of each rule's entry in `rules:`: its severity and clause, and its settings. */
import { z } from "zod";
import { RULES } from "../rules/index.ts";
import { resolutionSections } from "./resolutions.ts";

const SEVERITY = { type: "string", enum: ["breach", "advisory", "off"] };
const COMMON = {
	severity: SEVERITY,
	clause: { type: "string", minLength: 1, description: "Where the protocol says it" },
	offUntilSet: { type: "array", items: { type: "string" } },
};

/** By rule id; draft 7, as editors read it. */
export function ruleSchemas(): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		RULES.map(({ meta }) => {
			const { $schema: _, ...settings } = z.toJSONSchema(meta.settings, {
				target: "draft-7",
				io: "input",
				unrepresentable: "any",
			}) as { readonly $schema?: string; readonly properties?: object };
			const entry = {
				...settings,
				properties: { ...COMMON, ...settings.properties, ...elsewhere(settings.properties) },
			};
			return [meta.id, { description: meta.about, anyOf: [SEVERITY, entry] }];
		}),
	);
}

/** Registers that stand at the top of the file, too, are described there. */
function elsewhere(properties: object = {}): Readonly<Record<string, unknown>> {
	const keys = Object.keys(resolutionSections).filter((key) => key in properties);
	return Object.fromEntries(keys.map((key) => [key, { $ref: `#/properties/${key}` }]));
}
