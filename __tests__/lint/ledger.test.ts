import * as fc from 'fast-check';
import { priceDrafts } from '../../src/lint/ledger.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Draft, Rule } from '../../src/lint/rule.ts';
import type { LintSubject } from '../../src/lint/subject.ts';
import { type DownloadMarks, tarBytesOf } from '../../src/model/download-marks.ts';
import { subjectOf } from '../support/lint-cases.ts';
import { anyMarks } from '../support/records.ts';

/** A layer with pip's cache, which is a finding of its own, held against a limit. */
const pricesOf = (cache: number, others: number, maxLayerBytes: number) => {
  const findings = lint(
    subjectOf({
      ...{ name: '', maxLayerBytes, dockerfile: 'FROM debian\nRUN pip install six\n' },
      layers: { 2: { 'root/.cache/pip/x': cache, 'opt/x': others } },
    }),
  );
  const priceOf = (rule: string) => findings.find((each) => each.rule === rule)?.price?.diskBytes ?? null;
  return [priceOf('pip-cache-left-behind'), priceOf('layer-exceeds-budget')];
};

describe('what a layer takes above a limit', () => {
  it.each([
    ['all of it, where nothing else is found', 0, 1500, 1000, [null, 500]],
    ['what another finding has is not priced again', 600, 900, 500, [600, 400]],
    ['where another finding has all of it there is none', 600, 900, 1000, [600, null]],
  ])('%s', (_name, cache, others, limit, prices) => {
    expect(pricesOf(cache, others, limit)).toEqual(prices);
  });

  it('is never more than the layer, with all else', () => {
    const size = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(size, size, size, (cache, others, limit) => {
        const sum = pricesOf(cache, others, limit).reduce<number>((total, price) => total + (price ?? 0), 0);
        expect(sum).toBe(Math.max(cache, cache + others - limit));
      }),
    );
  });
});

const rule: Rule = { name: 'any', aliases: [], severity: 'info', check: () => [] };
const draft: Draft = {
  message: '',
  range: { firstLine: 1, lastLine: 1, firstColumn: 1, lastColumn: 1 },
  claims: null,
  evidence: [],
  fix: null,
};

interface Blob {
  readonly downloadBytes: number | null;
  readonly marks: DownloadMarks | null;
}

/** A base image that nobody claims, and a layer for each of these. */
function subjectWith(layers: readonly (readonly number[])[], blobs: readonly Blob[]): LintSubject {
  const files = layers.map((sizes, at) => [at + 2, Object.fromEntries(sizes.map((size, file) => [`f${file}`, size]))]);
  const lines = layers.map(() => 'RUN true\n').join('');
  const subject = subjectOf({ name: '', dockerfile: `FROM debian\n${lines}`, layers: Object.fromEntries(files) });
  return { ...subject, layers: (subject.layers ?? []).map((layer, at) => ({ ...layer, ...blobs[at - 1] })) };
}

/** `layer.file` of each claim. */
const claiming = (subject: LintSubject, ...names: readonly string[]): Draft => ({
  ...draft,
  claims: names.flatMap((name) => {
    const [layer, file] = name.split('.').map(Number);
    const entry = subject.layers?.[layer ?? 0]?.entries[file ?? 0];
    return layer === undefined || entry === undefined ? [] : [{ layer, entry }];
  }),
});

const downloadsOf = (subject: LintSubject, drafts: readonly Draft[]) =>
  priceDrafts(
    drafts.map((each) => ({ rule, draft: each })),
    subject,
  ).map(({ price }) => price?.downloadBytes);

describe('what a finding has to download', () => {
  // A file that compresses to a hundredth, and one that does not.
  const sizes = [102_400, 51_200];
  const ends = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + tarBytesOf({ size }), 0));
  const marks = { tarBytes: Float64Array.from(ends), blobBytes: Float64Array.of(1024, 52_000) };
  const [marked, plain] = [
    { downloadBytes: 52_400, marks },
    { downloadBytes: 30_720, marks: null },
  ];

  it.each<[string, readonly string[][], readonly (number | null)[]]>([
    ['is what the marks of its layer say', [['1.0'], ['1.1']], [1024, 50_976]],
    ['is no more than that of all files, which is less than the blob', [['1.0', '1.1']], [52_000]],
    ['is by the ratio of a layer without marks', [['2.0'], ['2.1']], [20_480, 10_240]],
    ['adds up over layers', [['1.0', '2.0']], [21_504]],
    [
      'is of the first that claims a file',
      [
        ['1.1', '2.1'],
        ['2.1', '1.1', '1.0'],
      ],
      [61_216, 1024],
    ],
    ['is not known where that of a layer is not', [['3.0'], ['1.0', '3.1'], ['1.1']], [null, null, 50_976]],
  ])('%s', (_name, claims, expected) => {
    const unknown = { downloadBytes: null, marks: null };
    const subject = subjectWith([sizes, sizes, sizes], [marked, plain, unknown]);
    expect(
      downloadsOf(
        subject,
        claims.map((names) => claiming(subject, ...names)),
      ),
    ).toEqual(expected);
  });

  it.each<[string, Blob, string[], number, readonly (number | null)[]]>([
    ['by the ratio of the rest', marked, ['1.0'], 25_600 + 102_400, [1024, 25_688]],
    ['by the ratio of the layer, where no file tells', plain, ['1.0'], 25_600 + 102_400, [20_480, 5120]],
    ['not at all where files have it all', marked, ['1.0', '1.1'], 100, [52_000]],
    ['unknown as its layer is', { downloadBytes: null, marks: null }, [], 100, [null]],
  ])('of a layer above a limit is %s', (_name, blob, claimed, bytes, expected) => {
    const subject = subjectWith([sizes], [blob]);
    const drafts = [claiming(subject, ...claimed), { ...draft, excess: { layer: 1, bytes } }];
    expect(downloadsOf(subject, drafts)).toEqual(expected);
  });

  it('is never more than the image, whoever claims what', () => {
    const anyBlob = fc.oneof(
      anyMarks.map((any) => ({ downloadBytes: any.blobBytes.at(-1) ?? 0, marks: any })),
      fc.nat(1e9).map((downloadBytes) => ({ downloadBytes, marks: null })),
    );
    const anyLayer = fc.array(fc.nat(1e6), { minLength: 1, maxLength: 6 });
    const anyClaim = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(5)).map((parts) => parts.join('.'));
    const anyExcess = fc.record({
      layer: fc.integer({ min: 1, max: 2 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.tuple(anyLayer, anyLayer),
        fc.tuple(anyBlob, anyBlob),
        fc.array(fc.oneof(fc.array(anyClaim), anyExcess)),
        (layers, blobs, drafts) => {
          const subject = subjectWith(layers, blobs);
          const made = drafts.map((each) =>
            Array.isArray(each)
              ? claiming(subject, ...each)
              : {
                  ...draft,
                  excess: {
                    layer: each.layer,
                    bytes: Math.floor(each.part * (subject.layers?.[each.layer]?.diskBytes ?? 0)),
                  },
                },
          );
          // A limit is the last that is looked at.
          const inOrder = [...made.filter(({ claims }) => claims), ...made.filter(({ claims }) => !claims).slice(0, 1)];
          const prices = downloadsOf(subject, inOrder);
          expect(Math.min(0, ...prices.map((price) => price ?? 0))).toBe(0);
          const image = blobs.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0);
          expect(prices.reduce<number>((sum, price) => sum + (price ?? 0), 0)).toBeLessThanOrEqual(image);
        },
      ),
    );
  });
});
