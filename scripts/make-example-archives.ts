/** Writes examples/archives/: two builds of one image, and the Dockerfiles that they are builds of. */

import { mkdir, writeFile } from 'node:fs/promises';
import { makeExampleImages } from './example-archives.ts';

await mkdir('examples/archives', { recursive: true });
for (const { name, dockerfile, archive } of await makeExampleImages()) {
  await writeFile(`examples/archives/${name}.Dockerfile`, dockerfile);
  await writeFile(`examples/archives/${name}.oci.tar`, archive);
  console.log(`examples/archives/${name}.oci.tar: ${archive.length} bytes`);
}
