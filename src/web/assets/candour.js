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

// A part that takes a while to come is put where the link stands; without this, the link opens a page of its own.
for (const link of document.querySelectorAll("a[data-shows]")) {
	link.addEventListener("click", async (event) => {
		const place = document.getElementById(link.dataset.shows);
		if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (place.ariaBusy === "true") return;
		place.ariaBusy = "true";
		place.textContent = "Fetching it from the mailbox …";
		try {
			const response = await fetch(`${link.href}?part=1`);
			if (!response.ok || response.redirected) throw new Error("not the part");
			place.innerHTML = await response.text();
			place.ariaBusy = "false";
			place.focus();
		} catch {
			window.location.assign(link.href);
		}
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
