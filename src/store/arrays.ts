/** Arrays as one parameter: Drizzle would write one for each member, and a statement takes no more than 65,535. */
import { type SQL, sql } from "./drizzle.ts";

export function textArray(texts: Iterable<string>): SQL {
	const members = [...texts].map((text) => `"${text.replaceAll(/["\\]/g, "\\$&")}"`);
	return sql`${`{${members.join(",")}}`}::text[]`;
}

export function bigintArray(numbers: Iterable<number>): SQL {
	return sql`${`{${[...numbers].join(",")}}`}::bigint[]`;
}
