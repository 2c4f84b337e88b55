/**
 * Words, operators and here-documents of a POSIX shell script (POSIX.1-2024, XCU 2.3 and 2.7), with Bash's `[[`, `((`,
 * `&>`, `<<<` and process substitutions. It never fails: what is not closed reaches to the end.
 */
const BLANK = /[ \t\r]+|\\\r?\n/y;
const OPERATOR = /\n|&&|\|\||;;&?|;&|\|&|[;&|()]/y;
const REDIRECTION = /(?:\d*|\{\w+\})(?:<<<|>>|>\||<>|<&|>&|<(?!\()|>(?!\())|&>>?/y;
const HEREDOC = /\d*<<(-?)[ \t]*(?=[^\s<(])/y;
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}
/** What ends a quotation or substitution that begins at `at`, and how long its opening is; null where none begins. */
function opening(script, at, inside) {
    const two = script.slice(at, at + 2);
    if (two === '$(')
        return { closer: ')', length: 2 };
    if (two === '${')
        return { closer: '}', length: 2 };
    if (script[at] === '`')
        return { closer: '`', length: 1 };
    if (inside === '"')
        return null;
    if (script[at] === '"' || script[at] === "'")
        return { closer: script[at], length: 1 };
    if (two === '<(' || two === '>(')
        return { closer: ')', length: 2 };
    // Within a substitution a parenthesis nests; an array's begins behind its `=`.
    const nests = inside === ')' || (inside === undefined && script[at - 1] === '=');
    return script[at] === '(' && nests ? { closer: ')', length: 1 } : null;
}
/** Double quotes keep the backslash before anything that it does not quote there. */
function unescaped(escaped, inDoubleQuotes) {
    if (escaped === '\n' || escaped === '')
        return '';
    return inDoubleQuotes && !'$`"\\'.includes(escaped) ? `\\${escaped}` : escaped;
}
const isQuote = (closer) => closer === '"' || closer === "'";
/** Null at the word's end. `closers` are what ends the quotations and substitutions that are open, the innermost last. */
function step(script, at, closers) {
    const inside = closers.at(-1);
    const character = script[at];
    // Only the outermost quotes are the word's own: those within a substitution belong to its text.
    const isOwn = closers.length === 0 || (closers.length === 1 && isQuote(inside));
    if (character === '\\' && inside !== "'") {
        const text = isOwn ? unescaped(script[at + 1] ?? '', inside === '"') : script.slice(at, at + 2);
        return { length: 2, text };
    }
    if (character === inside)
        return { length: 1, text: isOwn ? '' : character, closes: true };
    const opens = inside === "'" ? null : opening(script, at, inside);
    if (opens !== null) {
        const text = isOwn && isQuote(opens.closer) ? '' : script.slice(at, at + opens.length);
        return { length: opens.length, text, opens: opens.closer };
    }
    return inside === undefined && /[\s;&|()<>]/.test(character) ? null : { length: 1, text: character };
}
function word(script, start) {
    const closers = [];
    let text = '';
    let at = start;
    while (at < script.length) {
        const next = step(script, at, closers);
        if (next === null)
            break;
        if (next.closes)
            closers.pop();
        if (next.opens !== undefined)
            closers.push(next.opens);
        text += next.text;
        at += next.length;
    }
    const end = Math.min(at, script.length);
    return { kind: 'word', raw: script.slice(start, end), text, start, end };
}
/** `((…))` as one word. */
function arithmetic(script, start) {
    const close = script.indexOf('))', start);
    const end = close === -1 ? script.length : close + 2;
    const raw = script.slice(start, end);
    return { kind: 'word', raw, text: raw, start, end };
}
/** Finds the lines of the here-documents that wait for the line's end, from `at` on; returns where the script goes on. */
function takeBodies(script, at, waiting) {
    let next = at;
    for (const heredoc of waiting) {
        const start = next;
        let end = script.length;
        next = script.length;
        for (let line = start; line < script.length;) {
            const newline = script.indexOf('\n', line);
            const lineEnd = newline === -1 ? script.length : newline;
            const content = script.slice(line, lineEnd).replace(/\r$/, '');
            if ((heredoc.stripTabs ? content.replace(/^\t+/, '') : content) === heredoc.delimiter) {
                end = line;
                next = Math.min(lineEnd + 1, script.length);
                break;
            }
            line = lineEnd + 1;
        }
        heredoc.body = { start, end };
    }
    return next;
}
function heredoc(script, start, match) {
    const delimiter = word(script, start + match[0].length);
    const end = delimiter.end;
    return {
        kind: 'heredoc',
        delimiter: delimiter.kind === 'word' ? delimiter.text : '',
        stripTabs: match[1] === '-',
        start,
        end,
        body: { start: script.length, end: script.length },
    };
}
/** A redirection with the file that it names. */
function redirection(script, start, match) {
    let at = start + match[0].length;
    for (let blank = matchAt(BLANK, script, at); blank !== null; blank = matchAt(BLANK, script, at))
        at += blank[0].length;
    return { kind: 'redirection', start, end: word(script, at).end };
}
function tokenAt(script, at) {
    const heredocMatch = matchAt(HEREDOC, script, at);
    if (heredocMatch !== null)
        return heredoc(script, at, heredocMatch);
    const redirectionMatch = matchAt(REDIRECTION, script, at);
    if (redirectionMatch !== null)
        return redirection(script, at, redirectionMatch);
    if (script.startsWith('((', at))
        return arithmetic(script, at);
    const operator = matchAt(OPERATOR, script, at);
    if (operator === null)
        return word(script, at);
    return { kind: 'operator', text: operator[0], start: at, end: at + operator[0].length };
}
export function tokenize(script) {
    const tokens = [];
    let waiting = [];
    let at = 0;
    while (at < script.length) {
        const blank = matchAt(BLANK, script, at);
        if (blank !== null) {
            at += blank[0].length;
            continue;
        }
        if (script[at] === '#') {
            const newline = script.indexOf('\n', at);
            at = newline === -1 ? script.length : newline;
            continue;
        }
        const token = tokenAt(script, at);
        tokens.push(token);
        // A word of no characters (a stray `>(`-like end) must not stop the walk.
        at = Math.max(token.end, at + 1);
        if (token.kind === 'heredoc')
            waiting.push(token);
        if (token.kind === 'operator' && token.text === '\n') {
            at = takeBodies(script, at, waiting);
            waiting = [];
        }
    }
    return tokens;
}
