// “Tick all rows of this page”: a convenience; without it rows are ticked one by one.
document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-gk-tick]");
    if (!all) {
        return;
    }
    for (const box of all.closest("form").querySelectorAll(".gk-rows tbody input[type=checkbox]")) {
        box.checked = all.checked;
    }
});
