/** Lines of at most so many characters. */

/** Words longer than the width, addresses say, stand on a line of their own rather than being broken. */
export function wrapped(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && [...line].length + 1 + [...word].length > width) {
			lines.push(line);
			line = word;
		} else {
			line = line === "" ? word : `${line} ${word}`;
		}
	}
	return [...lines, line];
}

/** The first line behind `head`, the others below its text. */
export function hanging(head: string, text: string, width: number): string[] {
	const indent = " ".repeat(head.length);
	return wrapped(text, Math.max(width - head.length, 20)).map((line, index) => (index === 0 ? head : indent) + line);
}
