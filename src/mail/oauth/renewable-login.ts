/** Logins for which tokens are asked for. */
import type { OAuth2Login } from "../../config/council.ts";

export type RenewableLogin = Exclude<OAuth2Login, { readonly kind: "token" }>;
export type RefreshLogin = Extract<OAuth2Login, { readonly kind: "refresh-token" }>;
export type ServiceAccount = Extract<OAuth2Login, { readonly kind: "service-account" }>;
