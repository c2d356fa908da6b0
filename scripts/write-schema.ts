/** Writes config/council.schema.json from the schema of council.yaml. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { councilJsonSchema } from "../src/config/schema.ts";

const target = fileURLToPath(new URL("../config/council.schema.json", import.meta.url));
await writeFile(target, `${JSON.stringify(councilJsonSchema(), null, "\t")}\n`);
