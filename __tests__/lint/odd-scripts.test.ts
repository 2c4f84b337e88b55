import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import type { FixableFiles } from '../../src/lint/fix.ts';
import { fixInRounds } from '../../src/lint/fix-rounds.ts';
import { lint } from '../../src/lint/lint.ts';
import { describeWithProgram } from '../support/engines.ts';

/** Scripts that are odd and legal, run before and after their fixes. */

/** Each leaves something, or is left alone; none removes anything, so that what removes was put there by a fix. */
const commands = [
  'apt-get update && apt-get install -y curl gcc vim',
  'apt-get install --no-install-recommends -y gcc',
  'npm ci',
  'npm install left-pad >/dev/null 2>&1',
  'pip install flask',
  'A=1 pip install -- flask',
  'yarn install',
  'go build ./...',
  'apk add nano build-base',
  'make all',
  'curl -O https://example.com/a.tgz && tar xf a.tgz',
];

const programs = ['apt-get', 'npm', 'pip', 'yarn', 'go', 'apk', 'make', 'curl', 'tar'];

/** White space between words of a script: a line may go on, with comments and blanks in between. `↵` is the escape. */
const space = fc.constantFrom(' ', '  ', '\t', ' ↵\n', ' ↵\n\t', ' ↵ \n  ', ' ↵\n# npm ci\n', ' ↵\n  # note ↵\n ');

const { script } = fc.letrec<{ script: string; part: string }>((tie) => {
  const join = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''));
  const command = fc.constantFrom(...commands);
  const spaced = command.chain((text) =>
    join(...text.split(/(?= )/).flatMap((word) => (word.startsWith(' ') ? [space, word.slice(1)] : [word]))),
  );
  const part = tie('part');
  return {
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: spaced, weight: 4 },
      { arbitrary: join('if ', part, ';', space, 'then ', part, ';', space, 'else ', part, '; fi'), weight: 1 },
      { arbitrary: join('if ! ', part, '; then', space, part, '; fi'), weight: 1 },
      { arbitrary: join('for x in 1 2;', space, 'do ', part, ';', space, 'done'), weight: 1 },
      { arbitrary: join('(', part, ')'), weight: 1 },
      { arbitrary: join('true |', space, part), weight: 1 },
      { arbitrary: join(part, space, '| :'), weight: 1 },
      { arbitrary: join('{ ', part, '; }'), weight: 1 },
      { arbitrary: join('case a in a)', space, part, ';; *) ', part, ';;', space, 'esac'), weight: 1 },
      { arbitrary: join('{ f() { ', part, '; };', space, 'f; }'), weight: 1 },
      { arbitrary: join(part, space, fc.constantFrom('&&', '||', ';'), space, part), weight: 3 },
    ),
    script: join(fc.constantFrom('', '', 'set -e; ', 'set -eux; ', 'true && '), part),
  };
});

interface Dockerfile {
  readonly script: string;
  readonly form: 'shell' | 'here-document';
  readonly escape: '\\' | '`';
  readonly newline: '\n' | '\r\n';
  readonly flags: string;
}

const dockerfiles: fc.Arbitrary<Dockerfile> = fc.record({
  script,
  form: fc.constantFrom('shell', 'shell', 'here-document'),
  escape: fc.constantFrom('\\', '\\', '`'),
  newline: fc.constantFrom('\n', '\n', '\r\n'),
  flags: fc.constantFrom('', '--network=none ', '--mount=type=tmpfs,target=/x \\\n '),
});

function textOf({ script: odd, form, escape: end, newline, flags }: Dockerfile): string {
  // In a here-document the escape is the shell's, and comments end a line.
  const body =
    form === 'shell'
      ? odd.replaceAll('↵', end)
      : odd.replace(/ ↵ ?\n(?:\s*#.*\n)?/g, ' \\\n').replace(/; (?!\})/g, '\n');
  const run = form === 'shell' ? `run ${flags.replace('\\', end)}${body}` : `RUN <<EOF\n${body}\nEOF`;
  return `# escape=${end}\nFROM example\n# why\n${run}\n\nCMD ["make"]\n`.replaceAll('\n', newline);
}

/** What BuildKit gives the shell for the only RUN of a Dockerfile, and the lines behind it (frontend/dockerfile/parser). */
function readRun(text: string): { readonly script: string; readonly rest: readonly string[] } {
  const lines = text.split(/\r?\n/);
  const goesOn = lines[0]?.endsWith('`') ? /`[ \t]*$/ : /\\[ \t]*$/;
  let at = lines.findIndex((line) => /^run /i.test(line));
  let header = '';
  for (let isOpen = true; isOpen; at++) {
    const line = lines[at] ?? '';
    if (header !== '' && /^\s*(?:#|$)/.test(line)) continue;
    isOpen = goesOn.test(line) && at < lines.length - 1;
    header += isOpen ? line.replace(goesOn, '') : line;
  }
  const body: string[] = [];
  if (header.endsWith('<<EOF')) {
    for (; lines[at] !== 'EOF'; at++) body.push(lines[at] ?? '');
    at++;
  }
  const words = header.replace(/^run\s+/i, '').replace(/^(?:--\S+\s+)*/, '');
  return { script: body.length > 0 ? body.join('\n') : words, rest: lines.slice(at) };
}

function fixed(text: string): string {
  const lintFiles = ({ dockerfile: { text: now } }: FixableFiles) => {
    const dockerfile = parseDockerfile('Dockerfile', now);
    const chain = stageChain(dockerfile, null);
    return lint({
      ...{ dockerfile, chain, layers: null, packages: () => null, context: null, base: null, user: null },
    });
  };
  const files = { dockerfile: { path: 'Dockerfile', text }, context: null };
  const { fixed: changed } = fixInRounds(files, lintFiles(files), true, lintFiles);
  return changed[0]?.after ?? text;
}

/**
 * What a script calls, by program and first argument, and how it ends: where all goes well, and where each program fails
 * in its turn. What only cleans succeeds and is not told of.
 */
function behaviour(bash: string, text: string): string[] {
  const stubs = programs.map(
    (name) =>
      `${name}() { case $1 in cache|clean) return 0;; esac; echo "${name} $1" >&3; [ "$FAILING" != ${name} ]; }`,
  );
  const driver = `PATH=/nowhere
exec 3>&1 >/dev/null 2>&1
rm() { :; }
${stubs.join('\n')}
for FAILING in none ${programs.join(' ')}; do (eval "$SCRIPT"); echo "with $FAILING failing it ends with $?" >&3; done`;
  const env = { ...process.env, SCRIPT: text };
  return execFileSync(bash, ['-c', driver], { env, encoding: 'utf8', timeout: 20_000 }).split('\n');
}

describeWithProgram('bash', 'the fixes of an odd script', (bash) => {
  it('leave what it calls, in its order, and how it ends', () => {
    fc.assert(
      fc.property(dockerfiles, (dockerfile) => {
        const text = textOf(dockerfile);
        const [before, after] = [readRun(text), readRun(fixed(text))];
        expect(after.rest).toEqual(before.rest);
        expect({ script: after.script, does: behaviour(bash, after.script) }).toEqual({
          script: after.script,
          does: behaviour(bash, before.script),
        });
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
