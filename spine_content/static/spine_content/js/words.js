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
