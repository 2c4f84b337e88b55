/**
 * Sizes, percentages and times as text. Printed sizes are decimal with three significant digits, as the docker CLI prints them
 * (docker/go-units `HumanSize`); a minus is the plain hyphen-minus, so that what is printed can be searched and parsed.
 */
const printedUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes of each unit that `parseSize` reads, by its name in small letters. */
const unitBytes = {
    b: 1,
    kb: 1000,
    mb: 1000 ** 2,
    gb: 1000 ** 3,
    tb: 1000 ** 4,
    kib: 1024,
    mib: 1024 ** 2,
    gib: 1024 ** 3,
    tib: 1024 ** 4,
};
const number = String.raw `\d{1,15}(?:\.\d{1,15})?`;
const size = String.raw `\s*${number}(?:\s*(?:[KkMmGgTt][Ii]?)?[Bb])?\s*`;
const percent = String.raw `\s*${number}\s*%\s*`;
/** What the parsers read, as patterns without flags: for JSON schemas. */
export const sizePattern = new RegExp(`^${size}$`, 'u');
export const limitsPattern = new RegExp(`^(?:${percent}(?:,${size})?|${size}(?:,${percent})?)$`, 'u');
export const durationPattern = /^\s*(?=\d)(?:(\d{1,4})h\s*)?(?:(\d{1,6})m\s*)?(?:(\d{1,8}(?:\.\d{1,3})?)s\s*)?$/u;
export const sharePattern = /^\s*(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?)\s*%\s*$/u;
/** The same in words, for messages. */
export const sizeSyntax = 'a size such as 300MB or 1.5 GiB (B; kB, MB, GB, TB: powers of 1000; KiB, MiB, GiB, TiB: of 1024)';
export const limitsSyntax = 'a percentage, a size or both, such as 5% or 20MB or "5%, 20MB"';
export const durationSyntax = 'a time such as 90s, 10m or 1h30m';
export const shareSyntax = 'a percentage from 0% to 100%';
/** `0 B`, `999 B`, `1.2 kB`, `12.3 MB`, `123 MB`; negative numbers with a leading `-`. */
export function formatBytes(bytes) {
    if (bytes < 0)
        return `-${formatBytes(-bytes)}`;
    let value = bytes;
    let unit = 0;
    // Rounded first: 999,999 bytes are 1 MB, never "1000 kB".
    while (Number(value.toPrecision(3)) >= 1000 && unit < printedUnits.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : Number(value.toPrecision(3))} ${printedUnits[unit]}`;
}
/** `12,345,678 B`. */
export function formatExactBytes(bytes) {
    return `${bytes.toLocaleString('en-US')} B`;
}
export function formatDistinctBytes(sizes) {
    const printed = sizes.map(formatBytes);
    const ties = new Set(printed).size < new Set(sizes).size;
    return ties ? sizes.map(formatExactBytes) : printed;
}
/** A change in bytes, always with its sign: `+1.2 MB`, `-1.2 MB`; `0 B`. */
export function formatDelta(bytes) {
    return withSign(bytes, formatBytes(bytes));
}
/** `5%`, `5.3%`, `120%`: one decimal below 100, none above; `<0.1%` where one decimal would read as nothing. */
export function formatPercent(percent) {
    if (percent < 0)
        return `-${formatPercent(-percent)}`;
    if (percent > 0 && percent < 0.05)
        return '<0.1%';
    return `${Number(percent.toFixed(percent < 99.95 ? 1 : 0))}%`;
}
/** A change in percent, always with its sign: `+5.3%`, `-5.3%`; `0%`. */
export function formatPercentDelta(percent) {
    return withSign(percent, formatPercent(percent));
}
function withSign(value, printed) {
    return value > 0 ? `+${printed}` : printed;
}
/**
 * Bytes of a size as `sizeSyntax` describes it, rounded to whole bytes; the unit's case does not matter.
 * Null for anything else: single letters too, which tools read as either power.
 */
export function parseSize(text) {
    if (!sizePattern.test(text))
        return null;
    const unit = text.replace(/[\d.\s]/g, '').toLowerCase() || 'b';
    const bytes = Math.round(Number.parseFloat(text) * (unitBytes[unit] ?? Number.NaN));
    return Number.isSafeInteger(bytes) ? bytes : null;
}
/** The limits of a text as `limitsSyntax` describes it, the percentage first; null for anything else. */
export function parseLimits(text) {
    if (!limitsPattern.test(text))
        return null;
    const parts = text.split(',').map((part) => limitOf(part.trim()));
    const known = parts.filter((part) => part !== null);
    return known.length < parts.length ? null : known.sort((a, b) => b.unit.localeCompare(a.unit));
}
function limitOf(text) {
    if (text.endsWith('%'))
        return { text, unit: 'percent', value: Number.parseFloat(text) };
    const value = parseSize(text);
    return value === null ? null : { text, unit: 'bytes', value };
}
/** Percent of a share as `shareSyntax` describes it; null for anything else. */
export const parseShare = (text) => (sharePattern.test(text) ? Number.parseFloat(text) : null);
/** Seconds of a time as `durationSyntax` describes it, to the millisecond; null for anything else. */
export function parseDuration(text) {
    const [whole, hours = '0', minutes = '0', seconds = '0'] = durationPattern.exec(text) ?? [];
    if (whole === undefined)
        return null;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
/** `0.4s`, `12.3s`, `1m35s`, `2h5m`: tenths below a minute, whole seconds above; parts that are zero are left out. */
export function formatDuration(seconds) {
    if (Number(seconds.toFixed(1)) < 60)
        return `${Number(seconds.toFixed(1))}s`;
    const whole = Math.round(seconds);
    const parts = { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60, s: whole % 60 };
    return Object.entries(parts)
        .filter(([, value]) => value > 0)
        .map(([unit, value]) => `${value}${unit}`)
        .join('');
}
