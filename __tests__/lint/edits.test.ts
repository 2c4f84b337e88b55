import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import { type Edit, insertCommand, insertOption } from '../../src/lint/edits.ts';
import { applyEdits } from '../../src/lint/fix-edits.ts';
import { removeCommand } from '../../src/lint/removals.ts';
import type { LintSubject } from '../../src/lint/subject.ts';
import type { Instruction, ShellCommand } from '../../src/model/dockerfile.ts';

/** A RUN's script with an edit for its first `get`; null where there is none. */
function edited(
  script: string,
  edit: (subject: LintSubject, run: Instruction, command: ShellCommand) => Edit | null,
): string | null {
  const text = `FROM x\nRUN ${script}`;
  const dockerfile = parseDockerfile('Dockerfile', text);
  const run = dockerfile.stages[0]?.instructions[1];
  const command = run?.commands.find(({ words }) => words.includes('get'));
  if (run === undefined || command === undefined) throw new Error(`no command: ${script}`);
  const subject = {
    dockerfile,
    chain: stageChain(dockerfile, null),
    layers: null,
    packages: () => null,
    context: null,
    base: null,
    user: null,
  };
  const made = edit(subject, run, command);
  return made === null ? null : applyEdits(text, [made]).replace('FROM x\nRUN ', '');
}

const inserted = (script: string): string | null =>
  edited(script, (subject, run, command) => insertCommand(subject, run, command, 'clean'));

describe('a command behind another', () => {
  it.each([
    ['alone', 'get x', 'get x && clean'],
    ['in a list', 'get x && make', 'get x && clean && make'],
    ['before a comment like a directive', 'get x \\\n# escape=`\n && make', 'get x && clean \\\n# escape=`\n && make'],
    ['in a script that `set -e` ends', 'set -e; get x; make', 'set -e; get x; clean; make'],
    ['at the end of such a script', 'set -e; get x', 'set -e; get x && clean'],
    ['as a condition', 'if get x; then make; fi', 'if get x && clean; then make; fi'],
    ['in a branch', 'if true; then get x; fi; make', 'if true; then get x && clean; fi; make'],
    ['in one of two branches', 'if true; then get x; else make; fi', 'if true; then get x && clean; else make; fi'],
    ['in a case', 'case x in a) get x;; *) make;; esac', 'case x in a) get x && clean;; *) make;; esac'],
    [
      'in a branch that `set -e` ends',
      'set -eu; if y; then get x; fi; make',
      'set -eu; if y; then get x; clean; fi; make',
    ],
    ['in a function', 'f() { get x; }; f', 'f() { get x && clean; }; f'],
    ['in a loop', 'for x in a b; do get x; done; make', 'for x in a b; do get x && clean; done; make'],
    [
      'in a loop that `set -e` ends',
      'set -e; for x in a b; do get x; done',
      'set -e; for x in a b; do get x; clean; done',
    ],
    [
      'in a loop as a condition',
      'set -e; if ! for x in a b; do get x; done; then make; fi',
      'set -e; if ! for x in a b; do get x && clean; done; then make; fi',
    ],
    [
      'at the end of a branch and of all',
      'set -e; if y; then z && get x; fi',
      'set -e; if y; then z && get x && clean; fi',
    ],
    ['as a condition in brackets', 'set -e; if (get x); then make; fi', 'set -e; if (get x && clean); then make; fi'],
    [
      'whose branch is on the next line',
      'if true; then get x; \\\n else make; fi',
      'if true; then get x && clean; \\\n else make; fi',
    ],
    ['with a comment behind its line', 'get x; \\\n# why\n make', 'get x; clean; \\\n# why\n make'],
    ['whose failure is forgiven', 'get x || true', 'get x && clean || true'],
    ['at the end of a pipe', 'yes | get x', 'yes | get x && clean'],
    ['whose output goes elsewhere', 'get x > /dev/null 2>&1 && make', 'get x > /dev/null 2>&1 && clean && make'],
    ['whose output goes to a quoted name', `get x >> "a b"'c'\\ d && make`, `get x >> "a b"'c'\\ d && clean && make`],
    ['in a subshell', '(cd y && get x) && make', '(cd y && get x && clean) && make'],
    ['over several lines', 'get x \\\n  y \\\n && make', 'get x \\\n  y && clean \\\n && make'],
    ['by sudo', 'sudo -E get x', 'sudo -E get x && sudo clean'],
    [
      'in a branch of a here-document',
      '<<EOF\nif y; then\n  get x\nfi\nmake\nEOF',
      '<<EOF\nif y; then\n  get x && clean\nfi\nmake\nEOF',
    ],
    [
      'in a here-document of a shell that ends at a failure',
      'bash -ex <<EOF && make\nif y; then\n  get x\nfi\nz\nEOF',
      'bash -ex <<EOF && make\nif y; then\n  get x; clean\nfi\nz\nEOF',
    ],
    ['at the end of a here-document', 'bash <<EOF && make\nget x\nEOF', 'bash <<EOF && make\nget x && clean\nEOF'],
    ['in a here-document', '<<EOF\nget x # all\nmake\nEOF', '<<EOF\nget x; clean # all\nmake\nEOF'],
  ])('%s', (_name, script, expected) => {
    expect(inserted(script)).toBe(expected);
  });

  it.each([
    ['that writes to a pipe', 'get x | tee log'],
    ['that writes both its outputs to a pipe', 'get x |& tee log'],
    ['that runs beside others', 'get x & make'],
    ['that runs beside the rest', 'get x &'],
    ['that runs beside others, by the next line', 'get x \\\n & make'],
    ['whose output goes elsewhere on the next line', 'get x \\\n > log'],
    ['whose failure is wanted', 'if ! get x; then make; fi'],
    ['that `set -e` ends, unless what it is in is a condition', 'set -e; { if y; then get x; else z; fi; } || make'],
    ['that `set -e` ends, unless what is before it fails', 'set -e; if y; then z && get x; fi; make'],
    ['that takes the place of the shell', 'exec get x'],
    ['that writes to a pipe on the next line', 'get x \\\n | tee log'],
    ['whose output goes where a command says', 'get x > $(date).log && make'],
    ['whose output goes to a name of several lines', 'get x > "a\\\nb"'],
    ['that reads a here-document', 'get x <<EOF\ny\nEOF'],
  ])('has no place behind one %s', (_name, script) => {
    expect(inserted(script)).toBeNull();
  });
});

describe('an option of a command', () => {
  it.each([
    ['alone', 'get x', 'get x --quick'],
    ['whose output goes elsewhere', 'get x >log 2>&1', 'get x --quick >log 2>&1'],
    ['over several lines', 'get \\\n# why\n x', 'get \\\n# why\n x --quick'],
    ['that reads a here-document', 'get x <<EOF\ny\nEOF', 'get x --quick <<EOF\ny\nEOF'],
    ['whose options are over', 'get -- x', null],
  ])('%s', (_name, script, expected) => {
    expect(edited(script, (subject, _run, command) => insertOption(subject, command, '--quick'))).toBe(expected);
  });
});

describe('a command is taken away', () => {
  it.each([
    ['alone in a list', 'make && get x && run', 'make && run'],
    ['first', 'get x && make', 'make'],
    ['last', 'make; get x', 'make'],
    ['before one that runs only if it succeeds', 'make; get x && run', 'make; run'],
    ['before one that runs in any case', 'make && get x; run', 'make; run'],
    ['over several lines', 'make \\\n && get x \\\n && run', 'make \\\n && run'],
    ['behind a flag', '--network=none get x && make', '--network=none make'],
    ['whose failure is wanted', '! get x && make', null],
    ['in brackets', '(get x && make)', null],
    ['in a branch', 'if y; then get x; fi', null],
    ['as a condition', 'if get x; then make; fi', null],
    ['of a pipe', 'make | get x && run', null],
    ['with a comment before the next', 'get x && \\\n# why\n make', null],
  ])('%s', (_name, script, expected) => {
    expect(edited(script, removeCommand)).toBe(expected);
  });
});
