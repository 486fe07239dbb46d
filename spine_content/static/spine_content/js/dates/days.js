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
