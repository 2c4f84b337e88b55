import { rangeOf, slice } from "./mapped-text.js";
import { tokenize } from "./tokens.js";
/** Here-documents may nest (a script in a script); deeper than this they are taken as data. */
const DEEPEST_SCRIPT = 8;
const POSIX_SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'busybox']);
/** Reserved words that a command may follow at once. */
const LEADING = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '{', '!', 'time', 'fi', 'done', '}']);
const ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
/** Whether a program is a shell whose language is POSIX's: `/bin/bash` is, `powershell` is not. */
export function isPosixShell(program) {
    return POSIX_SHELLS.has(program.slice(program.lastIndexOf('/') + 1));
}
const CONTROL = { '&&': '&&', '||': '||', '|': '|', '|&': '|', '&': '&' };
function finish(walk) {
    if (walk.current === null)
        return;
    walk.drafts.push(walk.current);
    walk.current = null;
    walk.between = null;
}
function begin(walk) {
    const operator = walk.drafts.length === 0 ? null : (walk.between ?? ';');
    walk.current ??= { words: [], assignments: [], heredocs: [], operator };
    return walk.current;
}
/** A reserved word where a command may begin; whether it was one. */
function takeReserved(walk, text) {
    if (LEADING.has(text) || text.startsWith('(('))
        return true;
    if (text === 'for' || text === 'select')
        walk.skipping = 'for';
    else if (text === 'function')
        walk.skipping = 'function';
    else if (text === 'case') {
        walk.skipping = 'case';
        walk.cases += 1;
    }
    else if (text === 'esac')
        walk.cases = Math.max(0, walk.cases - 1);
    else
        return false;
    return true;
}
function isOpenTest(draft) {
    return draft?.words[0]?.raw === '[[' && draft.words.at(-1)?.raw !== ']]';
}
function takeWord(walk, word) {
    if (walk.current === null && takeReserved(walk, word.raw))
        return;
    const draft = begin(walk);
    if (draft.words.length === 0 && ASSIGNMENT.test(word.raw))
        draft.assignments.push(word);
    else
        draft.words.push(word);
}
function takeOperator(walk, operator) {
    const { text } = operator;
    if (isOpenTest(walk.current) && text !== '\n' && text !== ';') {
        walk.current.words.push({ ...operator, kind: 'word', raw: text });
        return;
    }
    if (text === '(' && walk.current?.words.length === 1) {
        // `name()` begins a function: its name is no command.
        walk.current = null;
        return;
    }
    finish(walk);
    if (text.startsWith(';') && text.length > 1 && walk.cases > 0)
        walk.skipping = 'pattern';
    if (text === '(' || text === ')')
        return;
    // A newline behind `&&` or `|` goes on with the list.
    if (text === '\n')
        walk.between ??= ';';
    else
        walk.between = CONTROL[text] ?? ';';
}
/** Within a part that holds no commands: only looks for its end. */
function skip(walk, token) {
    const text = token.kind === 'operator' ? token.text : token.kind === 'word' ? token.raw : '';
    if (walk.skipping === 'for' && (text === ';' || text === '\n' || text === 'do')) {
        walk.skipping = null;
        walk.between ??= ';';
    }
    else if (walk.skipping === 'case' && text === 'in')
        walk.skipping = 'pattern';
    else if (walk.skipping === 'pattern' && text === ')')
        walk.skipping = null;
    else if (walk.skipping === 'pattern' && text === 'esac') {
        walk.cases -= 1;
        walk.skipping = null;
    }
    else if (walk.skipping === 'function' && (text === ')' || text === '{' || text === '\n'))
        walk.skipping = null;
}
function drafts(tokens) {
    const walk = { drafts: [], current: null, between: null, skipping: null, cases: 0 };
    for (const token of tokens) {
        if (walk.skipping !== null)
            skip(walk, token);
        else if (token.kind === 'word')
            takeWord(walk, token);
        else if (token.kind === 'operator')
            takeOperator(walk, token);
        else if (token.kind === 'heredoc')
            begin(walk).heredocs.push(token);
    }
    finish(walk);
    return walk.drafts;
}
/** Whether a command is a bare shell, which runs what its here-document holds. */
function runsItsInput(draft) {
    const [program = '', ...rest] = draft.words.map(({ text }) => text);
    return isPosixShell(program) && rest.every((word) => /^[-+]/.test(word) && !/^-[a-z]*c/.test(word));
}
/** Whether a script says by its first line that it is for something else than a POSIX shell. */
function isForeign(script) {
    const program = /^#!\s*(\S+)(?:\s+(?:-S\s+)?(\S+))?/.exec(script);
    if (program?.[1] === undefined)
        return false;
    return !isPosixShell(/\/env$/.test(program[1]) ? (program[2] ?? '') : program[1]);
}
function bodyCommands(script, draft, locate, depth) {
    const body = draft.heredocs.at(-1)?.body;
    if (body === undefined || !runsItsInput(draft))
        return [];
    return parse(slice(script, body.start, body.end), locate, depth + 1);
}
function command(script, draft, locate) {
    const all = [...draft.assignments, ...draft.words];
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    return [
        {
            words: draft.words.map(({ text }) => text),
            assignments: draft.assignments.map(({ text }) => text),
            range: rangeOf(script, first.start, last.end, locate),
            operator: draft.operator,
        },
    ];
}
function parse(script, locate, depth) {
    if (depth > DEEPEST_SCRIPT || isForeign(script.text))
        return [];
    return drafts(tokenize(script.text)).flatMap((draft) => [
        ...command(script, draft, locate),
        ...bodyCommands(script, draft, locate, depth),
    ]);
}
/** `RUN <<EOF` and nothing else on the line: BuildKit takes the here-document as the script. */
function dockerScript(script) {
    const [only, next] = tokenize(script.text);
    const isScript = only?.kind === 'heredoc' && (next === undefined || (next.kind === 'operator' && next.text === '\n'));
    return isScript ? slice(script, only.body.start, only.body.end) : script;
}
/**
 * The simple commands of a shell script in the order in which they stand, those of here-documents that a shell runs
 * included. Compound commands (`if`, `for`, `case`, subshells …) are dissolved into what they are made of; the text of
 * a `$(…)` stays in its word. Never throws.
 */
export function shellCommands(script, locate) {
    return parse(dockerScript(script), locate, 0).map((found, index) => ({
        ...found,
        operator: index === 0 ? null : (found.operator ?? ';'),
    }));
}
