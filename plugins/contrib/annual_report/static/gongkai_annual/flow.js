// Sums and failures while somebody types. Without it, “Check without saving” does the same.
(() => {
    const form = document.getElementById("fill");
    const failures = document.getElementById("failures");
    const reasons = document.getElementById("reasons");
    if (!form || !failures || !window.fetch) return;
    let waiting = 0;
    let asked = 0;

    const mark = (names, className) => {
        form.querySelectorAll(`.${className}`).forEach((cell) => cell.classList.remove(className));
        names.forEach((name) => document.getElementById(name)?.closest("td")?.classList.add(className));
    };

    const show = (told) => {
        Object.entries(told.sums).forEach(([name, text]) => {
            const sum = document.getElementById(name);
            if (sum) sum.textContent = text;
        });
        mark(told.wrong, "gk-cell--wrong");
        mark(told.overrides, "gk-cell--override");
        failures.innerHTML = told.html;
        if (reasons && !reasons.contains(document.activeElement)) reasons.innerHTML = told.reasons;
    };

    const check = async () => {
        const number = ++asked;
        const response = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
        if (response.ok && number === asked) show(await response.json());
    };

    form.addEventListener("input", (event) => {
        if (!event.target.closest(".gk-cell")) return;
        window.clearTimeout(waiting);
        waiting = window.setTimeout(() => check().catch(() => undefined), 400);
    });
})();
