/** The media type of a file that came without one, by the end of its name. */
const TYPES: readonly (readonly [RegExp, string])[] = [
	[/\.eml$/iu, "message/rfc822"],
	[/\.(txt|csv|log|md)$/iu, "text/plain"],
	[/\.html?$/iu, "text/html"],
	[/\.jpe?g$/iu, "image/jpeg"],
	[/\.(png|gif|bmp|tiff?|webp)$/iu, "image/*"],
	[/\.vcf$/iu, "text/vcard"],
];

export function typeByName(name: string): string {
	return TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? "application/octet-stream";
}
