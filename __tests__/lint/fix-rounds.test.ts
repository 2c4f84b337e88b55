import * as fc from 'fast-check';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import type { Edit } from '../../src/lint/edits.ts';
import { linesOf, type Moved, movedBy } from '../../src/lint/fix-edits.ts';
import { joinChanges, type LineChange } from '../../src/lint/fix-lines.ts';
import { fixInRounds } from '../../src/lint/fix-rounds.ts';
import { lint } from '../../src/lint/lint.ts';
import type { LintLayer, LintSubject } from '../../src/lint/subject.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Case, casesOf, subjectOf } from '../support/lint-cases.ts';
import { sampleFinding } from '../support/report-samples.ts';

type Place = readonly [firstLine: number, firstColumn: number, lastLine: number, lastColumn: number];

const edit = ([firstLine, firstColumn, lastLine, lastColumn]: Place, text = ''): Edit => ({
  ...{ file: 'Dockerfile', firstLine, firstColumn, lastLine, lastColumn, text },
});

const names = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

/** A layer of a Dockerfile that has changed. */
const movedLayer = (layer: LintLayer, moved: Moved): LintLayer => {
  const place = layer.location && moved({ line: layer.location.firstLine, column: 1 });
  return { ...layer, location: layer.location && place && { ...layer.location, firstLine: place.line } };
};

/** Makes all fixes of a case, unsafe ones too. */
function fixCase(test: Case) {
  const subject: LintSubject = subjectOf(test);
  const files = { dockerfile: { path: 'Dockerfile', text: test.dockerfile }, context: subject.context };
  const result = fixInRounds(files, lint(subject), true, ({ dockerfile: { text }, context }, moved) => {
    const dockerfile = parseDockerfile('Dockerfile', text);
    const layers = subject.layers?.map((layer) => movedLayer(layer, moved)) ?? null;
    return lint({ ...subject, dockerfile, chain: stageChain(dockerfile, null), context, layers });
  });
  const [file] = result.fixed.filter(({ path }) => path === 'Dockerfile');
  return { ...result, file, text: file?.after ?? test.dockerfile };
}

describe('fixes that want the same place', () => {
  it.each([
    [
      'an option and a command',
      'RUN apt-get update && apt-get install -y gcc',
      'RUN apt-get update && apt-get install -y gcc --no-install-recommends && rm -rf /var/lib/apt/lists/*',
    ],
    [
      'two commands',
      'RUN rm /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install --no-install-recommends gcc',
      'RUN rm /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install --no-install-recommends gcc && rm -rf /var/lib/apt/lists/* && apt-get clean',
    ],
    [
      'an option and a command behind several lines',
      'RUN apt-get update \\\n && apt-get install -y \\\n    gcc \\\n    git',
      'RUN apt-get update \\\n && apt-get install -y \\\n    gcc \\\n    git --no-install-recommends && rm -rf /var/lib/apt/lists/*',
    ],
  ])('are all made: %s', (_name, run, expected) => {
    for (const newline of ['\n', '\r\n']) {
      const dockerfile = (lines: string) =>
        `\uFEFFFROM debian:12\n# why\n${lines}\nLABEL a=b`.replaceAll('\n', newline);
      const { text, deferred, file } = fixCase({ name: '', dockerfile: dockerfile(run) });
      expect([text, names(deferred)]).toEqual([dockerfile(expected), []]);
      const lines = (of: string) => of.split('\n').map((line, at, { length }) => line + (at === length ? '' : newline));
      const before = lines(run).slice(-1);
      const firstLine = 2 + run.split('\n').length;
      expect(file?.changes).toEqual([{ firstLine, before, after: lines(expected).slice(-1) }]);
    }
  });

  it('keep the prices that they were found with, and find their layers where another fix moves these', () => {
    const { text, made, deferred } = fixCase({
      name: '',
      dockerfile: 'FROM test/node\nCOPY a.tar.gz /srv/\nRUN tar xf /srv/a.tar.gz && rm /srv/a.tar.gz\nRUN npm ci\n',
      layers: {
        2: { 'srv/a.tar.gz': 900 },
        3: { 'srv/a.tar.gz': 'deleted' },
        4: {
          'root/.npm/_cacache/x': 500,
          'app/node_modules/.package-lock.json': { text: '{"packages":{"node_modules/jest":{"dev":true}}}' },
          'app/node_modules/jest/index.js': 700,
        },
      },
    });
    expect(text).toMatch(/^FROM test\/node\nRUN --mount=.*\nRUN npm ci --omit=dev && npm cache clean --force\n$/);
    expect(made.map(({ rule, price }) => [rule, price?.diskBytes])).toEqual([
      ['archive-copied-then-extracted', 900],
      ['npm-dev-dependencies-installed', 700],
      ['npm-cache-left-behind', 500],
    ]);
    expect(deferred).toEqual([]);
  });

  it('are for the next run where one leaves no place for the other', () => {
    const test = casesOf('compiler-in-final-image').find(({ name }) => name === 'nothing uses it');
    const { text, made, deferred } = fixCase(test as Case);
    expect(names(made)).toEqual(['compiler-in-final-image']);
    expect(names(deferred)).toEqual(['vcs-or-downloader-in-final-image']);
    expect(text).toBe(test?.dockerfile.replace(' gcc', ''));
  });

  const fixable = (rule: string, at: Place, message = '') =>
    sampleFinding({
      ...{ rule, message },
      location: { file: 'Dockerfile', firstLine: at[0], firstColumn: at[1], lastLine: at[2], lastColumn: at[3] },
      fix: { safe: true, edits: [edit([at[2], at[3], at[2], at[3]], ` ${rule}`)], lines: null },
    });

  it.each<[string, Finding[]]>([
    ['of another rule', [fixable('c', [2, 5, 2, 8])]],
    ['elsewhere', [fixable('b', [2, 1, 2, 8])]],
    ['that says something else', [fixable('b', [2, 5, 2, 8], 'other')]],
    ['without a fix', [{ ...fixable('b', [2, 5, 2, 8]), fix: null }]],
  ])('are not taken for those of a finding %s', (_name, again) => {
    const files = { dockerfile: { path: 'Dockerfile', text: 'FROM x\nRUN abc\n' }, context: null };
    const findings = [fixable('a', [2, 5, 2, 8]), fixable('b', [2, 5, 2, 8])];
    const { made, deferred, fixed } = fixInRounds(files, findings, false, () => again);
    expect([names(made), names(deferred)]).toEqual([['a'], ['b']]);
    expect(fixed.map(({ after }) => after)).toEqual(['FROM x\nRUN abc a\n']);
  });

  it('take one round each at most, in the order of their prices', () => {
    const files = { dockerfile: { path: 'Dockerfile', text: 'FROM x\nRUN abc\n' }, context: null };
    const findings = ['a', 'b', 'c'].map((rule) => fixable(rule, [2, 5, 2, 8]));
    let rounds = 0;
    const { made, fixed } = fixInRounds(files, findings, false, () => {
      rounds++;
      return findings;
    });
    expect(names(made)).toEqual(['a', 'b', 'c']);
    expect(fixed.map(({ after }) => after)).toEqual(['FROM x\nRUN abc c b a\n']);
    expect(rounds).toBe(2);
  });

  it('are for the next run where very many want one place', () => {
    const files = { dockerfile: { path: 'Dockerfile', text: 'FROM x\nRUN abc\n' }, context: null };
    const findings = Array.from({ length: 100 }, (_, at) => fixable(`rule-${at}`, [2, 5, 2, 8]));
    let rounds = 0;
    const { made, deferred } = fixInRounds(files, findings, false, () => {
      rounds++;
      return findings;
    });
    expect([rounds, made.length, deferred.length]).toEqual([20, 21, 79]);
  });
});

describe('what stands behind an edit', () => {
  const text = 'FROM x\nRUN a && b\nRUN c\n';

  it.each<[string, Edit, [number, number], [number, number] | null]>([
    ['stays where the edit is further on', edit([3, 6, 3, 6], ' d'), [2, 5], [2, 5]],
    ['moves along the line', edit([2, 4, 2, 4], ' --x'), [2, 5], [2, 9]],
    ['stays on other lines', edit([2, 4, 2, 4], ' --x'), [3, 5], [3, 5]],
    ['moves with lines that come', edit([2, 6, 2, 6], ' \\\n y'), [2, 10], [3, 7]],
    ['moves with lines that go', edit([2, 1, 3, 1]), [3, 5], [2, 5]],
    ['moves behind what is put in its place', edit([3, 1, 3, 1], 'RUN y\n'), [3, 1], [4, 1]],
    ['begins with what takes its place', edit([2, 1, 2, 4], 'COPY'), [2, 1], [2, 1]],
    ['is gone with its line', edit([2, 1, 3, 1]), [2, 1], null],
    ['is gone within what becomes something else', edit([2, 11, 3, 5], ' && '), [3, 1], null],
    ['is there behind it', edit([2, 11, 3, 5], ' && '), [3, 5], [2, 15]],
  ])('%s', (_name, change, [line, column], expected) => {
    const place = movedBy(text, [change])({ line, column });
    expect(place && [place.line, place.column]).toEqual(expected);
  });
});

it('tells two rounds of changes as one', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\n');
  const change = fc.record({ skip: fc.nat(3), lines: fc.nat(2), after: fc.array(line, { maxLength: 2 }) });
  const changes = fc.array(change, { maxLength: 4 });
  const made = (lines: readonly string[], specs: readonly { skip: number; lines: number; after: string[] }[]) => {
    const all: LineChange[] = [];
    let at = 0;
    for (const { skip, lines: count, after } of specs) {
      const from = at + skip;
      if (from + count > lines.length) break;
      all.push({ firstLine: from + 1, before: lines.slice(from, from + count), after });
      // Changes do not touch.
      at = from + count + 1;
    }
    return all;
  };
  const applied = (text: string, all: readonly LineChange[]) => {
    const lines = linesOf(text);
    for (const { firstLine, before, after } of all.toReversed()) {
      expect(lines.slice(firstLine - 1, firstLine - 1 + before.length)).toEqual(before);
      lines.splice(firstLine - 1, before.length, ...after);
    }
    return lines.join('');
  };
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), changes, changes, (lines, one, other) => {
      const text = lines.join('');
      const first = made(lines, one);
      const between = applied(text, first);
      const second = made(linesOf(between), other);
      expect(applied(text, joinChanges(text, first, second))).toBe(applied(between, second));
    }),
  );
});
