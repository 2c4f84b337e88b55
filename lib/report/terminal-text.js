/** Laying out text whose every character is visible (see `visible`) in a terminal of a given width. */
/** Parameters of ECMA-48's SGR. */
const styleCodes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 };
export const painter = (color) => (style, text) => color ? `\u001b[${styleCodes[style]}m${text}\u001b[0m` : text;
/** Of one column each: up to the first marks. */
const narrow = /^[ -~\u00a0-\u02ff]*$/;
/** What takes two columns: UAX 11's W and F (Unicode 17), of which emoji have a property of their own. */
const wide = /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** What stands on the character before it; marks that take room of their own (Mc) are none. */
const combining = /[\p{Mn}\p{Me}]/u;
/** Two of them are a flag, of two columns. */
const regional = /\p{Regional_Indicator}/u;
const skinTone = /\p{Emoji_Modifier}/u;
const toned = /\p{Emoji_Modifier_Base}/u;
const textEmoji = /(?!\p{Emoji_Presentation})\p{Emoji}/u;
const asEmoji = '\ufe0f';
/** Columns that a text takes. Terminals differ on emoji made of several characters; none makes them wider than this. */
export function columns(text) {
    if (narrow.test(text))
        return text.length;
    let count = 0;
    let before = '';
    for (const character of text) {
        count += columnsOf(character, before);
        before = character;
    }
    return count;
}
function columnsOf(character, before) {
    if (character === asEmoji)
        return textEmoji.test(before) ? 1 : 0;
    if (combining.test(character))
        return 0;
    if (regional.test(character))
        return 1;
    if (skinTone.test(character) && toned.test(before))
        return 0;
    return wide.test(character) ? 2 : 1;
}
/** `text` in at most `width` columns, an ellipsis where something was cut. */
export function fit(text, width, cut = 'end') {
    if (text.length <= width / 2 || columns(text) <= width)
        return text;
    if (width < 1)
        return '';
    const behind = cut === 'end' ? 0 : Math.floor((width - 1) / 2);
    return `${head(text, width - 1 - behind)}…${tail(text, behind)}`;
}
/** What a reader takes for one character: marks, flags and skin tones are not torn off. */
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** As many characters as `width` columns hold. */
function head(text, width) {
    let taken = 0;
    for (const { segment, index } of clusters.segment(text)) {
        taken += columns(segment);
        if (taken > width)
            return text.slice(0, index);
    }
    return text;
}
/** The same from the end. */
function tail(text, width) {
    let taken = 0;
    const fitting = [...clusters.segment(text)].reverse().find(({ segment }) => {
        taken += columns(segment);
        return taken > width;
    });
    return fitting === undefined ? text : text.slice(fitting.index + fitting.segment.length);
}
/** Broken at spaces into lines of at most `width` columns, those that follow indented; `paint` takes each line. */
export function wrap(text, width, paint = (line) => line) {
    if (columns(text) <= width)
        return paint(text, 0);
    const indent = width >= 20 ? '  ' : '';
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (columns(longer) <= width)
            line = longer;
        else {
            if (line.trim() !== '')
                lines.push(line);
            const pieces = chop(word, width - indent.length).map((piece, at) => (lines.length + at > 0 ? indent : '') + piece);
            line = pieces.pop() ?? '';
            lines.push(...pieces);
        }
    }
    return [...lines, line].map(paint).join('\n');
}
/** In pieces of at most `width` columns, however narrow that is of at least one character. */
function chop(text, width) {
    const pieces = [];
    let piece = '';
    let taken = 0;
    for (const { segment } of clusters.segment(text)) {
        const size = columns(segment);
        if (piece !== '' && taken + size > width) {
            pieces.push(piece);
            piece = '';
            taken = 0;
        }
        piece += segment;
        taken += size;
    }
    return [...pieces, piece];
}
const textOf = (cell) => (typeof cell === 'object' ? cell.path : (cell ?? ''));
const cutOf = (cell) => (typeof cell === 'object' ? 'middle' : 'end');
/**
 * Columns with a gap of two; the first two are figures, to the right. No other than the last takes more than a third of
 * the width, and that takes what is left.
 */
export function terminalTable(header, rows, width, paint) {
    const all = [header, ...rows];
    const last = header.length - 1;
    const widths = header.slice(0, last).map((_, at) => Math.min(Math.floor(width / 3), all.reduce((most, row) => Math.max(most, columns(textOf(row[at]))), 0)));
    const line = (row) => {
        const front = widths
            .map((of, at) => `${pad(textOf(row[at]), of, { right: at < 2, cut: cutOf(row[at]) })}  `)
            .join('');
        const rest = fit(textOf(row[last]), width - columns(front), cutOf(row[last]));
        return fit(front + rest, width).trimEnd();
    };
    return [paint('dim', line(header)), ...rows.map(line)].join('\n');
}
/** `text` in exactly `width` columns, to the left unless `right`. */
export function pad(text, width, { right = false, cut } = {}) {
    const fitted = fit(text, width, cut);
    const space = ' '.repeat(width - columns(fitted));
    return right ? space + fitted : fitted + space;
}
