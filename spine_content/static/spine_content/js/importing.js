// Takes one step of an import after the other, so that nobody has to press "Go on".
document.addEventListener("DOMContentLoaded", () => {
    const page = document.querySelector("[data-spine-import]");
    const form = page && page.querySelector("[data-spine-step]");
    if (!form) return;

    /** @param {string} name @param {string|number} text */
    function tell(name, text) {
        page.querySelector(`[data-spine-${name}]`).textContent = String(text);
    }

    /** @param {{doing: string, done: number, total: number}} state */
    function show(state) {
        for (const name of ["doing", "done", "total"]) tell(name, state[name]);
        const bar = page.querySelector("progress");
        bar.max = Math.max(state.total, 1);
        bar.value = state.done;
    }

    async function step() {
        const answer = await fetch(form.action, {
            method: "POST",
            body: new FormData(form),
            headers: { Accept: "application/json" },
        });
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
    }

    async function run() {
        form.hidden = true;
        try {
            for (;;) {
                const state = await step();
                if (state.next) return location.assign(state.next);
                show(state);
            }
        } catch {
            // The button goes on where the script cannot.
            form.hidden = false;
            tell("doing", page.dataset.failed);
        }
    }

    run();
});
