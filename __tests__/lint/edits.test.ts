import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import { insertCommand } from '../../src/lint/edits.ts';
import { applyEdits } from '../../src/lint/fix-edits.ts';

/** The Dockerfile's text with `clean` behind the first `get` of its RUN; null where it found no place. */
function inserted(script: string): string | null {
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
  const edit = insertCommand(subject, run, command, 'clean');
  return edit === null ? null : applyEdits(text, [edit]).replace('FROM x\nRUN ', '');
}

describe('a command behind another', () => {
  it.each([
    ['alone', 'get x', 'get x && clean'],
    ['in a list', 'get x && make', 'get x && clean && make'],
    ['in a script that `set -e` ends', 'set -e; get x; make', 'set -e; get x; clean; make'],
    ['at the end of such a script', 'set -e; get x', 'set -e; get x && clean'],
    ['as a condition', 'if get x; then make; fi', 'if get x && clean; then make; fi'],
    ['in a branch', 'if true; then get x; fi; make', 'if true; then get x; clean; fi; make'],
    ['whose failure is forgiven', 'get x || true', 'get x && clean || true'],
    ['at the end of a pipe', 'yes | get x', 'yes | get x && clean'],
    ['whose output goes elsewhere', 'get x > /dev/null 2>&1 && make', 'get x > /dev/null 2>&1 && clean && make'],
    ['whose output goes to a quoted name', `get x >> "a b"'c'\\ d && make`, `get x >> "a b"'c'\\ d && clean && make`],
    ['in a subshell', '(cd y && get x) && make', '(cd y && get x && clean) && make'],
    ['over several lines', 'get x \\\n  y \\\n && make', 'get x \\\n  y && clean \\\n && make'],
    ['by sudo', 'sudo -E get x', 'sudo -E get x && sudo clean'],
    ['in a here-document', '<<EOF\nget x # all\nmake\nEOF', '<<EOF\nget x; clean # all\nmake\nEOF'],
  ])('%s', (_name, script, expected) => {
    expect(inserted(script)).toBe(expected);
  });

  it.each([
    ['that writes to a pipe', 'get x | tee log'],
    ['that writes both its outputs to a pipe', 'get x |& tee log'],
    ['that runs beside others', 'get x & make'],
    ['that runs beside the rest', 'get x &'],
    ['that writes to a pipe on the next line', 'get x \\\n | tee log'],
    ['whose output goes where a command says', 'get x > $(date).log && make'],
    ['whose output goes to a name of several lines', 'get x > "a\\\nb"'],
    ['that reads a here-document', 'get x <<EOF\ny\nEOF'],
  ])('has no place behind one %s', (_name, script) => {
    expect(inserted(script)).toBeNull();
  });
});
