// The verdict on colours while they are being chosen. The server works it out; without this it comes with “Save”.
const form = document.querySelector("form[data-verdict]");
const lines = form?.querySelector("[data-verdict-lines]");
let latest = 0;

async function ask() {
    const number = ++latest;
    const asked = new URLSearchParams();
    for (const input of form.querySelectorAll(".gk-colours input")) {
        if (input.type === "color" || input.checked) {
            asked.set(input.name, input.value);
        }
    }
    const response = await fetch(`${form.dataset.verdict}?${asked}`, { credentials: "same-origin" });
    if (response.ok && number === latest) {
        lines.innerHTML = await response.text();
    }
}

lines?.closest("fieldset").addEventListener("input", (event) => {
    const tick = event.target.type === "color" && form.elements[`${event.target.name}_own`];
    if (tick) {
        tick.checked = true;
    }
    ask();
});
