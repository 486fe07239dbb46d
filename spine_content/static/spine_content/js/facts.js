// The form of a treatment's facts: the fields that fit, and what visitors will read.
(() => {
    /** How long to wait after the last key before asking the server, in ms. */
    const PAUSE = 400;

    /**
     * What the server says of a kind of fact.
     * @typedef {object} Options
     * @property {string} url Where the sentence comes from.
     * @property {string[]} value Fields of the answer itself.
     * @property {string[]} short Fields that fit beside another.
     * @property {string[]} words Fields that a translator fills in.
     * @property {Record<string, string>} texts
     */

    /** @param {() => void} action @param {number} pause */
    function debounce(action, pause) {
        let timer = 0;
        return () => {
            clearTimeout(timer);
            timer = setTimeout(action, pause);
        };
    }

    /** @param {string} tag @param {string} name @param {string} [text] */
    function element(tag, name, text = "") {
        const node = document.createElement(tag);
        node.className = name;
        node.textContent = text;
        return node;
    }

    /** The part of the form that holds a field and its label. */
    function fieldContainer(/** @type {any} */ field) {
        const inside = field.element || field.container[0];
        return inside.closest("[data-contentpath]");
    }

    /** What visitors will read of one fact, updated while somebody types. */
    class Sentence {
        /** @param {any} block @param {Options} options */
        constructor(block, options) {
            this.block = block;
            this.options = options;
            this.element = element("div", "spine-sentence");
            this.words = element("output", "spine-sentence__words");
            this.errors = element("div", "spine-sentence__problems");
            this.element.append(
                element("p", "spine-sentence__title", options.texts.read),
                this.words,
                this.errors,
            );
            this.refresh = debounce(() => this.load(), PAUSE);
        }

        /** Ask for the sentence once somebody can see it. */
        loadWhenVisible() {
            const observer = new IntersectionObserver((entries) => {
                if (!entries.some((entry) => entry.isIntersecting)) return;
                observer.disconnect();
                this.load();
            });
            observer.observe(this.element);
        }

        async load() {
            this.request?.abort();
            this.request = new AbortController();
            try {
                this.show(await this.fetch(this.request.signal));
            } catch (error) {
                if (error.name === "AbortError") return;
                this.show({ sentence: this.options.texts.unavailable, errors: {} });
            }
        }

        /** @param {AbortSignal} signal */
        async fetch(signal) {
            const { CSRF_HEADER_NAME, CSRF_TOKEN, ...config } = window.wagtailConfig;
            const response = await fetch(this.options.url, {
                method: "POST",
                headers: {
                    "Content-Type": "application/json",
                    "X-Requested-With": "XMLHttpRequest",
                    [CSRF_HEADER_NAME]: CSRF_TOKEN,
                },
                body: JSON.stringify({
                    type: this.block.type,
                    value: this.block.getValue(),
                    language: config.ACTIVE_CONTENT_LOCALE,
                }),
                signal,
            });
            if (!response.ok) throw new Error(String(response.status));
            return response.json();
        }

        /** @param {{ sentence: string, errors: Record<string, string> }} response */
        show({ sentence, errors }) {
            const { nothing, publish } = this.options.texts;
            this.words.textContent = sentence || nothing;
            this.words.classList.toggle("spine-sentence__words--none", !sentence);
            const list = document.createElement("ul");
            Object.entries(errors).forEach(([name, message]) => {
                const { label } = this.block.blockDef.childBlockDefsByName[name].meta;
                list.append(element("li", "", `${label}: ${message}`));
            });
            const isFine = !list.children.length;
            this.errors.replaceChildren(...(isFine ? [] : [element("p", "", publish), list]));
        }
    }

    /** @param {any} block @param {Options} options */
    function enhanceFact(block, options) {
        const root = block.container[0];
        const fields = block.childBlocks;
        const sentence = new Sentence(block, options);
        const adjust = () => {
            const isKnown = fields.status.getValue() === "known";
            root.classList.toggle("spine-fact-form--no-answer", !isKnown);
        };
        const changed = () => {
            adjust();
            sentence.refresh();
        };

        root.classList.add("spine-fact-form");
        root.append(sentence.element);
        options.short.forEach((name) => fieldContainer(fields[name]).classList.add("spine-fact-form__short"));
        options.value.forEach((name) => fieldContainer(fields[name]).classList.add("spine-fact-form__answer"));
        if (root.closest("[data-spine-facts='words']")) {
            Object.entries(fields).forEach(([name, field]) => {
                fieldContainer(field).inert = !options.words.includes(name);
            });
        }
        root.addEventListener("input", changed);
        root.addEventListener("change", changed);
        // Of a source that is taken away, nothing else tells.
        new MutationObserver(sentence.refresh).observe(root, {
            attributeFilter: ["aria-hidden"],
            subtree: true,
        });
        adjust();
        sentence.loadWhenVisible();
    }

    class FactDefinition extends window.wagtailStreamField.blocks.StructBlockDefinition {
        render(...place) {
            const block = super.render(...place);
            enhanceFact(block, this.meta.fact);
            return block;
        }
    }

    window.telepath.register("spine_content.FactBlock", FactDefinition);

    /** Add a fact that answers a question, and let the editor begin to type. */
    function addFact(/** @type {any} */ stream, /** @type {DOMStringMap} */ chosen) {
        const type = chosen.spineKind;
        const measure = JSON.parse(chosen.spineQuestion);
        const value = { ...stream.blockDef.initialChildStates[type], measure };
        const { block } = stream.insert(
            { type, value, id: newId() },
            stream.children.length,
        );
        const fields = block.blockDef.meta.fact.value.map((name) => block.childBlocks[name]);
        fields.find((field) => !field.getValue()).focus();
    }

    /** A random UUID, also where the admin is not served over HTTPS. */
    function newId() {
        const digit = (/** @type {string} */ fixed) => {
            const [random] = crypto.getRandomValues(new Uint8Array(1));
            return (Number(fixed) ^ (random & (15 >> (Number(fixed) / 4)))).toString(16);
        };
        return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit);
    }

    /** Show the questions that no fact answers yet as buttons. */
    function showQuestions(/** @type {HTMLElement} */ box, /** @type {any} */ stream) {
        const buttons = [...box.querySelectorAll("[data-spine-question]")];
        const groups = [...box.querySelectorAll("[data-spine-group]")];
        const done = box.querySelector("[data-spine-done]");
        const update = () => {
            const answered = stream.getValue().map(({ value }) => String(value.measure));
            buttons.forEach((button) => {
                const { id } = JSON.parse(button.dataset.spineQuestion);
                button.parentElement.hidden = answered.includes(String(id));
            });
            groups.forEach((group) => {
                group.hidden = !group.querySelector("li:not([hidden])");
            });
            if (done) done.hidden = groups.some((group) => !group.hidden);
        };

        buttons.forEach((button) => {
            button.addEventListener("click", () => {
                addFact(stream, button.dataset);
                update();
            });
        });
        const root = stream.container[0];
        root.addEventListener("change", update);
        new MutationObserver(debounce(update, 50)).observe(root, {
            attributeFilter: ["aria-hidden"],
            childList: true,
            subtree: true,
        });
        update();
        box.hidden = false;
    }

    // By then Wagtail has made the stream.
    window.addEventListener("load", () => {
        const box = document.querySelector("[data-spine-questions]");
        const panel = window.wagtail.editHandler?.getPanelByName("facts");
        if (box && panel) showQuestions(box, panel.getBoundWidget());
    });
})();
