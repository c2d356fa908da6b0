/** From the validated file to where the review pages are served and who signs in. */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { normaliseAddress } from "../people/address.ts";
import { present } from "./build.ts";
import type { OpenIdConfig, Reviewer, WebConfig } from "./council.ts";
import type { Problem } from "./problem.ts";
import type { CouncilFile } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Whoever has a tenant can name anybody in it, so that an address from there says nothing. */
const SHARED_TENANT =
	/^https:\/\/login\.microsoftonline\.[a-z]+\/(?:common|organizations|consumers|9188040d-6c67-4c5b-b112-36a304b66dad)(?:\/|$)/iu;

/** Who signs in to the pages, with addresses in lower case. */
export function buildReviewers(file: CouncilFile): readonly Reviewer[] {
	return (file.reviewers ?? []).map(({ name, email, roles }) => ({ name, email: normaliseAddress(email), roles }));
}

/** A file of the secret that can't be read is a problem of the configuration. */
export async function buildWeb(parsed: CouncilFile, file: YamlFile, problems: Problem[]): Promise<WebConfig> {
	const { host = "127.0.0.1", port = 8024, url, trustProxy, signIn } = parsed.web ?? {};
	const openid = signIn?.openid;
	let provider: OpenIdConfig | undefined;
	if (openid !== undefined) {
		if (SHARED_TENANT.test(openid.issuer)) {
			const path = ["web", "signIn", "openid", "issuer"];
			const remedy = "Write your tenant's own ID in its place: the Directory ID in Microsoft Entra.";
			problems.push(file.problemAt(path, "This issuer stands for the accounts of every tenant.", remedy));
		}
		const { issuer, clientId, label = "your council account", clientSecretFile } = openid;
		let { clientSecret } = openid;
		if (clientSecretFile !== undefined) {
			try {
				clientSecret = (await readFile(resolve(dirname(file.file), clientSecretFile), "utf8")).trim();
			} catch {
				const path = ["web", "signIn", "openid", "clientSecretFile"];
				problems.push(file.problemAt(path, `${clientSecretFile} cannot be read.`, "Write the secret into that file."));
			}
		}
		provider = { issuer, clientId, clientSecret: clientSecret ?? "", label };
	}
	return present<WebConfig>({
		host,
		port,
		url: (url ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`).replace(/\/+$/u, ""),
		trustProxy: trustProxy === undefined ? [] : [trustProxy].flat(),
		link: signIn?.link ?? true,
		openid: provider,
	});
}
