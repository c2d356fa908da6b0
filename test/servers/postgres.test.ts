import pg from "pg";
import { expect, test } from "vitest";
import { startPostgres } from "./postgres.ts";

test("PostgreSQL answers a query and keeps its data over a restart", async () => {
	const postgres = await startPostgres();
	const ask = async (sql: string) => {
		const client = new pg.Client(postgres.url);
		await client.connect();
		const { rows } = await client.query(sql);
		await client.end();
		return rows;
	};
	try {
		await ask("create table town as select 'Thornby' as name");
		await postgres.restart();
		expect(await ask("select name from town")).toEqual([{ name: "Thornby" }]);
	} finally {
		await postgres.stop();
	}
});
