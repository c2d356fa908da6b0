import type { Migration } from "../migrate.ts";
import { first } from "./0001-first.ts";

/** All migrations, in the order in which they are applied. */
export const migrations: readonly Migration[] = [first];
