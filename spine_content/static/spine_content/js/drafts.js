// Fetches what panels say about a draft when the form is there, and again for each draft.
(() => {
    const PANEL = "[data-spine-draft]";

    /** One panel: its findings come from the server as a piece of HTML. */
    class DraftPanel {
        /** @param {HTMLElement} element */
        constructor(element) {
            this.element = element;
            this.said = element.querySelector("[data-spine-draft-said]");
            this.status = element.querySelector("[data-spine-draft-status]");
        }

        get address() {
            return this.element.dataset.spineDraft;
        }

        /** A page has a key, and so an address, once it is saved for the first time. */
        knowPage(/** @type {number | undefined} */ pk) {
            if (pk) this.element.dataset.spineDraft = this.address.replace(/\/0\/$/, `/${pk}/`);
        }

        get isSaved() {
            return !this.address.endsWith("/0/");
        }

        async refresh() {
            if (this.isSaved) await this.ask(this.address);
        }

        /** Somebody pressed a button, and wants to hear when it is done. */
        async again() {
            if (!this.isSaved) return;
            this.say(this.element.dataset.reading);
            if (await this.ask(this.address)) this.say(this.element.dataset.done);
        }

        /** @param {DOMStringMap} data */
        async answer(data) {
            const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
            await this.ask(`${this.address}answer/`, {
                method: "POST",
                headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN },
                body: new URLSearchParams({
                    key: data.spineQualityAnswer,
                    excerpt: data.excerpt,
                    take_back: data.takeBack || "",
                }),
            });
        }

        /**
         * Whether an answer came, and was shown.
         * @param {string} address @param {RequestInit} [options]
         */
        async ask(address, options = {}) {
            // Only the latest answer counts: drafts are saved while somebody types.
            this.late?.abort();
            const late = new AbortController();
            this.late = late;
            this.said.setAttribute("aria-busy", "true");
            try {
                const response = await fetch(address, {
                    ...options,
                    signal: late.signal,
                    headers: { "X-Requested-With": "XMLHttpRequest", ...options.headers },
                });
                if (!response.ok) throw new Error(String(response.status));
                const html = await response.text();
                if (late.signal.aborted) return false;
                this.show(html);
                this.say("");
                return true;
            } catch {
                if (!late.signal.aborted) this.fail();
                return false;
            } finally {
                if (this.late === late) this.said.removeAttribute("aria-busy");
            }
        }

        fail() {
            this.said.querySelector("[data-spine-draft-waiting]")?.remove();
            this.say(this.element.dataset.failed, true);
        }

        /** @param {string} words */
        say(words, isFailure = false) {
            this.status.textContent = words;
            this.status.classList.toggle("spine-draft__status--failed", isFailure);
        }

        /** @param {string} html */
        show(html) {
            const wasInside = this.said.contains(document.activeElement);
            const opened = [...this.said.querySelectorAll("details[open]")].map(
                (section) => section.dataset.topic,
            );
            this.said.innerHTML = html;
            for (const topic of opened) {
                const section = this.said.querySelector(`[data-topic="${topic}"]`);
                if (section) section.open = true;
            }
            // Whoever pressed a button that is gone now goes on from where it was.
            if (wasInside) {
                const next = this.said.querySelector("details[open] summary, summary");
                (next || this.element.querySelector("[data-spine-draft-again]")).focus();
            }
        }
    }

    /** Bring a block, or else its field, into view. */
    function goTo(/** @type {string} */ field, /** @type {string} */ block) {
        const found =
            (block && document.querySelector(`[data-contentpath="${CSS.escape(block)}"]`)) ||
            document.querySelector(`[data-contentpath="${CSS.escape(field)}"]`) ||
            document.querySelector(`[name="${CSS.escape(field)}"]`);
        if (!found) return;
        for (let each = found; each; each = each.parentElement) {
            const content = each.matches("[hidden]") && each.id ? each : null;
            if (content) document.querySelector(`[aria-controls="${CSS.escape(content.id)}"]`)?.click();
        }
        found.scrollIntoView({ block: "center" });
        const input = found.querySelector('[contenteditable="true"], input:not([type="hidden"]), textarea, select, button');
        (input || found).focus({ preventScroll: true });
    }

    const panels = new WeakMap();

    function panelOf(/** @type {HTMLElement} */ element) {
        if (!panels.has(element)) panels.set(element, new DraftPanel(element));
        return panels.get(element);
    }

    document.addEventListener("w-autosave:success", (event) => {
        for (const element of document.querySelectorAll(PANEL)) {
            const panel = panelOf(element);
            panel.knowPage(event.detail?.response?.pk);
            panel.refresh();
        }
    });

    document.addEventListener("click", (event) => {
        const button = event.target instanceof Element && event.target.closest("button");
        const element = button && button.closest(PANEL);
        if (!element) return;
        const panel = panelOf(element);
        const { spineQualityShow, spineQualityAnswer, spineDraftAgain, block } = button.dataset;
        if (spineQualityShow !== undefined) goTo(spineQualityShow, block);
        if (spineQualityAnswer !== undefined) panel.answer(button.dataset);
        if (spineDraftAgain !== undefined) panel.again();
    });

    function begin() {
        for (const element of document.querySelectorAll(PANEL)) panelOf(element).refresh();
    }

    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
})();
