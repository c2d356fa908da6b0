// Quicker with it, complete without: govuk-frontend's behaviour, and what a page asks for by data attributes.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
initAll();

for (const button of document.querySelectorAll("button[data-copies]")) {
	button.hidden = false;
	button.addEventListener("click", async () => {
		const text = document.getElementById(button.dataset.copies)?.textContent ?? "";
		await navigator.clipboard.writeText(text);
		const told = document.getElementById(`${button.dataset.copies}-copied`);
		if (told) told.textContent = "Copied.";
	});
}

for (const place of document.querySelectorAll("[data-live]")) {
	const source = new EventSource(place.dataset.live);
	source.addEventListener("progress", ({ data }) => {
		const { words, done, total, ended } = JSON.parse(data);
		const status = place.querySelector("[data-live-words]");
		if (status) status.textContent = words;
		const bar = place.querySelector("progress");
		if (bar && total) {
			bar.max = total;
			bar.value = done;
		} else if (bar) bar.removeAttribute("value");
		if (ended) {
			source.close();
			window.location.reload();
		}
	});
}
