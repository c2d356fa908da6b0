/**
 * Drizzle, loaded as CommonJS. Its modules import each other in circles, and linking them as ES modules costs 230 MB
 * and half a second at every start (drizzle-orm 0.45.4, Node 24.21: 306 MB resident against 71 MB).
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const orm: typeof import("drizzle-orm") = require("drizzle-orm");
const core: typeof import("drizzle-orm/pg-core") = require("drizzle-orm/pg-core");
const pglite: typeof import("drizzle-orm/pglite") = require("drizzle-orm/pglite");
const nodePostgres: typeof import("drizzle-orm/node-postgres") = require("drizzle-orm/node-postgres");

export const { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, sql } = orm;
export const { bigint, boolean, customType, index, integer, pgSchema, primaryKey, text, timestamp } = core;
export const overPGlite = pglite.drizzle;
export const overPool = nodePostgres.drizzle;

export type { SQL } from "drizzle-orm";
export type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
