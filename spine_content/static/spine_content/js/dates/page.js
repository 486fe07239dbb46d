/** Puts a reader's own dates on a recovery guide. The day they enter stays in this
 * browser: nothing is sent, nothing is in the address, and it is kept only if they ask.
 * @param {HTMLTemplateElement} template with what is put on the page, and in which words */
function offerDates(template) {
    /** @param {string} name @returns {string} */
    const say = (name) => template.dataset[name] ?? "";
    const key = `spine-dates:${location.pathname}`;
    const language = template.closest("[lang]")?.getAttribute("lang") || undefined;
    const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });

    /** @param {Day} start @param {string | undefined} first @param {string | undefined} last */
    function spell(start, first, last) {
        const from = first ? moment(after(start, first)) : null;
        const until = last ? moment(after(start, last)) : null;
        if (from && until)
            return first === last ? format.format(from) : format.formatRange(from, until);
        if (from) return fill(say("spineFrom"), { date: format.format(from) });
        return until ? fill(say("spineUntil"), { date: format.format(until) }) : "";
    }

    /** @param {string} selector @returns {HTMLElement[]} */
    const all = (selector) => Array.from(document.querySelectorAll(selector));
    // What each place says without a date.
    const places = new Map(all(".spine-when").map((place) => [place, place.textContent ?? ""]));

    /** @param {Day | null} start */
    function show(start) {
        places.forEach((day, place) => {
            const { spineFirst, spineLast } = place.dataset;
            const date = start ? spell(start, spineFirst, spineLast) : "";
            if (!date) place.textContent = day;
            else place.textContent = day ? fill(say("spineJoined"), { day, date }) : date;
        });
    }

    /** A browser may forbid to remember anything at all.
     * @template T @param {(storage: Storage) => T} use @returns {T | null} */
    function withStorage(use) {
        try {
            return use(localStorage);
        } catch {
            return null;
        }
    }

    const tool = document.importNode(template.content, true);
    /** @template {HTMLElement} T @param {string} name @param {new () => T} type @returns {T} */
    function part(name, type) {
        const found = tool.querySelector(`[data-spine-part="${name}"]`);
        if (found instanceof type) return found;
        throw new TypeError(`Without a part “${name}” nobody can enter a date.`);
    }
    const input = part("day", HTMLInputElement);
    const told = part("told", HTMLElement);
    const known = part("known", HTMLElement);
    const remember = part("remember", HTMLInputElement);
    const named = part("named", HTMLInputElement);

    /** @type {Step[]} */
    const steps = all("[data-spine-event]").map(({ dataset }) => ({
        duration: dataset.spineEvent ?? "",
        title: (day) =>
            fill(say(named.checked ? "spineNamed" : "spineDiscreet"), {
                day,
                activity: dataset.spineTitle ?? "",
            }),
    }));

    /** @returns {Day | null} */
    const entered = () => (input.value && input.validity.valid ? read(input.value) : null);

    /** @returns {string} what somebody who does not see the dates appear has to know */
    function news() {
        const start = entered();
        if (start) {
            const day = ordinal(today()) - ordinal(start);
            return day < 0 ? say("spineBefore") : fill(say("spineToday"), { day });
        }
        const isWrong = input.value !== "" || input.validity.badInput;
        return isWrong ? say("spineWrong") : "";
    }

    function keep() {
        const isKept = withStorage((storage) => {
            if (remember.checked && entered()) storage.setItem(key, input.value);
            else storage.removeItem(key);
            return true;
        });
        if (isKept || !remember.checked) return;
        remember.checked = false;
        told.textContent = say("spineRefused");
    }

    function change() {
        show(entered());
        known.hidden = !entered();
        told.textContent = news();
        keep();
    }

    function forget() {
        input.value = "";
        remember.checked = false;
        change();
        told.textContent = say("spineForgotten");
        input.focus();
    }

    input.addEventListener("change", change);
    remember.addEventListener("change", keep);
    part("forget", HTMLElement).addEventListener("click", forget);
    part("print", HTMLElement).addEventListener("click", () => print());
    part("calendar", HTMLElement).addEventListener("click", () => {
        const start = entered();
        if (start) save(calendar(start, steps));
    });
    part("offer", HTMLElement).hidden = !steps.length;

    input.value = withStorage((storage) => storage.getItem(key)) ?? "";
    remember.checked = input.value !== "";
    template.after(tool);
    if (input.value) change();
}

const template = document.querySelector("template#spine-dates");
if (template instanceof HTMLTemplateElement) offerDates(template);
