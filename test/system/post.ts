/** Posts letters as mail servers do: a copy in the sender's Sent folder, one in each recipient's inbox, no Bcc there. */
import type { Dovecot } from "../servers/dovecot.ts";

export interface Post {
	/** Puts every copy of the letter where it belongs, as far as the mailboxes are connected. */
	send(raw: string): Promise<void>;
	/** Puts one message into one folder. */
	put(user: string, folder: string, raw: string): Promise<void>;
	/** Where each message lies, by its path on the server. */
	readonly paths: readonly string[];
}

export function postOffice(dovecot: Dovecot, users: readonly string[]): Post {
	const paths: string[] = [];
	const put = async (user: string, folder: string, raw: string) => {
		const date = new Date(headerOf(raw, "Date") ?? "");
		const known = Number.isNaN(date.getTime()) ? undefined : date;
		paths.push(await dovecot.deliver(user, folder, raw, known));
	};
	return {
		paths,
		put,
		send: async (raw) => {
			const named = (...names: readonly string[]) =>
				users.filter((user) => names.some((name) => (headerOf(raw, name) ?? "").includes(user)));
			for (const user of named("From")) await put(user, "Sent", raw);
			const received = `Received: from mx.thornby.example by mail.thornby.example\r\n${raw.replace(/^Bcc:.*\r\n/mu, "")}`;
			for (const user of named("To", "Cc")) await put(user, "INBOX", received);
		},
	};
}

function headerOf(raw: string, name: string): string | undefined {
	const head = raw.split("\r\n\r\n")[0] ?? "";
	return new RegExp(`^${name}: (.*)$`, "imu").exec(head)?.[1]?.trim();
}
