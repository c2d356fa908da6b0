/**
 * GET /health on this machine alone: whether Candour does its work, for a monitor or a container. For commands, which
 * can't open the store beside a running service, also /digest (GET shows a week's, POST sends it) and /ledger.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CandourError } from "./errors.ts";
import { holdsToken } from "./local-access.ts";
import type { QueueName } from "./queues/jobs.ts";
import { storeError } from "./store/errors.ts";

export interface Health {
	readonly status: "ok" | "degraded" | "down";
	readonly store: { readonly kind: string; readonly reachable: boolean; readonly waitingForAudit: number };
	readonly queues: {
		readonly kind: string;
		readonly counts: Readonly<Partial<Record<QueueName, Readonly<Record<string, number>>>>>;
		/** Parts that run in this process, and whether each still does. */
		readonly parts: Readonly<Record<string, boolean>>;
	};
	readonly sources: readonly {
		readonly mailbox: string;
		readonly folder: string;
		readonly connected: boolean;
		readonly lastErrorCode?: string;
		readonly lastSeen?: string;
	}[];
	/** ISO 8601; null before the first mail. */
	readonly lastMail: string | null;
	/** Alerts that could not be delivered, and jobs that were set aside. */
	readonly failed: { readonly alerts: number; readonly jobs: number };
}

export interface HealthServer {
	readonly port: number;
	close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const NAMES_OF_THIS_MACHINE: ReadonlySet<string> = new Set(["localhost", LOOPBACK, "[::1]"]);
const REQUEST_TIMEOUT_MS = 10_000;

/** What commands may ask for, if they hold the token. */
export interface ForCommands {
	readonly token: string;
	/** @param week as it was asked for, unchecked */
	digest(week: string, send: boolean): Promise<unknown>;
	/** @param head as it was asked for, unchecked; absent: only the chain is verified */
	ledger(head: string | undefined): Promise<unknown>;
}

/** Serves `report` on the loopback interface. @param port 0 for any free one */
export async function serveHealth(
	port: number,
	report: () => Promise<Health>,
	commands?: ForCommands,
): Promise<HealthServer> {
	const server = createServer((request, response) => {
		void answer(request, response, report, commands);
	});
	server.requestTimeout = REQUEST_TIMEOUT_MS;
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, LOOPBACK, resolve);
	});
	return {
		port: (server.address() as AddressInfo).port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	report: () => Promise<Health>,
	commands: ForCommands | undefined,
) {
	const send = (status: number, body: unknown) => {
		response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
		response.end(`${JSON.stringify(body)}\n`);
	};
	// A web page elsewhere can make a browser here ask by a name that it points at this machine.
	const host = (request.headers.host ?? "").replace(/:\d+$/, "");
	if (!NAMES_OF_THIS_MACHINE.has(host)) return send(403, { error: "only for this machine" });
	const asked = new URL(request.url ?? "/", "http://localhost");
	if (commands !== undefined && ["/digest", "/ledger"].includes(asked.pathname)) {
		if (!holdsToken(request.headers.authorization, commands.token)) return send(401, { error: "no token" });
		if (request.method !== "GET" && request.method !== "POST") return send(405, { error: "GET or POST only" });
		const { searchParams } = asked;
		try {
			if (asked.pathname === "/ledger") return send(200, await commands.ledger(searchParams.get("head") ?? undefined));
			return send(200, await commands.digest(searchParams.get("week") ?? "", request.method === "POST"));
		} catch (error) {
			const typed = storeError(error);
			if (!(typed instanceof CandourError)) return send(500, { error: "it failed" });
			return send(409, { code: typed.code, message: typed.message, remedy: typed.remedy });
		}
	}
	if (request.url !== "/health") return send(404, { error: "not found" });
	if (request.method !== "GET" && request.method !== "HEAD") return send(405, { error: "GET only" });
	try {
		const health = await report();
		return send(health.status === "down" ? 503 : 200, health);
	} catch {
		return send(503, { status: "down" });
	}
}
