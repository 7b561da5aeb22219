// Titles are suggested while somebody types into a search box; without this the box is asked as it stands.
// The pattern is the editable combobox with list autocomplete of the ARIA Authoring Practices.

const PAUSE = 150; // milliseconds without a key

class SuggestionBox {
    #input;
    #list;
    #status;
    #address;
    #timer = 0;
    #request = null;
    #asked = "";
    #active = -1;
    #isComposing = false;

    constructor(form, input) {
        this.#input = input;
        this.#address = new URL("suggestions.json", new URL(form.getAttribute("action"), document.baseURI));
        this.#list = this.#makeList();
        this.#status = this.#makeStatus();
        input.parentElement.append(this.#list, this.#status);
        this.#describe();
        this.#listen(form);
    }

    #makeList() {
        const list = document.createElement("ul");
        list.id = `${this.#input.id}-suggestions`;
        list.className = "suggestions";
        list.hidden = true;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", this.#input.labels[0].textContent);
        return list;
    }

    #makeStatus() {
        const status = document.createElement("span");
        status.className = "visually-hidden";
        status.setAttribute("role", "status");
        return status;
    }

    #describe() {
        this.#input.setAttribute("role", "combobox");
        this.#input.setAttribute("aria-autocomplete", "list");
        this.#input.setAttribute("aria-controls", this.#list.id);
        this.#input.setAttribute("aria-expanded", "false");
    }

    #listen(form) {
        this.#input.addEventListener("input", () => this.#isComposing || this.#askSoon());
        this.#input.addEventListener("compositionstart", () => this.#beginComposing());
        this.#input.addEventListener("compositionend", () => this.#endComposing());
        this.#input.addEventListener("keydown", (event) => this.#press(event));
        this.#input.addEventListener("blur", () => this.#rest());
        // The field keeps the focus, and what is chosen is what the pointer leaves.
        this.#list.addEventListener("mousedown", (event) => event.preventDefault());
        this.#list.addEventListener("click", (event) => this.#choose(event.target.closest("[role=option]")));
        form.addEventListener("submit", (event) => this.#submit(event));
        window.addEventListener("pageshow", () => this.#rest());
    }

    #beginComposing() {
        this.#isComposing = true;
        this.#rest();
    }

    #endComposing() {
        this.#isComposing = false;
        this.#askSoon();
    }

    #submit(event) {
        if (this.#isComposing) {
            event.preventDefault();
        } else {
            this.#rest();
        }
    }

    #askSoon() {
        this.#stop();
        if (this.#input.value.trim()) {
            this.#timer = window.setTimeout(() => this.#ask(), PAUSE);
        } else {
            this.#show([], "");
        }
    }

    async #ask() {
        const request = new AbortController();
        this.#request = request;
        this.#asked = this.#input.value;
        this.#address.search = new URLSearchParams(new FormData(this.#input.form));
        try {
            const response = await fetch(this.#address, { signal: request.signal });
            const { suggestions, announcement } = response.ok ? await response.json() : { suggestions: [] };
            if (!request.signal.aborted) {
                this.#show(suggestions, announcement ?? "");
            }
        } catch {
            if (!request.signal.aborted) {
                this.#show([], ""); // the box is as good without
            }
        }
    }

    #show(titles, announcement) {
        this.#list.replaceChildren(...titles.map((title, index) => this.#makeOption(title, index)));
        this.#status.textContent = announcement;
        this.#open(titles.length > 0);
    }

    #makeOption(title, index) {
        const option = document.createElement("li");
        option.id = `${this.#list.id}-${index}`;
        option.className = "suggestions__title";
        option.textContent = title;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        return option;
    }

    #open(isOpen) {
        this.#activate(-1);
        this.#list.hidden = !isOpen;
        this.#input.setAttribute("aria-expanded", String(isOpen));
    }

    #activate(index) {
        const options = [...this.#list.children];
        this.#active = index;
        options.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
        if (index < 0) {
            this.#input.removeAttribute("aria-activedescendant");
        } else {
            this.#input.setAttribute("aria-activedescendant", options[index].id);
            options[index].scrollIntoView({ block: "nearest" });
        }
    }

    #press(event) {
        const isComposing = event.isComposing || event.keyCode === 229; // 229: Safari's Enter that ends a composition
        if (isComposing || event.ctrlKey || event.metaKey || event.shiftKey) {
            return;
        }
        if (this.#keys[event.key]?.()) {
            event.preventDefault();
        }
    }

    // Each says whether it took the key away from the field.
    #keys = {
        ArrowDown: () => this.#move(1),
        ArrowUp: () => this.#move(-1),
        Enter: () => this.#active >= 0 && this.#choose(this.#list.children[this.#active]),
        Escape: () => this.#close(),
        Home: () => this.#leaveList(),
        End: () => this.#leaveList(),
        ArrowLeft: () => this.#leaveList(),
        ArrowRight: () => this.#leaveList(),
    };

    // One step through the titles and the field, which stands between the last one and the first.
    #move(step) {
        const places = this.#list.children.length + 1;
        if (this.#list.hidden) {
            if (places === 1 || this.#asked !== this.#input.value) {
                this.#askSoon();
                return true;
            }
            this.#open(true);
        }
        this.#activate(((this.#active + 1 + step + places) % places) - 1);
        return true;
    }

    // The caret moves in the field, as it does without a list.
    #leaveList() {
        this.#activate(-1);
        return false;
    }

    #close() {
        const wasOpen = !this.#list.hidden;
        this.#rest();
        return wasOpen;
    }

    #choose(option) {
        if (!option) {
            return false;
        }
        this.#input.value = option.textContent;
        this.#rest();
        this.#input.form.requestSubmit();
        return true;
    }

    #stop() {
        window.clearTimeout(this.#timer);
        this.#request?.abort();
    }

    #rest() {
        this.#stop();
        this.#open(false);
        this.#status.textContent = "";
    }
}

for (const input of document.querySelectorAll("[data-suggestions]")) {
    new SuggestionBox(input.form, input);
}
