import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** PEM texts: a private authority, and a key and certificate for `localhost`, 127.0.0.1 and 0.0.0.0 that it signed. */
export interface TestCertificate {
	readonly ca: string;
	readonly key: string;
	readonly cert: string;
}

/** Makes a fresh authority and a server certificate, good for two days. Needs the openssl command. */
export function makeCertificate(): TestCertificate {
	const folder = mkdtempSync(join(tmpdir(), "candour-cert-"));
	const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
	const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
	try {
		openssl(
			...["req", "-x509", ...newKey, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2"],
			...["-subj", "/CN=Candour test authority"],
		);
		openssl("req", ...newKey, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost");
		writeFileSync(join(folder, "names"), "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:0.0.0.0\n");
		openssl(
			...["x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"],
			...["-out", "server.pem", "-days", "2", "-extfile", "names"],
		);
		const read = (name: string) => readFileSync(join(folder, name), "utf8");
		return { ca: read("ca.pem"), key: read("server.key"), cert: read("server.pem") };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
