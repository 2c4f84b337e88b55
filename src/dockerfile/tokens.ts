/**
 * Words, operators and here-documents of a POSIX shell script (POSIX.1-2024, XCU 2.2, 2.3 and 2.7), with Bash's `[[`,
 * `((`, `&>`, `<<<`, extended globs and process substitutions. It never fails: what is not closed reaches to the end.
 */

export type Token =
  /** `raw` is the word as written, `text` the same without its quotes; substitutions stay as they are in both. */
  | { readonly kind: 'word'; readonly raw: string; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'operator'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'redirection'; readonly start: number; readonly end: number }
  | Heredoc;

export interface Heredoc {
  readonly kind: 'heredoc';
  readonly delimiter: string;
  readonly stripTabs: boolean;
  readonly start: number;
  readonly end: number;
  /** Where its lines stand in the script. */
  body: { readonly start: number; readonly end: number };
}

const BLANK = /[ \t\r]+|\\\r?\n/y;
const OPERATOR = /\n|&&|\|\||;;&?|;&|\|&|[;&|()]/y;
const REDIRECTION = /(?:\d*|\{\w+\})(?:<<<|>>|>\||<>|<&|>&|<(?!\()|>(?!\())|&>>?/y;
const HEREDOC = /\d*<<(-?)[ \t]*(?=[^\s<(])/y;
/** `$'…'`: the only single quotes in which a backslash means something. */
const DOLLAR_QUOTES = /\$'((?:\\.|[^'\\])*)'?/sy;
/** Where a command may begin; the word between is short, or else the search would be repeated over all that follows. */
const CASE = /(?<=(?:[;&|(){\n]|\b(?:then|do|else))\s*)case\s[^;\n]{1,200}?\sin\s/y;
const COMMENT = /(?<=\s)#[^\n]*/y;
/** Parentheses in it are those of nested arithmetic. */
const ARITHMETIC = /\(\((?:[^()]|\([^()]*\))*\)\)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What ends a quotation or substitution that begins at `at`, and how long its opening is; null where none begins. */
function opening(script: string, at: number, inside: string | undefined): { closer: string; length: number } | null {
  const two = script.slice(at, at + 2);
  if (two === '$(') return { closer: ')', length: 2 };
  if (two === '${') return { closer: '}', length: 2 };
  if (script[at] === '`') return { closer: '`', length: 1 };
  if (inside === '"') return null;
  // Quotes that a translation is looked up for.
  if (two === '$"') return { closer: '"', length: 2 };
  if (script[at] === '"' || script[at] === "'") return { closer: script[at] as string, length: 1 };
  if (two === '<(' || two === '>(') return { closer: ')', length: 2 };
  // The parentheses behind the patterns of a `case` have no partner.
  const caseMatch = script[at] === 'c' && isScript(inside) ? matchAt(CASE, script, at) : null;
  if (caseMatch !== null) return { closer: 'esac', length: caseMatch[0].length };
  // Within a substitution a parenthesis nests; an array's begins behind its `=`, an extended glob's behind its sign.
  const nests = inside === ')' || (inside === undefined && /[=@?*+]/.test(script[at - 1] ?? ''));
  return script[at] === '(' && nests ? { closer: ')', length: 1 } : null;
}

/** Double quotes keep the backslash before anything that it does not quote there. */
function unescaped(escaped: string, inDoubleQuotes: boolean): string {
  if (escaped === '\n' || escaped === '') return '';
  return inDoubleQuotes && !'$`"\\'.includes(escaped) ? `\\${escaped}` : escaped;
}

const isQuote = (closer: string | undefined) => closer === '"' || closer === "'";

/** Whether what a closer ends are commands. */
const isScript = (closer: string | undefined) => closer === ')' || closer === 'esac';

/** The closer of what is open, where it stands at `at`. */
function closerAt(script: string, at: number, inside: string | undefined): string | null {
  if (inside === undefined || !script.startsWith(inside, at)) return null;
  return inside !== 'esac' || /[\s;]/.test(script[at - 1] ?? '') ? inside : null;
}

/** One step through a word: what it adds to the word's text, what it opens or closes. */
interface Step {
  readonly length: number;
  readonly text: string;
  readonly opens?: string;
  readonly closes?: true;
}

/** What is stepped over at once: `$'…'`, and comments among the commands of a substitution. */
function leap(script: string, at: number, inside: string | undefined, isOwn: boolean): Step | null {
  if (script[at] === '$' && !isQuote(inside)) {
    const [quoted, content = ''] = matchAt(DOLLAR_QUOTES, script, at) ?? [];
    if (quoted === undefined) return null;
    return { length: quoted.length, text: isOwn ? content.replace(/\\(['"\\])/g, '$1') : quoted };
  }
  const comment = script[at] === '#' && isScript(inside) ? matchAt(COMMENT, script, at)?.[0] : undefined;
  return comment === undefined ? null : { length: comment.length, text: comment };
}

/** Null at the word's end. `closers` are what ends the quotations and substitutions that are open, the innermost last. */
function step(script: string, at: number, closers: readonly string[]): Step | null {
  const inside = closers.at(-1);
  const character = script[at] as string;
  // Only the outermost quotes are the word's own: those within a substitution belong to its text.
  const isOwn = closers.length === 0 || (closers.length === 1 && isQuote(inside));
  if (character === '\\' && inside !== "'") {
    const text = isOwn ? unescaped(script[at + 1] ?? '', inside === '"') : script.slice(at, at + 2);
    return { length: 2, text };
  }
  const closer = closerAt(script, at, inside);
  if (closer !== null) return { length: closer.length, text: isOwn ? '' : closer, closes: true };
  if (inside === "'") return { length: 1, text: character };
  const opens = opening(script, at, inside);
  if (opens !== null) {
    const text = isOwn && isQuote(opens.closer) ? '' : script.slice(at, at + opens.length);
    return { length: opens.length, text, opens: opens.closer };
  }
  if (inside === undefined && /[\s;&|()<>]/.test(character)) return null;
  return leap(script, at, inside, isOwn) ?? { length: 1, text: character };
}

function word(script: string, start: number): Token {
  const closers: string[] = [];
  let text = '';
  let at = start;
  while (at < script.length) {
    const next = step(script, at, closers);
    if (next === null) break;
    if (next.closes) closers.pop();
    if (next.opens !== undefined) closers.push(next.opens);
    text += next.text;
    at += next.length;
  }
  const end = Math.min(at, script.length);
  return { kind: 'word', raw: script.slice(start, end), text, start, end };
}

/** Finds the lines of the here-documents that wait for the line's end, from `at` on; returns where the script goes on. */
function takeBodies(script: string, at: number, waiting: readonly Heredoc[]): number {
  let next = at;
  for (const heredoc of waiting) {
    const start = next;
    let end = script.length;
    next = script.length;
    for (let line = start; line < script.length; ) {
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

function heredoc(script: string, start: number, match: RegExpExecArray): Heredoc {
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
function redirection(script: string, start: number, match: RegExpExecArray): Token {
  let at = start + match[0].length;
  for (let blank = matchAt(BLANK, script, at); blank !== null; blank = matchAt(BLANK, script, at))
    at += blank[0].length;
  return { kind: 'redirection', start, end: word(script, at).end };
}

function tokenAt(script: string, at: number): Token {
  const heredocMatch = matchAt(HEREDOC, script, at);
  if (heredocMatch !== null) return heredoc(script, at, heredocMatch);
  const redirectionMatch = matchAt(REDIRECTION, script, at);
  if (redirectionMatch !== null) return redirection(script, at, redirectionMatch);
  // `((` that no `))` ends begins a subshell in a subshell.
  const arithmetic = matchAt(ARITHMETIC, script, at)?.[0];
  if (arithmetic !== undefined) {
    return { kind: 'word', raw: arithmetic, text: arithmetic, start: at, end: at + arithmetic.length };
  }
  const operator = matchAt(OPERATOR, script, at);
  if (operator === null) return word(script, at);
  return { kind: 'operator', text: operator[0], start: at, end: at + operator[0].length };
}

/** The tokens in their order; a here-document's lines are known when the line that asks for it is read. */
export function* tokenize(script: string): Generator<Token> {
  let waiting: Heredoc[] = [];
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
    // A word of no characters (a stray `>(`-like end) must not stop the walk.
    at = Math.max(token.end, at + 1);
    if (token.kind === 'heredoc') waiting.push(token);
    if (token.kind === 'operator' && token.text === '\n') {
      at = takeBodies(script, at, waiting);
      waiting = [];
    }
    yield token;
  }
}
