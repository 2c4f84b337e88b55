import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { readImage } from '../../src/image/read.ts';
import type { EntryKind, ImageSource } from '../../src/model/image.ts';
import { awkwardImages } from '../support/awkward-images.ts';
import { describeWithEngines, docker, type Engine, removeImages, uniqueImage } from '../support/engines.ts';
import { layersByPython, layersOf } from '../support/python-layers.ts';
import { readOptions } from '../support/read-options.ts';

jest.setTimeout(180_000);

describeWithEngines("layers beside Python's tarfile", (engine: Engine) => {
  const built: string[] = [];
  const seen = new Set<EntryKind>();
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'layers-'));
  });

  afterAll(async () => {
    await removeImages(engine, built);
    await rm(folder, { recursive: true });
  });

  const read = async (source: ImageSource) => {
    const connect = () => new Docker({ socketPath: engine.host.replace('unix://', '') });
    const { image } = await readImage(source, readOptions({ docker: connect, tempDir: folder }));
    return layersOf(image);
  };

  it.each(Object.entries(awkwardImages))('have the same entries and sums: %s', async (_label, dockerfile) => {
    const name = uniqueImage('layers');
    const archive = join(folder, 'saved.tar');
    await writeFile(join(folder, 'Dockerfile'), dockerfile);
    await docker(engine, ['buildx', 'build', '--load', '--provenance=false', '--tag', name, folder]);
    built.push(name);
    await docker(engine, ['save', '--output', archive, name]);
    const [expected, pushed, saved] = await Promise.all([
      layersByPython(archive),
      read({ kind: 'docker', reference: name }),
      read({ kind: 'docker-archive', reference: archive }),
    ]);
    expect(pushed).toEqual(expected);
    expect(saved).toEqual(expected);
    await rm(archive);
    for (const [, kind] of expected.flatMap(({ entries }) => entries)) seen.add(kind);
  });

  it('are of every kind of entry', () => {
    // The containerd store writes whiteouts in place of opaque markers.
    const kinds: readonly EntryKind[] = ['directory', 'file', 'hardlink', 'other', 'symlink', 'whiteout'];
    expect([...seen].filter((kind) => kind !== 'opaque').toSorted()).toEqual(kinds);
    if (engine.store === 'classic') expect(seen).toContain('opaque');
  });
});
