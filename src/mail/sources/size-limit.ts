/** A message beyond this is listed as unreadable: no mail server of a council lets one through. */
export const MESSAGE_MAX_BYTES = 100 * 1024 * 1024;

/** The reason that coverage lists give. */
export function tooLarge(bytes: number): string {
	return `it is larger than ${MESSAGE_MAX_BYTES / 1024 / 1024} MB (${Math.ceil(bytes / 1024 / 1024)} MB)`;
}
