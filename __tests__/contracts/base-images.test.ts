import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBaseLookup } from '../../src/base-lookup.ts';
import { lintAll, withBase } from '../../src/findings.ts';
import { applyEdits } from '../../src/lint/fix-edits.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { LintSettings } from '../../src/model/settings.ts';
import type { Seams } from '../../src/seams.ts';
import { type Weighed, weigh } from '../../src/weigh.ts';
import { buildSettings } from '../build/settings.ts';
import { engineSeams } from '../support/engine-seams.ts';
import {
  deleteFromRegistry,
  describeWithEngines,
  docker,
  type Engine,
  registryHost,
  removeImages,
} from '../support/engines.ts';

jest.setTimeout(180_000);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-bases-'));
  folders.push(folder);
  return folder;
}

const seamsOf = (engine: Engine): Seams => engineSeams(engine, newFolder());

/** Builds an image, a layer like its sibling's and one with so much that no compression makes smaller; pushes it. */
async function pushImage(engine: Engine, name: string, bytes: number): Promise<void> {
  const folder = newFolder();
  writeFileSync(join(folder, 'tools'), randomBytes(bytes));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /etc/base\nCOPY tools /usr/bin/tools\n');
  await docker(engine, ['build', '--quiet', '--tag', name, folder]);
  await docker(engine, ['push', '--quiet', name]);
}

const settings: LintSettings = {
  ...{ level: 'report', threshold: null, minPrice: 1, rules: new Map(), maxLayerBytes: null, baseLookup: true },
};

/** As `lint --build` does it. */
async function lintBuilt(engine: Engine, text: string): Promise<{ weighed: Weighed; finding: Finding | undefined }> {
  const folder = newFolder();
  writeFileSync(join(folder, 'Dockerfile'), text);
  writeFileSync(join(folder, 'app'), 'app');
  const seams = seamsOf(engine);
  const bases = openBaseLookup(settings, seams);
  const places = { workingDirectory: folder, root: folder };
  const subject = { kind: 'build', build: buildSettings() } as const;
  const begun = bases.begin(subject, places);
  const known = async () => new Map();
  const weighed = await weigh({ ...places, subject, name: 'bases', commit: null, maxUnpacked: null, known }, seams);
  await begun;
  const { findings } = lintAll(await withBase(weighed, bases), null, settings, places, seams.log);
  return { weighed, finding: findings.find(({ rule }) => rule === 'full-language-base') };
}

describeWithEngines('another base image', (engine) => {
  const repository = `${registryHost}/isg-${randomBytes(6).toString('hex')}/python`;
  const images = [`${repository}:3.12`, `${repository}:3.12-slim`] as const;
  const [full, slim] = images;

  beforeAll(async () => {
    await Promise.all([pushImage(engine, full, 3_000_000), pushImage(engine, slim, 200_000)]);
  });
  afterAll(async () => {
    for (const image of images) await deleteFromRegistry(image);
    await removeImages(engine, images);
  });

  it('saves of download what its manifest says', async () => {
    const text = `FROM ${full}\nCOPY app /app\nCMD ["/app"]\n`;
    const before = await lintBuilt(engine, text);
    const saving = before.finding?.baseSaving?.leastBytes ?? 0;
    expect(saving).toBeGreaterThan(2_700_000);
    expect(before.finding).toMatchObject({ price: null, baseSaving: { mostBytes: saving } });

    const fixed = applyEdits(text, before.finding?.fix?.edits ?? []);
    expect(fixed).toBe(text.replace(full, slim));
    const after = await lintBuilt(engine, fixed);
    expect(after.finding).toBeUndefined();
    const [was, is] = [before.weighed.measurement.downloadBytes, after.weighed.measurement.downloadBytes];
    if (was === null || is === null) throw new Error('an engine that pushes tells download sizes');
    // The layer with the app is packed anew in each build: its times differ.
    expect(Math.abs(was - is - saving)).toBeLessThan(100);
  });
});
