import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseProvenance } from '../../src/build/provenance.ts';

/** Recorded by scripts/record-provenance.ts. */
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, 'fixtures', `${name}.json`), 'utf8'));
const documents = ['classic', 'containerd', 'attestation-v1'];
const sample = fixture('containerd');

/** The same document after one change to its JSON. */
function changed(change: (text: string) => string): unknown {
  return JSON.parse(change(JSON.stringify(sample)));
}

describe.each(documents)('parseProvenance of %s', (name) => {
  it('finds the lines of every layer', () => {
    const provenance = parseProvenance(fixture(name), 11);
    expect(
      provenance?.layers.map(({ origin, places }) => [origin, ...places.map((p) => `${p.firstLine}-${p.lastLine}`)]),
    ).toEqual([
      ['base', '3-3', '8-8'],
      ['base', '3-3', '8-8'],
      ['base', '3-3', '8-8'],
      ['own', '5-5', '10-10'],
      ['own', '11-15'],
      ['own', '16-16'],
      ['own', '17-17'],
      ['own', '18-18'],
      ['own', '19-22'],
      ['own', '23-23'],
      ['own', '26-30'],
    ]);
  });

  it('holds the Dockerfile and nothing of the build arguments', () => {
    const provenance = parseProvenance(fixture(name), 11);
    const text = readFileSync(join(__dirname, 'fixtures', 'Dockerfile'), 'utf8');
    expect(provenance?.dockerfile).toEqual({ filename: 'Dockerfile', text });
    expect(JSON.stringify(fixture(name))).toContain('build-arg-value');
    expect(JSON.stringify(provenance)).not.toContain('build-arg-value');
  });

  it('needs no layer count where there is one chain', () => {
    expect(parseProvenance(fixture(name), null)).toEqual(parseProvenance(fixture(name), 11));
  });

  it.each([0, 10, 12])('is nothing for an image of %i layers', (count) => {
    expect(parseProvenance(fixture(name), count)).toBeNull();
  });
});

/** The base image of the example has another digest in each store. */
const baseDigests = {
  classic: 'sha256:cd911dcd56b6fc3cec272cc95f77839e5bfbc7b24fd8b48e0a63393c99709e80',
  containerd: 'sha256:6623013bb884ee10394d13f85647be024a6948a2bed54273dabf9bd7b16cf6ef',
};
const [otherDigest, thirdDigest] = ['a'.repeat(64), 'b'.repeat(64)];

describe('the images of a build', () => {
  it.each([
    ['classic', baseDigests.classic],
    ['containerd', baseDigests.containerd],
    ['attestation-v1', baseDigests.containerd],
  ])('are those of the materials: %s', (name, digest) => {
    const bases = parseProvenance(fixture(name), 11)?.bases;
    expect(bases).toEqual([{ reference: 'test/isg-fixture-base:latest', digest }]);
  });

  it('are none where the build took none', () => {
    expect(parseProvenance(fixture('foreign-cache'), 3)?.bases).toEqual([]);
  });

  const basesWith = (...materials: readonly unknown[]) => {
    const text = JSON.stringify(materials).slice(1, -1);
    return parseProvenance(
      changed((json) => json.replace(/"materials":\[[^\]]*\]/, () => `"materials":[${text}]`)),
      11,
    )?.bases.map(({ reference, digest }) => `${reference} ${digest.slice(7, 8)}`);
  };
  const image = (uri: string, sha256 = otherDigest) => ({ uri, digest: { sha256 } });

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['of the hub', [image('pkg:docker/python@3.12-slim?platform=linux%2Famd64')], ['python:3.12-slim a']],
    ['of a registry', [image('pkg:docker/localhost%3A5000/a/b@1?platform=linux%2Famd64')], ['localhost:5000/a/b:1 a']],
    [
      'pinned',
      [image(`pkg:docker/python@3?digest=sha256%3A${thirdDigest}&platform=x`)],
      [`python:3@sha256:${thirdDigest} a`],
    ],
    ['for two platforms', [image('pkg:docker/a@1?platform=x'), image('pkg:docker/a@1?platform=y')], ['a:1 a']],
    ['of two digests', [image('pkg:docker/a@1'), image('pkg:docker/a@1', thirdDigest)], ['a:1 a', 'a:1 b']],
    ['a repository', [image('https://github.com/a/b.git#main')], []],
    ['a file', [image('https://example.com/file')], []],
    ['not to be decoded', [image('pkg:docker/a%zz@1')], []],
    ['without a digest', [{ uri: 'pkg:docker/a@1' }, { uri: 'pkg:docker/b@1', digest: { sha1: 'a' } }], []],
    ['with a digest that is none', [image('pkg:docker/a@1', 'xyz')], []],
  ])('%s', (_, materials, expected) => {
    expect(basesWith(...materials)).toEqual(expected);
  });
});

describe('parseProvenance', () => {
  it('closes the gap that a result from the cache of another build leaves', () => {
    // Recorded: the last RUN came with the layer below it of an earlier build, which no step of this one has.
    const layers = parseProvenance(fixture('foreign-cache'), 3)?.layers;
    expect(layers?.map(({ origin, places }) => [origin, places[0]?.firstLine])).toEqual([
      ['base', 1],
      ['own', 2],
      ['own', 3],
    ]);
  });

  it("takes one platform's document, not one of two", () => {
    const inner = (sample as Record<string, unknown>)['buildx.build.provenance'];
    expect(parseProvenance({ 'buildx.build.provenance/linux/amd64': inner }, 11)?.layers).toHaveLength(11);
    const two = { 'buildx.build.provenance/linux/amd64': inner, 'buildx.build.provenance/linux/arm64': inner };
    expect(parseProvenance(two, 11)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 1],
    ['an array', []],
    ['an empty object', {}],
    ['min provenance', { 'buildx.build.provenance': { buildType: 'https://mobyproject.org/buildkit@v1' } }],
    ['no chains', changed((text) => text.replace(/"layers":\{/, '"layers":{},"was":{'))],
    ['chains of the wrong type', changed((text) => text.replaceAll('"digest":"sha256:', '"digest":1,"was":"'))],
    ['no steps', changed((text) => text.replace('"llbDefinition":[', '"llbDefinition":[],"was":['))],
  ])('is null for %s', (_, document) => {
    expect(parseProvenance(document, 11)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['lines that are none', changed((text) => text.replaceAll(/"line":\d+/g, '"line":0'))],
    ['locations of another file', changed((text) => text.replaceAll('"ranges":', '"sourceIndex":1,"ranges":'))],
    ['no locations', changed((text) => text.replaceAll('"locations":[', '"locations":[],"was":['))],
  ])('knows no places with %s', (_, document) => {
    expect(parseProvenance(document, 11)?.layers.flatMap(({ places }) => places)).toEqual([]);
  });

  it('reads no names that every object has', () => {
    const document = changed((text) =>
      text.replaceAll('"step12:0"', '"constructor"').replaceAll('"step12"', '"__proto__"'),
    );
    expect(() => parseProvenance(document, null)).not.toThrow();
  });

  it('throws for no JSON whatever', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.option(fc.nat(20)),
        (document, count) => parseProvenance(document, count) === null,
      ),
    );
  });
});
