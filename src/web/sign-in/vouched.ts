/** Which addresses a provider vouches for. What a person can write into his own account is not among them. */

export type Claims = Readonly<Record<string, unknown>>;

const GOOGLE = "https://accounts.google.com";

/** Lower case. `issuer` is the one that the token names and whose signature was checked. */
export function vouchedAddresses(claims: Claims, issuer: string): readonly string[] {
	const found = isMicrosoft(issuer) ? ofMicrosoft(claims, issuer) : ofOthers(claims, issuer);
	return [...new Set(found.map((address) => address.trim().toLowerCase()).filter((one) => one.includes("@")))];
}

export function isMicrosoft(issuer: string): boolean {
	const { hostname } = new URL(issuer);
	return /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn)$/u.test(hostname);
}

/**
 * Entra's `email` is whatever an account says, unverified, unless `xms_edov` says that its domain's owner was. The
 * sign-in name lies under a domain of the tenant and only its administrators change it; but not a guest's, whose home
 * is another tenant.
 */
function ofMicrosoft(claims: Claims, issuer: string): readonly string[] {
	const { email, preferred_username: name, tid, idp, acct, xms_edov: verified } = claims;
	const guest = acct === 1 || acct === "1" || (typeof idp === "string" && idp !== issuer && !isHome(idp, tid));
	return [
		...(typeof name === "string" && !guest ? [name] : []),
		...(typeof email === "string" && [true, 1, "1", "true"].some((yes) => verified === yes) ? [email] : []),
	];
}

function isHome(idp: string, tenant: unknown): boolean {
	return typeof tenant === "string" && idp.replace(/\/$/u, "") === `https://sts.windows.net/${tenant}`;
}

/**
 * Google verifies once the address of an account that is neither its own mail nor a Workspace's (`hd`), and whoever
 * had the address then keeps the account.
 */
function ofOthers({ email, email_verified: verified, hd }: Claims, issuer: string): readonly string[] {
	if (typeof email !== "string" || verified !== true) return [];
	if (issuer !== GOOGLE || typeof hd === "string" || /@gmail\.com$/iu.test(email)) return [email];
	return [];
}
