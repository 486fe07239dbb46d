// The meaning of a word beside the word. Without this, its link leads to the list of
// words at the foot of the page.
(() => {
    "use strict";

    if (!document.querySelector("a.spine-term")) return;
    const GAP = 8;
    const note = document.createElement("div");
    if (!("popover" in note)) return;
    note.className = "spine-meaning";
    note.id = "spine-meaning";
    // Escape closes it, and so does a touch anywhere else.
    note.popover = "auto";
    note.setAttribute("role", "status");
    (document.querySelector(".spine") || document.body).append(note);

    /** @type {HTMLAnchorElement | null} */
    let word = null;

    /** Below the word, or above it where there is no room, and never off the screen. */
    function place() {
        if (!word) return;
        const at = word.getClientRects()[0] || word.getBoundingClientRect();
        const below = at.bottom + GAP;
        const fits = below + note.offsetHeight <= innerHeight;
        const top = fits ? below : at.top - GAP - note.offsetHeight;
        const isRtl = getComputedStyle(word).direction === "rtl";
        const start = isRtl ? at.right - note.offsetWidth : at.left;
        const furthest = innerWidth - note.offsetWidth - GAP;
        note.style.top = `${Math.max(GAP, top)}px`;
        note.style.left = `${Math.max(GAP, Math.min(start, furthest))}px`;
    }

    note.addEventListener("toggle", (event) => {
        if (event.newState === "open") return;
        word?.setAttribute("aria-expanded", "false");
        word = null;
    });

    addEventListener("resize", () => note.matches(":popover-open") && note.hidePopover());

    /** @type {HTMLAnchorElement | null} */
    let closing = null;
    // A touch on the word closes its meaning before the click is told.
    addEventListener("pointerdown", () => (closing = word), true);
    addEventListener("keydown", () => (closing = null), true);

    document.addEventListener("click", (event) => {
        const target = event.target instanceof Element && event.target.closest("a.spine-term");
        if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const wasOpen = word === target || closing === target;
        closing = null;
        word?.setAttribute("aria-expanded", "false");
        if (note.matches(":popover-open")) note.hidePopover();
        if (wasOpen) return;
        note.textContent = target.getAttribute("aria-description");
        note.showPopover();
        word = /** @type {HTMLAnchorElement} */ (target);
        word.setAttribute("aria-expanded", "true");
        word.setAttribute("aria-controls", note.id);
        place();
    });
})();
(() => {
"use strict";
/** A day of the calendar. Never a moment: that has another date elsewhere.
 * @typedef {{year: number, month: number, day: number}} Day */

/** @param {number} year @param {number} month @returns {number} */
function daysIn(year, month) {
    if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** @param {string} text such as 2026-11-24 @returns {Day} */
function read(text) {
    const [year, month, day] = text.split("-").map(Number);
    return { year, month, day };
}

/** @param {Day} start @param {number} days @returns {Day} */
function addDays({ year, month, day }, days) {
    day += days;
    while (day > daysIn(year, month)) {
        day -= daysIn(year, month);
        [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    }
    return { year, month, day };
}

/** The same day of a later month, or its last: 31 January and a month is the end
 * of February. @param {Day} start @param {number} months @returns {Day} */
function addMonths({ year, month, day }, months) {
    const count = month - 1 + months;
    const then = { year: year + Math.floor(count / 12), month: (count % 12) + 1 };
    return { ...then, day: Math.min(day, daysIn(then.year, then.month)) };
}

/** @param {Day} start @param {string} duration such as P14D or P3M @returns {Day} */
function after(start, duration) {
    const number = parseInt(duration.slice(1), 10);
    switch (duration.slice(-1)) {
        case "Y":
            return addMonths(start, 12 * number);
        case "M":
            return addMonths(start, number);
        case "W":
            return addDays(start, 7 * number);
        default:
            return addDays(start, number);
    }
}

/** Days since a day long ago, to tell how far two days are apart.
 * @param {Day} date @returns {number} */
function ordinal({ year, month, day }) {
    // From March on, so that a leap day is the last day of a year.
    const [y, m] = month < 3 ? [year - 1, month + 9] : [year, month - 3];
    const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
    return 365 * y + leaps + Math.floor((153 * m + 2) / 5) + day;
}

/** @returns {Day} by the reader's own clock */
function today() {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** A moment, only for the formatter, which is told the same zone.
 * @param {Day} date @returns {Date} */
function moment({ year, month, day }) {
    return new Date(Date.UTC(year, month - 1, day));
}

/** @param {string} pattern @param {Record<string, string | number>} values @returns {string} */
function fill(pattern, values) {
    return pattern.replace(/{(\w+)}/g, (all, name) => String(values[name] ?? all));
}
/** What stands in a calendar: how long after the procedure, and in which words.
 * @typedef {{duration: string, title: (day: number) => string}} Step */

/** @param {Day} date as 20261124 @returns {string} */
function compact({ year, month, day }) {
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    return `${String(year).padStart(4, "0")}${two(month)}${two(day)}`;
}

/** No line of a calendar is longer than 75 bytes; the rest goes on in the next.
 * @param {string} line @returns {string} */
function fold(line) {
    const size = (/** @type {string} */ text) => new TextEncoder().encode(text).length;
    const lines = [""];
    for (const letter of line) {
        const at = lines.length - 1;
        // The space that opens a line that goes on counts too.
        const room = at ? 74 : 75;
        if (size(lines[at] + letter) > room) lines.push(letter);
        else lines[at] += letter;
    }
    return lines.join("\r\n ");
}

/** @param {string} text @returns {string} */
function escaped(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

/** Random: it must not tell who made it. @returns {string} */
function uid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Day} start @param {Step} step @param {string} stamp @returns {string[]} */
function entry(start, { duration, title }, stamp) {
    const date = after(start, duration);
    return [
        "BEGIN:VEVENT",
        `UID:${uid()}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${compact(date)}`,
        `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
        `SUMMARY:${escaped(title(ordinal(date) - ordinal(start)))}`,
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ];
}

/** @param {Day} start @param {Step[]} steps @returns {string} a file as RFC 5545 wants it */
function calendar(start, steps) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//spine_content//dates//EN",
        ...steps.flatMap((step) => entry(start, step, stamp)),
        "END:VCALENDAR",
    ];
    return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** @param {string} text */
function save(text) {
    // Phones refuse a calendar whose type is missing or another.
    const file = new Blob([text], { type: "text/calendar;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "dates.ics";
    link.click();
    // Later, as some browsers read the file only after a moment.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
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
})();
