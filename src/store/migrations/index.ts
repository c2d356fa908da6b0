import type { Migration } from "../migrate.ts";
import { first } from "./0001-first.ts";
import { keeping } from "./0002-keeping.ts";
import { review } from "./0003-review.ts";
import { unknownPeople } from "./0004-unknown-people.ts";
import { findingList } from "./0005-finding-list.ts";

/** All migrations, in the order in which they are applied. */
export const migrations: readonly Migration[] = [first, keeping, review, unknownPeople, findingList];
