/** Questions on a terminal, in the few kinds that `candour init` has. */
import { confirm, input, password, select } from "@inquirer/prompts";

export interface Streams {
	readonly input?: NodeJS.ReadableStream;
	readonly output?: NodeJS.WritableStream;
}

export interface Choice<T> {
	readonly name: string;
	readonly value: T;
	readonly description?: string;
}

export interface Ask {
	/** A line of text; `check` gives a sentence where the text will not do. "" only where `optional`. */
	text(message: string, options?: TextOptions): Promise<string>;
	/** Typed without being shown; "" where nothing was typed. */
	secret(message: string): Promise<string>;
	yes(message: string, preset: boolean): Promise<boolean>;
	choice<T>(message: string, choices: readonly Choice<T>[], preset?: T): Promise<T>;
	/** A line of explanation between questions. */
	say(line: string): void;
}

interface TextOptions {
	readonly preset?: string | undefined;
	readonly optional?: boolean;
	readonly check?: (text: string) => string | undefined;
}

/** Ctrl-C rejects with an error of the name ExitPromptError. Without streams: the terminal. */
export function askOnTerminal(streams: Streams = {}): Ask {
	return {
		text: async (message, { preset, optional = false, check } = {}) => {
			const given = await input(
				{
					message,
					...(preset === undefined ? {} : { default: preset }),
					validate: (value) => {
						const text = value.trim();
						if (text === "") return optional || preset !== undefined || "Please type something.";
						return check?.(text) ?? true;
					},
				},
				streams,
			);
			return given.trim();
		},
		secret: (message) => password({ message, mask: true }, streams),
		yes: (message, preset) => confirm({ message, default: preset }, streams),
		choice: <T>(message: string, choices: readonly Choice<T>[], preset?: T): Promise<T> =>
			select(
				{ message, choices: [...choices], loop: false, ...(preset === undefined ? {} : { default: preset }) },
				streams,
			),
		say: (line) => {
			(streams.output ?? process.stdout).write(`${line}\n`);
		},
	};
}
