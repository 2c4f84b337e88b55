/** The image that the benchmark weighs: 1 GB in 25,000 files and five layers that compress about two to one. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const filesPerLayer = 5_000;
const halfFile = 20_000;

/** Half of each file is noise, half repeats, as in an image of programs and texts. */
const fill = (folder: string, seed: number) =>
  `mkdir -p /data/${folder} && perl -e 'srand ${seed}; my $same = "the quick brown fox " x ${halfFile / 20}; for my $i (1..${filesPerLayer}) { my $d = "/data/${folder}/" . int($i / 100); mkdir $d; open my $f, ">", "$d/$i"; print $f pack("N*", map { int rand 4294967296 } 1..${halfFile / 4}), $same; close $f }'`;

/** One layer per RUN; the last is small, so that a change of it is "one small layer". */
function dockerfile(small: string): string {
  const big = [1, 2, 3, 4, 5].map((seed) => `RUN ${fill(`layer-${seed}`, seed)}`);
  return ['FROM test/debian:bookworm', ...big, `RUN head -c 2000000 /dev/urandom > /${small}`, ''].join('\n');
}

/** Builds the image, and one that differs in its last layer, on an engine; returns their references. */
export async function buildBenchImages(host: string): Promise<{ image: string; changed: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const references = { image: 'image-size-gate-bench/image:1', changed: 'image-size-gate-bench/image:2' };
  try {
    for (const [small, reference] of [
      ['a', references.image],
      ['b', references.changed],
    ] as const) {
      await writeFile(join(folder, 'Dockerfile'), dockerfile(small));
      const args = ['buildx', 'build', '--load', '--provenance=false', '--tag', reference, folder];
      await run('docker', args, { env: { ...process.env, DOCKER_HOST: host }, maxBuffer: 1 << 26 });
    }
    return references;
  } finally {
    await rm(folder, { recursive: true });
  }
}
