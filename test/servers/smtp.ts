import { SMTPServer } from "smtp-server";
import { makeCertificate } from "./certificate.ts";
import { freePort } from "./free-port.ts";

const ARRIVES_WITHIN_MS = 15_000;

export interface ReceivedMail {
	/** The envelope's sender and recipients, which need not be those of the headers. */
	readonly from: string;
	readonly to: readonly string[];
	readonly raw: string;
}

export interface Smtp {
	readonly port: number;
	/** PEM of the authority; absent without TLS. */
	readonly ca?: string;
	/** In the order of arrival. */
	readonly received: readonly ReceivedMail[];
	/** Resolves once `count` messages have arrived since the start; fails after 15 s. */
	waitFor(count: number): Promise<void>;
	/** Answers the next message with this SMTP code (451: try later, 550: never) and forgets it. */
	refuseNext(code: number): void;
	/** Refuses this recipient from now on with the code, and takes a message for the others; 0: no longer. */
	refuseRecipient(address: string, code: number): void;
	stop(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent. With `tls` it speaks TLS from the first byte. */
export async function startSmtp(
	options: { tls?: boolean; auth?: { user: string; password: string } } = {},
): Promise<Smtp> {
	const certificate = options.tls ? makeCertificate() : undefined;
	const received: ReceivedMail[] = [];
	const refusals: number[] = [];
	const refusedRecipients = new Map<string, number>();
	const waiting = new Set<() => void>();
	const server = new SMTPServer({
		...(certificate ? { secure: true, key: certificate.key, cert: certificate.cert } : {}),
		authOptional: !options.auth,
		allowInsecureAuth: true,
		disabledCommands: certificate ? [] : ["STARTTLS"],
		closeTimeout: 1_000,
		onAuth: (auth, _session, callback) => {
			const right = auth.username === options.auth?.user && auth.password === options.auth?.password;
			if (right) callback(null, { user: auth.username });
			else callback(new Error("Wrong user or password"));
		},
		onRcptTo: ({ address }, _session, callback) => {
			const code = refusedRecipients.get(address);
			if (code) callback(Object.assign(new Error("No such mailbox here"), { responseCode: code }));
			else callback();
		},
		onData: (stream, session, callback) => {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				const code = refusals.shift();
				if (code !== undefined) {
					callback(Object.assign(new Error("Refused by the test"), { responseCode: code }));
					return;
				}
				const { mailFrom, rcptTo } = session.envelope;
				received.push({
					from: mailFrom ? mailFrom.address : "",
					to: rcptTo.map(({ address }) => address),
					raw: Buffer.concat(chunks).toString("utf8"),
				});
				callback(null, "kept");
				for (const look of waiting) look();
			});
		},
	});
	// Clients that break off are part of some tests.
	server.on("error", () => {});
	const port = await freePort();
	await new Promise<void>((resolve) => {
		server.listen(port, "127.0.0.1", () => resolve());
	});
	return {
		port,
		...(certificate ? { ca: certificate.ca } : {}),
		received,
		waitFor: (count) =>
			new Promise((resolve, reject) => {
				const settle = (act: () => void) => {
					clearTimeout(timer);
					waiting.delete(look);
					act();
				};
				const timer = setTimeout(
					() => settle(() => reject(new Error(`${received.length} of ${count} messages arrived`))),
					ARRIVES_WITHIN_MS,
				);
				const look = () => {
					if (received.length >= count) settle(resolve);
				};
				waiting.add(look);
				look();
			}),
		refuseNext: (code) => {
			refusals.push(code);
		},
		refuseRecipient: (address, code) => {
			refusedRecipients.set(address, code);
		},
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
