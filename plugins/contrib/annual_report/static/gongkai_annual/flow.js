// Sums and failures while somebody types. Without it, “Check without saving” does the same.
(() => {
    const form = document.getElementById("fill");
    const failures = document.getElementById("failures");
    const reasons = document.getElementById("reasons");
    const standing = document.getElementById("standing");
    const trouble = document.getElementById("trouble");
    if (!form || !failures || !standing || !trouble || !window.fetch) return;
    let waiting = 0;
    let asked = 0;
    let isAsking = false;
    let isSure = false;

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
        standing.innerHTML = told.standing;
        if (reasons && !reasons.contains(document.activeElement)) reasons.innerHTML = told.reasons;
    };

    // Who has signed in again in another window has a new token.
    const renew = () => {
        const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
        if (token) form.elements.csrfmiddlewaretoken.value = token[1];
    };

    // Nothing where the person is signed out or no server answers: what is typed stays, and the person is told.
    const ask = async () => {
        renew();
        let answer = null;
        let problem = form.dataset.noServer;
        try {
            answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
            if (answer.status < 500) problem = "";
            if (answer.redirected || answer.status === 403) problem = form.dataset.signedOut;
        } catch {
            answer = null;
        }
        trouble.textContent = problem;
        return problem ? null : answer;
    };

    const check = async () => {
        const number = ++asked;
        const answer = await ask();
        if (answer?.ok && number === asked) show(await answer.json());
    };

    form.addEventListener("input", (event) => {
        if (!event.target.closest(".gk-cell, #reasons")) return;
        asked += 1; // what is asked already does not know of this
        window.clearTimeout(waiting);
        waiting = window.setTimeout(() => check().catch(() => undefined), 400);
    });

    form.addEventListener("submit", async (event) => {
        if (isSure) return;
        event.preventDefault();
        if (isAsking) return;
        isAsking = true;
        const { submitter } = event;
        const answer = await ask();
        isAsking = false;
        if (answer) {
            isSure = true;
            form.requestSubmit(submitter);
        } else {
            form.dataset.wUnsavedConfirmationValue = "true"; // it is not going to be sent
        }
    });
})();
