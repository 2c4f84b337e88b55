import * as fc from 'fast-check';
import { chooseFixes } from '../../src/lint/fix.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { readSuppressions } from '../../src/lint/suppressions.ts';
import { type Case, casesOf, subjectOf } from '../support/lint-cases.ts';

/** Those that are off unless asked for, too. */
const switches = new Map(rules.map(({ name }) => [name, true]));

/** All that is done with a Dockerfile's text: rules, comments that leave findings out, fixes. */
function lintCase(test: Case) {
  const subject = subjectOf(test);
  const findings = lint(subject, { switches });
  readSuppressions(subject.dockerfile, () => true);
  return { subject, findings, fixes: chooseFixes(findings, true) };
}

const cases = rules.flatMap(({ name }) => casesOf(name));

const fragment = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', '\\\n', '`\n', '# escape=`\n', '\uFEFF', '\u0000', '😀', '\t', ' '),
  fc.constantFrom(
    '"',
    "'",
    '`',
    '$(',
    '${',
    ')',
    '}',
    '((',
    '[[',
    '<<EOF',
    '<<-"E"',
    '&&',
    '||',
    ';',
    '|',
    '#',
    '=',
    '$X',
  ),
  fc.constantFrom(
    'FROM a\n',
    'FROM a AS b\n',
    'RUN ',
    'ONBUILD RUN ',
    'COPY --from=0 / /\n',
    'SHELL ["cmd"]\n',
    'ARG A=$A$A\n',
  ),
  fc.constantFrom('--mount=type=cache,target=', '--from=', '["', '"]', 'case x in', 'esac', 'rm -rf / ', '../..', '**'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Puts `text` in the place of some characters; `at` and `length` are shares of what there is. */
const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), text: fragment });

/** A case of a rule, and its Dockerfile with pieces cut out and put in. */
const mangled = fc
  .tuple(fc.constantFrom(...cases), fc.array(change, { minLength: 1, maxLength: 12 }), fc.boolean())
  .map(([test, changes, isWindows]): Case => {
    const dockerfile = changes.reduce((text, { at, length, text: instead }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + instead + text.slice(from + length);
    }, test.dockerfile);
    return { ...test, dockerfile: isWindows ? dockerfile.replace(/\n/g, '\r\n') : dockerfile };
  });

it('is linted without a throw, with places inside the text', () => {
  fc.assert(
    fc.property(mangled, (test) => {
      const { subject, findings } = lintCase(test);
      const lines = subject.dockerfile.text.split('\n').length;
      for (const { location } of findings) {
        if (location === null || location.file !== 'Dockerfile') continue;
        expect(location.firstLine).toBeGreaterThanOrEqual(1);
        expect(location.lastLine).toBeGreaterThanOrEqual(location.firstLine);
        expect(location.lastLine).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 1500 },
  );
});

it('is linted the same with CRLF, but for what an edit holds', () => {
  const found = (test: Case) =>
    lintCase(test).findings.map(({ rule, location, price }) => [
      rule,
      location?.firstLine,
      location?.lastLine,
      price?.diskBytes,
    ]);
  for (const test of cases) {
    expect(found({ ...test, dockerfile: test.dockerfile.replace(/\n/g, '\r\n') })).toEqual(found(test));
  }
});

it.each([
  [
    'installs in one RUN',
    `FROM debian\nRUN ${'apt-get update && apt-get install -y gcc git && pip install flask && '.repeat(400)}true`,
  ],
  ['RUNs', `FROM debian\n${'RUN apt-get install -y gcc && npm ci && pip install x\n'.repeat(400)}`],
  ['archives', `FROM debian\n${'COPY a.tar.gz /b/\nRUN tar xf /b/a.tar.gz && rm /b/a.tar.gz\n'.repeat(250)}`],
  ['stages', Array.from({ length: 400 }, (_, at) => `FROM s${at - 1} AS s${at}\nRUN apt-get update`).join('\n')],
  ['words', `FROM debian\nRUN apt-get install ${'gcc '.repeat(50_000)}`],
  ['one word', `FROM debian\nRUN apt-get install ${'a$b'.repeat(100_000)}`],
])(
  'is linted in a bearable time: many or much of %s',
  (_, dockerfile) => {
    const before = performance.now();
    lint(subjectOf({ name: '', dockerfile }), { switches });
    // A second or two on a slow machine.
    expect(performance.now() - before).toBeLessThan(30_000);
  },
  60_000,
);
