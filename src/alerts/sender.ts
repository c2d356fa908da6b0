/** From whom Candour's mail comes. */
import type { Council } from "../config/council.ts";
import type { Recipient } from "./mail.ts";

/** As configured below alerts: or smtp:; else the mail server's user where that is an address; else candour@ the council. */
export function senderOf({ alerts, smtp, register }: Pick<Council, "alerts" | "smtp" | "register">): Recipient {
	const server = smtp?.kind === "server" ? smtp : undefined;
	const user = server?.user?.includes("@") === true ? server.user : undefined;
	const address = alerts?.from ?? server?.from ?? user ?? `candour@${register.domains[0] ?? "localhost"}`;
	return { address: address.toLowerCase(), name: "Candour" };
}
