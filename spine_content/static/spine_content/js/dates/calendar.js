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
