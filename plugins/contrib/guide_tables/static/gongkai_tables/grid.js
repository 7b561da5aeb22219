// A grid over the text of a table's rows. The text is what is sent; without this script it is edited as it is.
(() => {
    const PAGE = 30;
    const template = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
    const split = (text) => text.replace(/\r\n?/g, "\n").split("\n").filter((line) => line.trim()).map((line) => line.split("\t"));
    const oneLine = (text) => text.replace(/[\t\r\n]+/g, " ").trim();

    // Cells beyond the headings have no column: such a text is not made a grid, which would lose them.
    function fits(text) {
        const [headings = [], ...lines] = split(text);
        return lines.every((line) => !line.slice(headings.length).some((cell) => cell.trim()));
    }

    // What a spreadsheet puts on the clipboard: cells with line breaks stand in quotation marks.
    function cellsOf(text) {
        const rows = [[""]];
        let quoted = false;
        for (let i = 0; i < text.length; i += 1) {
            const row = rows[rows.length - 1];
            const sign = text[i];
            if (quoted) {
                if (sign === '"' && text[i + 1] === '"') { row[row.length - 1] += sign; i += 1; }
                else if (sign === '"') { quoted = false; }
                else { row[row.length - 1] += sign; }
            } else if (sign === '"' && row[row.length - 1] === "") { quoted = true; }
            else if (sign === "\t") { row.push(""); }
            else if (sign === "\n") { rows.push([""]); }
            else if (sign !== "\r") { row[row.length - 1] += sign; }
        }
        if (rows[rows.length - 1].join("") === "") { rows.pop(); }
        return rows.map((row) => row.map(oneLine));
    }

    // The columns as they stand in the form above, saved or not.
    function columnsOf(form) {
        const found = [];
        for (const title of form.querySelectorAll('[name^="columns-"][name$="-title"]')) {
            const prefix = title.name.slice(0, -"title".length);
            const field = (name) => form.elements[prefix + name];
            const gone = field("DELETE");
            if (title.name.includes("__prefix__") || (gone && (gone.type === "checkbox" ? gone.checked : gone.value))) { continue; }
            found.push({
                id: prefix,
                title: oneLine(title.value),
                order: Number(field("ORDER")?.value || found.length),
                required: Boolean(field("is_required")?.checked),
                codes: field("kind")?.value === "choice" ? field("codes").value.split("\n").map((code) => code.trim()).filter(Boolean) : null,
            });
        }
        return found.filter((column) => column.title).sort((a, b) => a.order - b.order);
    }

    class Grid {
        constructor(text) {
            this.text = text;
            this.start = 0;
            this.frame = template("gk-grid-frame");
            this.read();
            text.hidden = true;
            text.after(this.frame);
            this.frame.addEventListener("click", (event) => this.act(event.target.closest("[data-do]")?.dataset.do, event.target));
            this.frame.addEventListener("input", (event) => this.typed(event.target));
            this.frame.addEventListener("keydown", (event) => this.key(event));
            this.frame.addEventListener("paste", (event) => this.paste(event));
            this.sync = () => window.setTimeout(() => { if (this.frame.isConnected && this.signature !== JSON.stringify(columnsOf(text.form))) { this.draw(); this.write(); } }, 150);
            for (const name of ["change", "click"]) { text.form.addEventListener(name, this.sync); }
            // What was typed a moment ago goes along.
            this.send = () => { if (this.frame.isConnected) { this.write(); } };
            text.form.addEventListener("submit", this.send, true);
            this.draw();
        }

        read() {
            const [headings = [], ...lines] = split(this.text.value);
            const columns = columnsOf(this.text.form);
            this.ids = headings.map((heading) => columns.find((column) => column.title === heading.trim())?.id || `?${heading.trim()}`);
            this.rows = lines.map((line) => Object.fromEntries(this.ids.map((id, place) => [id, (line[place] || "").trim()])));
        }

        // Columns of the form, then headings of the text that are none of them: nothing is dropped here.
        columns() {
            const strangers = this.ids.filter((id) => id.startsWith("?") && this.rows.some((row) => row[id]));
            return [...columnsOf(this.text.form), ...strangers.map((id) => ({ id, title: id.slice(1), codes: null }))];
        }

        write() {
            const columns = this.columns();
            const lines = this.rows.map((row) => columns.map((column) => row[column.id] || "").join("\t")).filter((line) => line.trim());
            this.text.value = lines.length ? [columns.map((column) => column.title).join("\t"), ...lines].join("\n") : "";
            this.text.dispatchEvent(new Event("input", { bubbles: true }));
        }

        shown() {
            const wanted = this.part("find").value.trim().toLowerCase();
            const numbers = this.rows.map((_row, number) => number);
            return wanted ? numbers.filter((number) => Object.values(this.rows[number]).join("\t").toLowerCase().includes(wanted)) : numbers;
        }

        part(name) { return this.frame.querySelector(`[data-do="${name}"]`); }

        draw() {
            this.signature = JSON.stringify(columnsOf(this.text.form));
            const columns = this.columns();
            const shown = this.listed = this.shown();
            this.start = Math.max(0, Math.min(this.start, shown.length - 1));
            this.start -= this.start % PAGE;
            const numbers = shown.slice(this.start, this.start + PAGE);
            this.frame.querySelector("thead").replaceChildren(this.line("th", ["", ...columns.map((column) => column.title), ""]));
            this.frame.querySelector("tbody").replaceChildren(...numbers.map((number) => this.row(number, columns)));
            this.part("where").value = shown.length ? `${this.start + 1}–${this.start + numbers.length} / ${shown.length}` : "0";
            this.part("previous").disabled = this.start === 0;
            this.part("next").disabled = this.start + PAGE >= shown.length;
            this.part("add").disabled = columns.length === 0;
        }

        line(tag, contents) {
            const line = document.createElement("tr");
            for (const content of contents) {
                const cell = document.createElement(tag);
                if (tag === "th") { cell.scope = "col"; }
                cell.append(content);
                line.append(cell);
            }
            return line;
        }

        row(number, columns) {
            const remove = this.frame.querySelector('[data-do="remove"][hidden]').cloneNode(true);
            remove.hidden = false;
            const line = this.line("td", [String(number + 1), ...columns.map((column) => this.cell(number, column)), remove]);
            line.dataset.number = number;
            return line;
        }

        cell(number, column) {
            const value = this.rows[number][column.id] || "";
            const input = document.createElement(column.codes ? "select" : "input");
            if (column.codes) {
                for (const code of new Set(["", value, ...column.codes])) { input.add(new Option(code, code)); }
            }
            else { input.type = "text"; }
            input.value = value;
            input.dataset.column = column.id;
            input.setAttribute("aria-label", this.frame.dataset.label.replace("NUMBER", number + 1).replace("COLUMN", () => column.title));
            this.mark(input, column);
            return input;
        }

        mark(input, column) {
            const wrong = (column.required && !input.value) || (input.value && column.codes && !column.codes.includes(input.value));
            input.toggleAttribute("aria-invalid", Boolean(wrong));
            if (wrong) { input.setAttribute("aria-invalid", "true"); }
        }

        typed(input) {
            if (input === this.part("find")) { this.start = 0; this.draw(); return; }
            if (!input.dataset.column) { return; }
            this.rows[input.closest("tr").dataset.number][input.dataset.column] = oneLine(input.value);
            this.mark(input, this.columns().find((column) => column.id === input.dataset.column));
            window.clearTimeout(this.writing);
            this.writing = window.setTimeout(() => this.write(), 200);
        }

        act(name, button) {
            if (name === "text") { this.write(); this.showText(); }
            else if (name === "previous" || name === "next") { this.start += name === "next" ? PAGE : -PAGE; this.draw(); }
            else if (name === "add") { this.part("find").value = ""; this.rows.push({}); this.start = this.rows.length - 1; this.draw(); this.frame.querySelector("tbody tr:last-child [data-column]")?.focus(); }
            else if (name === "remove") { this.rows.splice(Number(button.closest("tr").dataset.number), 1); this.draw(); this.write(); }
        }

        key(event) {
            const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
            const input = event.target;
            if (event.key === "Enter" && (input.dataset.column || input === this.part("find"))) { event.preventDefault(); }
            if (!step || event.isComposing || !input.dataset.column || (input.tagName === "SELECT" && event.key !== "Enter")) { return; }
            const line = step > 0 ? input.closest("tr").nextElementSibling : input.closest("tr").previousElementSibling;
            line?.querySelector(`[data-column="${CSS.escape(input.dataset.column)}"]`)?.focus();
        }

        paste(event) {
            const cells = cellsOf(event.clipboardData.getData("text/plain"));
            const input = event.target;
            if (!input.dataset.column || (cells.length < 2 && (cells[0] || []).length < 2)) { return; }
            event.preventDefault();
            const ids = this.columns().map((column) => column.id);
            const first = ids.indexOf(input.dataset.column);
            // Among found rows the next line goes into the next one that is shown, and none is added below the last.
            const top = this.listed.indexOf(Number(input.closest("tr").dataset.number));
            const grows = !this.part("find").value.trim();
            cells.forEach((line, down) => {
                const number = this.listed[top + down] ?? (grows ? this.rows.push({}) - 1 : null);
                if (number === null) { return; }
                line.forEach((text, right) => { if (ids[first + right]) { this.rows[number][ids[first + right]] = text; } });
            });
            this.draw();
            this.write();
        }

        showText() {
            for (const name of ["change", "click"]) { this.text.form.removeEventListener(name, this.sync); }
            this.text.form.removeEventListener("submit", this.send, true);
            this.frame.remove();
            this.text.hidden = false;
            offerGrid(this.text);
            this.text.focus();
        }
    }

    // The way from the text to the grid.
    function offerGrid(text) {
        const back = template("gk-grid-back");
        text.after(back);
        back.querySelector("button").addEventListener("click", () => {
            back.querySelector("output").hidden = fits(text.value);
            if (fits(text.value)) { back.remove(); new Grid(text); }
        });
        return back;
    }

    document.addEventListener("DOMContentLoaded", () => {
        const text = document.querySelector("textarea[data-gk-rows]");
        if (text && document.getElementById("gk-grid-frame")) {
            offerGrid(text).querySelector("button").click();
        }
    });
})();
