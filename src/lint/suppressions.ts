import type { Dockerfile, Instruction } from '../model/dockerfile.ts';
import type { Finding } from '../model/finding.ts';
import type { Suppressed } from '../model/lint.ts';
import { firstChecks, parseCheckOptions } from './check-options.ts';

/** What is not to be reported, and where. */
export interface Suppression {
  /** Names of rules or other linters' codes; `checks`: every check of BuildKit's. */
  readonly codes: readonly string[] | 'checks';
  /** Lines of the Dockerfile that it holds for; null: all of it. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  readonly by: Suppressed['by'];
  readonly reason: string | null;
}

/** What is odd about a comment or a configuration file; never a reason to fail. */
export interface LintNotice {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface SuppressionReading {
  readonly suppressions: readonly Suppression[];
  /** `# check=error=true`: what BuildKit's checks find fails a build. */
  readonly checksAreErrors: boolean;
  readonly notices: readonly LintNotice[];
}

/**
 * What the comments of a Dockerfile ask for: ours (`# size ignore=RULE reason`), hadolint's
 * (https://github.com/hadolint/hadolint#ignoring-rules) and BuildKit's
 * (https://docs.docker.com/reference/dockerfile/#check). One for the next instruction may have comments and blank lines
 * before it, where hadolint wants the very next line.
 *
 * @param isKnown whether a text is a rule's name or another linter's code for one
 */
export function readSuppressions(dockerfile: Dockerfile, isKnown: (code: string) => boolean): SuppressionReading {
  const checks = firstChecks(dockerfile.text);
  const readings = commentsOf(dockerfile).map((comment) => readComment(comment, dockerfile, isKnown));
  const codes = checks?.options.skip ?? [];
  return {
    suppressions: [
      ...(checks === null || codes.length === 0
        ? []
        : [
            {
              codes,
              lines: null,
              by: { syntax: 'check', file: dockerfile.path, line: checks.line },
              reason: null,
            } as const,
          ]),
      ...readings.flatMap(({ suppression }) => suppression ?? []),
    ],
    checksAreErrors: checks?.options.error ?? false,
    notices: readings.flatMap(({ notices }) =>
      notices.map(({ line, message }) => ({ file: dockerfile.path, line, message })),
    ),
  };
}

interface Comment {
  /** Without its `#` and the white space around it. */
  readonly text: string;
  readonly line: number;
  /** Null: nothing follows. */
  readonly next: Instruction | null;
  readonly isBeforeStages: boolean;
}

/** Comments between instructions: what is within one belongs to it, a here-document's lines too. */
function commentsOf({ text, globals, stages }: Dockerfile): Comment[] {
  const instructions = [...globals, ...stages.flatMap((stage) => stage.instructions)];
  const firstStage = stages[0]?.instructions[0]?.range.firstLine ?? Number.POSITIVE_INFINITY;
  let at = 0;
  return text.split('\n').flatMap((content, index) => {
    const line = index + 1;
    while ((instructions[at]?.range.lastLine ?? line) < line) at++;
    const next = instructions[at] ?? null;
    const isInside = next !== null && next.range.firstLine <= line;
    const comment = isInside ? null : /^[ \t]*#(.*)/.exec(content)?.[1];
    return comment == null ? [] : [{ text: comment.trim(), line, next, isBeforeStages: line < firstStage }];
  });
}

interface CommentReading {
  readonly suppression: Suppression | null;
  readonly notices: readonly Pick<LintNotice, 'line' | 'message'>[];
}

const nothing: CommentReading = { suppression: null, notices: [] };

function readComment(comment: Comment, dockerfile: Dockerfile, isKnown: (code: string) => boolean): CommentReading {
  if (/^size[ \t]+ignore\b/.test(comment.text)) return readSize(comment, dockerfile, isKnown);
  const suppression = readHadolint(comment, dockerfile) ?? readCheck(comment, dockerfile);
  return { ...nothing, suppression };
}

const sizeSyntax = /^size[ \t]+ignore[ \t]*=[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)(?:[ \t:]+(.*))?$/;

/** `# size ignore=RULE[,RULE] reason`. */
function readSize(comment: Comment, { path: file }: Dockerfile, isKnown: (code: string) => boolean): CommentReading {
  const { line } = comment;
  const [all, list = '', behind = ''] = sizeSyntax.exec(comment.text) ?? [];
  if (all === undefined) {
    return { ...nothing, notices: [{ line, message: 'must read "# size ignore=RULE reason": it was left aside' }] };
  }
  const codes = codesIn(list);
  const reason = reasonIn(behind);
  const unknown = codes.filter((code) => !isKnown(code) && !isCheck(code));
  return {
    suppression: {
      codes,
      lines: comment.isBeforeStages ? null : linesOf(comment.next),
      by: { syntax: 'size', file, line },
      reason,
    },
    notices: [
      ...unknown.map((code) => ({ line, message: `there is no rule "${code}"` })),
      ...(reason === null ? [{ line, message: `say why behind "# size ignore=${codes.join(',')}"` }] : []),
    ],
  };
}

/** As hadolint's src/Hadolint/Pragma.hs: one name that is no code, and the whole comment says nothing. */
const hadolintSyntax =
  /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC\d]+(?:[ \t]*,[ \t]*[DLSC\d]+)*)[ \t]*(?:#(.*))?$/;

function readHadolint(comment: Comment, dockerfile: Dockerfile): Suppression | null {
  const [all, scope, list = '', behind = ''] = hadolintSyntax.exec(comment.text) ?? [];
  if (all === undefined) return null;
  const lines =
    scope === 'global' ? null : scope === 'stage' ? stageLines(comment.next, dockerfile) : linesOf(comment.next);
  const by = { syntax: 'hadolint', file: dockerfile.path, line: comment.line } as const;
  return { codes: codesIn(list), lines, by, reason: reasonIn(behind) };
}

/** `# check=skip=A,B // reason` above an instruction: BuildKit has it since November 2025; here it holds with an older one, too. */
function readCheck({ text, line, next }: Comment, { path: file }: Dockerfile): Suppression | null {
  const [all, value = '', behind = ''] = /^check[ \t]*=[ \t]*(\S+)(.*)$/i.exec(text) ?? [];
  const codes = all === undefined ? [] : (parseCheckOptions(value)?.skip ?? []);
  if (codes.length === 0) return null;
  return { codes, lines: linesOf(next), by: { syntax: 'check', file, line }, reason: reasonIn(behind) };
}

const codesIn = (list: string): string[] => list.split(',').map((code) => code.trim());

const longestReason = 300;

/** The words of a reason, without what sets it off. */
function reasonIn(text: string): string | null {
  const words = text.replace(/^[ \t]*(?:\/\/|#|-+|—|:)?/, '').trim();
  return words === '' ? null : words.slice(0, longestReason);
}

type Lines = NonNullable<Suppression['lines']>;

const noLines: Lines = { first: 0, last: 0 };

const linesOf = (instruction: Instruction | null): Lines =>
  instruction === null ? noLines : { first: instruction.range.firstLine, last: instruction.range.lastLine };

/** From an instruction to the end of its stage. */
function stageLines(first: Instruction | null, { stages }: Dockerfile): Lines {
  if (first === null) return noLines;
  const stage = stages.find(({ instructions }) => instructions.includes(first));
  return { first: first.range.firstLine, last: stage?.instructions.at(-1)?.range.lastLine ?? first.range.lastLine };
}

/** Takes out what is not to be reported, each by the first that asks for it. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): { readonly findings: Finding[]; readonly suppressed: Suppressed[] } {
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const found = suppressions.find((suppression) => holdsFor(suppression, finding));
    if (found === undefined) kept.push(finding);
    else suppressed.push({ rule: finding.rule, location: finding.location, by: found.by, reason: found.reason });
  }
  return { findings: kept, suppressed };
}

function holdsFor({ codes, lines }: Suppression, finding: Finding): boolean {
  const line = finding.location?.firstLine ?? 0;
  return (lines === null || (lines.first <= line && line <= lines.last)) && hasCode(finding, codes);
}

const hasCode = (finding: Finding, codes: Suppression['codes']): boolean =>
  [finding.rule, ...finding.aliases].some((name) => (codes === 'checks' ? isCheck(name) : codes.includes(name)));

/** Whether a text is named as BuildKit names its checks: `JSONArgsRecommended`. */
export const isCheck = (code: string): boolean => /^[A-Z][A-Za-z]*[a-z]$/.test(code);
