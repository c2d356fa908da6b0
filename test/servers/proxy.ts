/** A line between a client and a real server that a test can spoil. */
import { connect, createServer, type Socket } from "node:net";

/** What happens to a piece of what the server sends: it goes on, the line breaks, or it goes dead without a word. */
export type Fate = "pass" | "break" | "hang";

export interface Line {
	readonly port: number;
	/** How many connections were made through it. */
	readonly connections: number;
	/** Breaks the connections that stand. */
	breakAll(): void;
	stop(): Promise<void>;
}

/**
 * Listens on a free loopback port and passes everything on to `target`; `fate` sees each piece from the server, and
 * `overhear` each piece from the client.
 */
export async function startProxy(
	target: number,
	fate: (data: Buffer) => Fate = () => "pass",
	overhear: (data: Buffer) => void = () => {},
): Promise<Line> {
	const sockets = new Set<Socket>();
	let connections = 0;
	const server = createServer((client) => {
		connections += 1;
		const upstream = connect(target, "127.0.0.1");
		let dead = false;
		for (const [socket, other] of [
			[client, upstream],
			[upstream, client],
		] as const) {
			sockets.add(socket);
			socket.on("error", () => {});
			socket.on("close", () => {
				sockets.delete(socket);
				if (!dead || socket === client) other.destroy();
			});
		}
		client.on("data", (data: Buffer) => {
			overhear(data);
			if (!dead) upstream.write(data);
		});
		upstream.on("data", (data: Buffer) => {
			if (dead) return;
			const what = fate(data);
			if (what === "pass") client.write(data);
			else if (what === "break") client.destroy();
			else dead = true;
		});
	});
	const port = await new Promise<number>((resolve) => {
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			resolve(typeof address === "object" && address ? address.port : 0);
		});
	});
	const breakAll = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		port,
		get connections() {
			return connections;
		},
		breakAll,
		stop: async () => {
			breakAll();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
