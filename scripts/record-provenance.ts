/**
 * Records what BuildKit says of the example in __tests__/build/fixtures, by the engines of both stores:
 * `node scripts/record-provenance.ts unix:///classic.sock unix:///containerd.sock`. Both need the image
 * `test/debian:bookworm`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../__tests__/build/fixtures', import.meta.url));
const base = 'test/isg-fixture-base';
const temporary = mkdtempSync(join(tmpdir(), 'isg-record-'));

function docker(host: string, ...args: string[]): void {
  const env = { ...process.env, DOCKER_HOST: host, BUILDX_METADATA_PROVENANCE: 'max' };
  execFileSync('docker', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function build(host: string, ...args: string[]): void {
  docker(host, 'buildx', 'build', '--quiet', '--build-arg', 'VERSION=build-arg-value', ...args, '.');
}

function record(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(JSON.parse(text))}\n`);
}

interface Index {
  readonly manifests: readonly { readonly digest: string; readonly annotations?: Readonly<Record<string, string>> }[];
}
interface Manifest {
  readonly layers: readonly { readonly digest: string }[];
}

/** The in-toto statement of an OCI layout's only attestation. */
function attestation(layout: string): string {
  const blob = (digest: string) => readFileSync(join(layout, 'blobs', ...digest.split(':')), 'utf8');
  const top: Index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  const index: Index = JSON.parse(blob(top.manifests[0]?.digest ?? ''));
  const attested = index.manifests.find(({ annotations }) => annotations?.['vnd.docker.reference.type'] !== undefined);
  const manifest: Manifest = JSON.parse(blob(attested?.digest ?? ''));
  return blob(manifest.layers[0]?.digest ?? '');
}

const [classic = '', containerd = ''] = process.argv.slice(2);
try {
  for (const [name, host] of Object.entries({ classic, containerd })) {
    build(host, '--file', 'Dockerfile.base', '--tag', base);
    build(host, '--metadata-file', join(temporary, name), '--tag', `${base}:example`);
    record(name, readFileSync(join(temporary, name), 'utf8'));
  }
  const layout = join(temporary, 'layout');
  build(containerd, '--provenance', 'mode=max,version=v1', '--output', `type=oci,tar=false,dest=${layout}`);
  record('attestation-v1', attestation(layout));
} finally {
  for (const host of [classic, containerd]) docker(host, 'image', 'rm', '--force', base, `${base}:example`);
  rmSync(temporary, { recursive: true });
}
