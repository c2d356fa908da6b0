/** BullMQ's PostgreSQL backend wants a pool of connections; PGlite has one session, which all of these share. */
import { EventEmitter } from "node:events";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import type { PgPool, PgPoolClient, PgQueryable, PgQueryResult } from "bullmq";

/** The database's search path is set once, by whoever opens the queues: there is only this session. */
export function poolOver(database: PGlite): PgPool {
	const clients = new Set<EventEmitter>();
	const events = new EventEmitter();
	// Nobody listening must not end the process, as it would with Node's own rule for "error".
	events.on("error", () => undefined);
	events.setMaxListeners(0);
	const stopListening = database.onNotification((channel, payload) => {
		for (const client of clients) client.emit("notification", { channel, payload });
	});
	const query = (text: string, params?: readonly unknown[]) => run(database, text, params);
	const connect = async (): Promise<PgPoolClient> => {
		const client = new EventEmitter();
		clients.add(client);
		return Object.assign(client, { query, release: () => void clients.delete(client) }) as PgPoolClient;
	};
	return Object.assign(events, {
		query,
		connect,
		// Tells BullMQ that a dropped connection would be noticed: within a process there is none to drop.
		options: { keepAlive: true },
		end: async () => {
			stopListening();
			clients.clear();
		},
	}) as unknown as PgPool;
}

/**
 * A session for BullMQ's migrations inside one PGlite transaction, so that no other query comes between their
 * statements; its own BEGIN and COMMIT are left out.
 */
export async function inTransaction<Result>(
	database: PGlite,
	work: (session: PgQueryable) => Promise<Result>,
): Promise<Result> {
	return database.transaction((transaction) =>
		work({
			query: async <Row>(text: string, params?: readonly unknown[]) => {
				if (/^\s*(BEGIN|COMMIT|ROLLBACK)\s*;?\s*$/i.test(text)) return { rows: [] };
				return (await run(transaction, text, params)) as PgQueryResult<Row>;
			},
		}),
	);
}

async function run(
	session: PGlite | Transaction,
	text: string,
	params?: readonly unknown[],
	// biome-ignore lint/suspicious/noExplicitAny: BullMQ's interface leaves the row open
): Promise<PgQueryResult<any>> {
	if (params === undefined || params.length === 0) {
		// Without parameters there may be several statements, which only the simple protocol takes.
		const results = await session.exec(text);
		const last = results.at(-1);
		return { rows: last?.rows ?? [], rowCount: last?.affectedRows ?? null };
	}
	const { rows, affectedRows } = await session.query(text, [...params]);
	return { rows, rowCount: affectedRows ?? null };
}
