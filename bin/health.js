#!/usr/bin/env node
// Exit status 0 where the service on this machine says that it is well: the container's health check.
const port = process.env.CANDOUR_PORT ?? "8025";
const LIMIT_MS = 4_000;
try {
	const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(LIMIT_MS) });
	process.exit(answer.ok ? 0 : 1);
} catch {
	process.exit(1);
}
