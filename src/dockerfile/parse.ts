import { DockerfileParser, type Instruction as ParsedInstruction } from 'dockerfile-ast';
import type { Dockerfile, Flag, Instruction, Stage } from '../model/dockerfile.ts';
import { join, type Locate, lineStarts, locator, type MappedText, piece, rangeOf, slice } from './mapped-text.ts';
import { isPosixShell, shellCommands } from './shell.ts';
import { expand, globalVariables, type Variables } from './variables.ts';

type Word = Instruction['words'][number];

/** What the reading of one instruction needs of the file around it. */
interface Source {
  readonly text: string;
  readonly starts: readonly number[];
  readonly escapeCharacter: string;
  readonly locate: Locate;
}

/** A word as it stands in a `MappedText`. */
interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Offsets of an instruction in the file: `[start, end)`, of its keyword `[start, keywordEnd)`. */
interface Extent {
  readonly start: number;
  readonly keywordEnd: number;
  readonly end: number;
}

/**
 * The lines of an instruction joined as BuildKit joins them (frontend/dockerfile/parser): an escape at a line's end goes
 * on with the next line; comment and blank lines in between are dropped. `end` is where its here-documents begin.
 */
function joinLines({ text, escapeCharacter }: Source, extent: Extent): { header: MappedText; end: number } {
  const pieces: MappedText[] = [];
  const continues = escapeCharacter === '`' ? /(?:^|[^`])(`[ \t\r]*)$/ : /(?:^|[^\\])(\\[ \t\r]*)$/;
  let at = extent.keywordEnd;
  while (at < extent.end) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 || newline > extent.end ? extent.end : newline;
    const line = text.slice(at, end);
    const isFirst = at === extent.keywordEnd;
    const continuation = continues.exec(line)?.[1];
    if (isFirst || !/^\s*(?:#|$)/.test(line)) {
      pieces.push(piece(text, at, continuation === undefined ? end : end - continuation.length));
      if (continuation === undefined) return { header: join(pieces), end };
    }
    at = end + 1;
  }
  return { header: join(pieces), end: extent.end };
}

/** Words between white space; quotes hold together and are taken off. */
function* spans({ text }: MappedText, from: number): Generator<Span> {
  const pattern = /(?:"(?:\\.|[^"\\])*"?|'[^']*'?|\\.?|[^\s"'\\])+/gs;
  pattern.lastIndex = from;
  for (const match of text.matchAll(pattern)) {
    yield { text: unquoted(match[0]), start: match.index, end: match.index + match[0].length };
  }
}

function unquoted(word: string): string {
  return word.replace(/"((?:\\.|[^"\\])*)"?|'([^']*)'?/gs, (_, double?: string, single?: string) =>
    double === undefined ? (single ?? '') : double.replace(/\\(["\\])/g, '$1'),
  );
}

/** Flags stand between the keyword and the first word that is none; `--` ends them. */
function takeFlags(header: MappedText, locate: Locate): { flags: Flag[]; end: number } {
  const flags: Flag[] = [];
  let end = 0;
  for (const span of spans(header, 0)) {
    if (!span.text.startsWith('--')) break;
    end = span.end;
    if (span.text === '--') break;
    const [name = '', ...value] = span.text.slice(2).split('=');
    flags.push({
      name,
      value: value.length === 0 ? null : value.join('='),
      range: rangeOf(header, span.start, span.end, locate),
    });
  }
  return { flags, end };
}

/** The strings of an exec form (`["a", "b"]`); null where it is none: BuildKit then takes it as a shell form. */
function execWords(header: MappedText, from: number): Span[] | null {
  const array = header.text.slice(from).trim();
  if (!array.startsWith('[')) return null;
  try {
    const parsed: unknown = JSON.parse(array);
    if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string')) return null;
  } catch {
    return null;
  }
  const pattern = /"(?:\\.|[^"\\])*"/g;
  pattern.lastIndex = from;
  return Array.from(header.text.matchAll(pattern), (match) => ({
    text: String(JSON.parse(match[0])),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** HEALTHCHECK's `CMD [...]`: its array begins behind a word. */
function execStart(keyword: string, header: MappedText, from: number): number {
  const command = keyword === 'HEALTHCHECK' ? /^\s*CMD\b/i.exec(header.text.slice(from)) : null;
  return from + (command?.[0].length ?? 0);
}

function readInstruction(source: Source, extent: Extent, hasPosixShell: boolean): Instruction {
  const keyword = source.text.slice(extent.start, extent.keywordEnd).toUpperCase();
  const { header, end } = joinLines(source, extent);
  const { flags, end: flagsEnd } = takeFlags(header, source.locate);
  const exec = execWords(header, execStart(keyword, header, flagsEnd));
  const words: Word[] = (exec ?? [...spans(header, flagsEnd)]).map((span) => ({
    text: span.text,
    range: rangeOf(header, span.start, span.end, source.locate),
  }));
  const isScript = keyword === 'RUN' && exec === null && hasPosixShell;
  const script = () => join([slice(header, flagsEnd), piece(source.text, end, extent.end)]);
  return {
    keyword,
    text: `${keyword} ${header.text}`.replace(/\s+/g, ' ').trim(),
    range: source.locate(extent.start, extent.end),
    flags,
    words,
    form: exec === null ? 'shell' : 'exec',
    commands: isScript ? shellCommands(script(), source.locate) : [],
  };
}

/** SHELL names the shell of what follows it, in its stage and those built on it. */
function shellAfter(instruction: Instruction, before: boolean): boolean {
  return instruction.keyword === 'SHELL' ? isPosixShell(instruction.words[0]?.text ?? '') : before;
}

/** Cross-compilers have Windows in their names, too (`dockcross/windows-static-x64`), but not as a whole part of it. */
const WINDOWS_REPOSITORY =
  /(?:^|\/)(?:windows|windowsservercore|servercore|nanoserver|dotnet\/framework|iis)(?:[:/@]|$)/i;
const WINDOWS_TAG = /:(?:[\w.-]*-)?(?:windows|windowsservercore|nanoserver)(?:[-@]|$)/i;

function isWindows(from: Instruction, image: string): boolean {
  return (
    WINDOWS_REPOSITORY.test(image) ||
    WINDOWS_TAG.test(image) ||
    from.flags.some(({ name, value }) => name === 'platform' && /^windows/i.test(value ?? ''))
  );
}

interface OpenStage extends Omit<Stage, 'instructions'> {
  readonly instructions: Instruction[];
  hasPosixShell: boolean;
}

function openStage(from: Instruction, earlier: readonly OpenStage[], globals: Variables): OpenStage {
  const [image = '', as = '', name] = from.words.map(({ text }) => text);
  const base = earlier.findLast((stage) => stage.name !== null && stage.name === image.toLowerCase());
  return {
    index: earlier.length,
    name: as.toUpperCase() === 'AS' && name !== undefined ? name.toLowerCase() : null,
    base: { image, stage: base?.index ?? null },
    instructions: [from],
    hasPosixShell: base?.hasPosixShell ?? !isWindows(from, expand(image, globals)),
  };
}

function extentOf(instruction: ParsedInstruction, source: Source): Extent {
  const offset = ({ line, character }: { line: number; character: number }) =>
    (source.starts[line] ?? source.text.length) + character;
  const range = instruction.getRange();
  return {
    start: offset(range.start),
    keywordEnd: offset(instruction.getInstructionRange().end),
    end: offset(range.end),
  };
}

/** dockerfile-ast takes `\\` at the end of a line for a continuation, BuildKit does not. Boundaries alone come from it. */
function withoutEscapedEscapes(text: string): string {
  return text.replace(/(?:\\{2,}|`{2,})(?=[ \t\r]*$)/gm, (escapes) => '_'.repeat(escapes.length));
}

/**
 * Reads a Dockerfile; whatever the text is, it never throws, and keeps what it can make sense of.
 *
 * @param path as it is to be shown to the user
 */
export function parseDockerfile(path: string, content: string): Dockerfile {
  // Same lengths, so that places stay true: BuildKit's lines end at `\n` only, and a byte order mark is no text.
  const text = content.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
  const starts = lineStarts(text);
  const parsed = DockerfileParser.parse(withoutEscapedEscapes(text));
  const source: Source = { text, starts, escapeCharacter: parsed.getEscapeCharacter(), locate: locator(starts) };
  const globals: Instruction[] = [];
  const stages: OpenStage[] = [];
  let variables: Variables | null = null;
  for (const parsedInstruction of parsed.getInstructions()) {
    const extent = extentOf(parsedInstruction, source);
    const stage = stages.at(-1);
    const instruction = readInstruction(source, extent, stage?.hasPosixShell ?? true);
    if (instruction.keyword === 'FROM') {
      variables ??= globalVariables({ globals }, []);
      stages.push(openStage(instruction, stages, variables));
    } else if (stage === undefined) globals.push(instruction);
    else {
      stage.instructions.push(instruction);
      stage.hasPosixShell = shellAfter(instruction, stage.hasPosixShell);
    }
  }
  const isBacktick = source.escapeCharacter === '`';
  return {
    path,
    text,
    escape: isBacktick ? '`' : '\\',
    globals,
    stages: stages.map(({ hasPosixShell, ...stage }) => stage),
  };
}
