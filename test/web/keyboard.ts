/** A page by the keyboard alone. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

const MOST_PRESSES = 80;

/** Tabs to the control of this name; each one on the way there shows that it has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
	const passed: string[] = [];
	for (let presses = 0; presses < MOST_PRESSES; presses++) {
		await page.keyboard.press("Tab");
		const { words, visible } = (await page.evaluate(FOCUSED)) as { words: string; visible: boolean };
		if (words !== "") expect({ words, visible }).toEqual({ words, visible: true });
		if (name.test(words)) return;
		passed.push(words);
	}
	throw new Error(`The keyboard did not come to ${name}, but to ${passed.join(" | ")}`);
}

/** In the page: the name of what has the focus, and whether it looks otherwise than without. */
const FOCUSED = `(() => {
	const element = document.activeElement;
	if (!element || element === document.body) return { words: "", visible: false };
	const style = getComputedStyle(element);
	const around = element.nextElementSibling && getComputedStyle(element.nextElementSibling, "::before");
	const shown = (one) => one && (one.boxShadow !== "none" || (one.outlineStyle !== "none" && parseFloat(one.outlineWidth) > 0));
	const label = element.labels && element.labels[0];
	const words = (label ? label.innerText : element.innerText || element.getAttribute("aria-label") || "").replace(/\\s+/g, " ").trim();
	return { words: words || element.id || element.tagName, visible: Boolean(shown(style) || shown(around)) };
})()`;
