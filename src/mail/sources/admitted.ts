import type { Location } from "../../facts/message.ts";
import type { Admit, Found } from "../source.ts";

/**
 * What the header stage says of a message: undefined where it is to be read, else what becomes of it.
 * A message whose headers cannot be judged is unreadable; it is neither read nor passed over.
 */
export function turnedAway(headers: Buffer, at: Location, admit: Admit): Found | undefined {
	try {
		const admission = admit(headers, at);
		if (admission.read) return undefined;
		return "excluded" in admission ? { kind: "excluded", at, reason: admission.excluded } : { kind: "not-needed", at };
	} catch {
		return { kind: "unreadable", at, reason: "its headers could not be read" };
	}
}
