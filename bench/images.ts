/** The images that the benchmark weighs. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface BenchImage {
  readonly name: string;
  readonly title: string;
  /** A RUN for each big layer. */
  readonly layers: readonly string[];
}

const filesPerLayer = 5_000;
const halfFile = 20_000;

/** Half of each file is noise, half repeats, as in an image of programs and texts. */
const program = (seed: number) =>
  `mkdir -p /data/layer-${seed} && perl -e 'srand ${seed}; my $same = "the quick brown fox " x ${halfFile / 20}; for my $i (1..${filesPerLayer}) { my $d = "/data/layer-${seed}/" . int($i / 100); mkdir $d; open my $f, ">", "$d/$i"; print $f pack("N*", map { int rand 4294967296 } 1..${halfFile / 4}), $same; close $f }'`;

/** As in folders of node_modules: 1000 packages of 250 files, each with a few bytes of its own. */
const modules = (seed: number) =>
  `perl -e 'for my $p (1..1000) { my $d = "/srv/app-${seed}"; for my $part ("", "/node_modules", "/package-$p", "/lib") { $d .= $part; mkdir $d } for my $i (1..250) { open my $f, ">", "$d/some-module-$i.js"; print $f "export default [${seed}, $p, $i];\\n"; close $f } }'`;

const gigabyte: BenchImage = {
  name: 'gigabyte',
  title: '1 GB in 25,000 files and five layers, which compress about two to one',
  layers: [1, 2, 3, 4, 5].map(program),
};

const million: BenchImage = {
  name: 'million',
  title: '1,000,000 small files in four layers',
  layers: [1, 2, 3, 4].map(modules),
};

export const benchImages = { gigabyte, million };

/** One layer per RUN; the last is small, so that a change of it is "one small layer". */
const dockerfile = (layers: readonly string[], small: string): string =>
  [
    'FROM test/debian:bookworm',
    ...layers.map((layer) => `RUN ${layer}`),
    `RUN head -c 2000000 /dev/urandom > /${small}`,
    '',
  ].join('\n');

export interface BuiltImages {
  readonly image: string;
  /** Differs in its last layer. */
  readonly changed: string;
  /** What `image` was built from, and is in the builder's cache. */
  readonly context: string;
  readonly remove: () => Promise<void>;
}

/** Builds the image and its changed twin on an engine, with variables that say which. */
export async function buildBenchImages(
  { name, layers }: BenchImage,
  engine: Readonly<Record<string, string>>,
): Promise<BuiltImages> {
  const context = await mkdtemp(join(tmpdir(), 'bench-'));
  const env = { ...process.env, ...engine };
  const [image, changed] = ['1', '2'].map((tag) => `image-size-gate-bench/${name}:${tag}`) as [string, string];
  const remove = async () => {
    await rm(context, { recursive: true, force: true });
    await run('docker', ['image', 'rm', '--force', image, changed], { env });
  };
  for (const reference of [changed, image]) {
    await writeFile(join(context, 'Dockerfile'), dockerfile(layers, reference === image ? 'a' : 'b'));
    const args = ['buildx', 'build', '--load', '--provenance=false', '--tag', reference, context];
    await run('docker', args, { env, maxBuffer: 1 << 26 });
  }
  return { image, changed, context, remove };
}
