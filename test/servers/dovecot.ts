/** A real Dovecot on loopback ports, with its mail in a temporary folder. Runs as root or as an ordinary user. */
import { execFileSync } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { makeCertificate } from "./certificate.ts";
import { freePort } from "./free-port.ts";
import { accountIfRoot, type ServerProcess, startProcess } from "./server-process.ts";

/** Dovecot refuses to read mail as root; every Debian has this account. */
const MAIL_ACCOUNT = "nobody";

interface DovecotAccount {
	readonly user: string;
	readonly password: string;
}

export interface DovecotOptions {
	readonly accounts: readonly DovecotAccount[];
	/** Also listen with TLS; `ca` is then set. */
	readonly tls?: boolean;
	/** Leave out the special-use flags of Sent and the rest, as plain servers do. */
	readonly plainFolders?: boolean;
	/** Further lines of dovecot.conf. */
	readonly config?: string;
}

export interface Dovecot {
	readonly port: number;
	/** 0 without TLS. */
	readonly tlsPort: number;
	/** PEM of the authority; "" without TLS. */
	readonly ca: string;
	/**
	 * Puts a message into a folder ("INBOX", "Sent", "Archive/2026"), which is made if need be.
	 * `date` becomes its INTERNALDATE. Returns the file's path.
	 */
	deliver(user: string, folder: string, raw: string | Buffer, date?: Date): Promise<string>;
	/** The path of the account's Maildir. */
	maildir(user: string): string;
	/** Gives a folder a new UIDVALIDITY, as restoring a server does. */
	renewUidValidity(user: string, folder: string): Promise<void>;
	/** Ends all its processes at once (SIGKILL). */
	kill(): Promise<void>;
	/** Starts it again on the same ports with the same mail. */
	start(): Promise<void>;
	stop(): Promise<void>;
}

export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
	const root = await mkdtemp(join(tmpdir(), "candour-dovecot-"));
	await chmod(root, 0o755);
	const mailAccount = accountIfRoot(MAIL_ACCOUNT);
	const port = await freePort();
	const tlsPort = options.tls ? await freePort() : 0;
	const certificate = options.tls ? makeCertificate() : undefined;
	if (certificate) {
		await writeFile(join(root, "server.pem"), certificate.cert);
		await writeFile(join(root, "server.key"), certificate.key, { mode: 0o600 });
	}
	const passwords = options.accounts.map(({ user, password }) => `${user}:{PLAIN}${password}`);
	await writeFile(join(root, "passwd"), `${passwords.join("\n")}\n`);
	await writeFile(join(root, "dovecot.conf"), configuration(root, port, tlsPort, mailAccount, options));

	const own = async (path: string) => {
		if (mailAccount) await chown(path, mailAccount.uid, mailAccount.gid);
	};
	const makeFolder = async (path: string) => {
		for (const part of ["", "cur", "new", "tmp"]) {
			await mkdir(join(path, part), { recursive: true });
			await own(join(path, part));
		}
	};
	await mkdir(join(root, "mail"));
	const maildir = (user: string) => join(root, "mail", user, "Maildir");
	const folderPath = (user: string, folder: string) =>
		folder === "INBOX" ? maildir(user) : join(maildir(user), `.${folder.replaceAll("/", ".")}`);
	for (const { user } of options.accounts) {
		await mkdir(join(root, "mail", user));
		await own(join(root, "mail", user));
		await makeFolder(maildir(user));
	}

	let server: ServerProcess | undefined;
	const start = async () => {
		server = await startProcess("dovecot", ["-F", "-c", join(root, "dovecot.conf")], port);
	};
	await start();

	let delivered = 0;
	return {
		port,
		tlsPort,
		ca: certificate?.ca ?? "",
		maildir,
		start,
		deliver: async (user, folder, raw, date) => {
			const path = folderPath(user, folder);
			await makeFolder(path);
			if (folder !== "INBOX") {
				await writeFile(join(path, "maildirfolder"), "");
				await own(join(path, "maildirfolder"));
			}
			delivered += 1;
			const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered).padStart(8, "0")}P${process.pid}.test`;
			await writeFile(join(path, "tmp", name), raw);
			await own(join(path, "tmp", name));
			if (date) await utimes(join(path, "tmp", name), date, date);
			await rename(join(path, "tmp", name), join(path, "new", name));
			return join(path, "new", name);
		},
		renewUidValidity: async (user, folder) => {
			const path = folderPath(user, folder);
			for (const name of await readdir(path)) {
				if (name.startsWith("dovecot.index")) await rm(join(path, name));
			}
			const list = join(path, "dovecot-uidlist");
			const text = await readFile(list, "utf8");
			await writeFile(
				list,
				text.replace(/ V(\d+)/, (_, validity: string) => ` V${Number(validity) + 1000}`),
			);
		},
		kill: async () => server?.kill(),
		stop: async () => {
			await server?.stop();
			await rm(root, { recursive: true, force: true });
		},
	};
}

function groupName(): string {
	return execFileSync("id", ["-gn"], { encoding: "utf8" }).trim();
}

function configuration(
	root: string,
	port: number,
	tlsPort: number,
	mailAccount: { uid: number; gid: number } | undefined,
	options: DovecotOptions,
): string {
	const me = userInfo();
	const uid = mailAccount?.uid ?? me.uid;
	const gid = mailAccount?.gid ?? me.gid;
	const special = ["Sent", "Drafts", "Junk", "Trash", "Archive"].map(
		(name) => `mailbox ${name} {
			auto = create
			${options.plainFolders ? "" : `special_use = \\${name}`}
		}`,
	);
	// Only root can change user and root directory; an ordinary user runs every part as himself.
	const asMyself = `default_login_user = ${me.username}
		default_internal_user = ${me.username}
		default_internal_group = ${mailAccount ? "" : groupName()}
		service anvil {
			chroot =
		}`;
	return `protocols = imap
		listen = 127.0.0.1
		base_dir = ${root}/run
		state_dir = ${root}/state
		log_path = ${root}/dovecot.log
		ssl = ${options.tls ? "yes" : "no"}
		${options.tls ? `ssl_cert = <${root}/server.pem\nssl_key = <${root}/server.key` : ""}
		disable_plaintext_auth = no
		auth_failure_delay = 0
		mail_max_userip_connections = 200
		mailbox_idle_check_interval = 1 s
		first_valid_uid = 1
		mail_location = maildir:~/Maildir
		${mailAccount ? "" : asMyself}
		service imap-login {
			${mailAccount ? "" : "chroot ="}
			inet_listener imap {
				port = ${port}
			}
			inet_listener imaps {
				port = ${tlsPort}
				ssl = yes
			}
		}
		passdb {
			driver = passwd-file
			args = ${root}/passwd
		}
		userdb {
			driver = static
			args = uid=${uid} gid=${gid} home=${root}/mail/%u
		}
		namespace inbox {
			inbox = yes
			separator = /
			${special.join("\n")}
		}
		${options.config ?? ""}
	`;
}
