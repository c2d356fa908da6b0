/** Writes the JSON Schemas of council.yaml and of a protocol's file into config/. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { councilJsonSchema, protocolJsonSchema } from "../src/config/schema.ts";

const shipped = { "council.schema.json": councilJsonSchema(), "protocol.schema.json": protocolJsonSchema() };
for (const [name, schema] of Object.entries(shipped)) {
	const target = fileURLToPath(new URL(`../config/${name}`, import.meta.url));
	await writeFile(target, `${JSON.stringify(schema, null, "\t")}\n`);
}
