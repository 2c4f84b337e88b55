import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { stageChain } from '../../src/dockerfile/stages.ts';
import { applyEdits } from '../../src/lint/fix-edits.ts';
import { lintLayers } from '../../src/lint/layers.ts';
import { lint } from '../../src/lint/lint.ts';
import { installedPackages } from '../../src/lint/packages.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Log } from '../../src/seams.ts';
import { type Weighed, weigh } from '../../src/weigh.ts';
import { buildSettings } from '../build/settings.ts';
import { describeWithEngine, type Engine } from '../support/engines.ts';
import { recordingExec } from '../support/exec.ts';

jest.setTimeout(600_000);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isg-lint-'));
  folders.push(folder);
  return folder;
}

/** Builds a Dockerfile and weighs the image, as the gate does. */
async function weighDockerfile(engine: Engine, text: string): Promise<Weighed> {
  const folder = newFolder();
  writeFileSync(join(folder, 'Dockerfile'), text);
  const { exec } = recordingExec();
  const say = () => undefined;
  const log: Log = {
    ...{ debug: say, info: say, notice: say, warning: say, error: say, secret: say },
    group: (_, work) => work(),
  };
  return await weigh(
    {
      ...{ subject: { kind: 'build', build: buildSettings() }, name: 'lint', commit: null, maxUnpacked: null },
      ...{ workingDirectory: folder, root: folder, known: async () => new Map() },
    },
    {
      exec: (program, args, options = {}) =>
        exec(program, args, { ...options, env: { ...options.env, DOCKER_HOST: engine.host } }),
      docker: () => new Docker({ socketPath: engine.host.replace('unix://', '') }),
      podman: () => new Docker({ socketPath: '/nonexistent/podman.sock' }),
      ...{ fetch, log, environment: {}, tempDir: newFolder() },
      sleep: async () => undefined,
      clock: () => new Date(),
      random: () => randomBytes(6).toString('hex'),
    },
  );
}

function findingsIn({ dockerfile, image, attributions, fileSystem }: Weighed): Finding[] {
  if (dockerfile === null) throw new Error('what was just built has a Dockerfile');
  return lint({
    dockerfile,
    chain: stageChain(dockerfile, null, []),
    layers: lintLayers(image.layers, attributions, fileSystem),
    packages: () => installedPackages(image.layers, attributions, fileSystem),
    context: null,
    base: null,
    user: image.config.user,
  });
}

const install = 'apt-get update && apt-get install -y';
const clean = 'rm -rf /var/lib/apt/lists/* && apt-get clean';

/** By rule: a Dockerfile of real Debian packages. */
const smells: Readonly<Record<string, string>> = {
  'debug-tool-in-final-image': `FROM test/debian:bookworm
RUN ${install} --no-install-recommends libpcre3 vim htop && ${clean}
`,
  'apt-recommends-installed': `FROM test/debian:bookworm
RUN ${install} gnupg && ${clean}
`,
  'compiler-in-final-image': `FROM test/debian:bookworm
RUN ${install} --no-install-recommends gcc libc6-dev libexpat1-dev \\
 && echo 'int main() { return 0; }' >/x.c && gcc -o /usr/bin/x /x.c && ${clean}
`,
};

describeWithEngine('classic', 'what packages cost', (engine) => {
  it.each(Object.entries(smells))('%s: what the fix saves is what was predicted', async (rule, text) => {
    const before = await weighDockerfile(engine, text);
    const finding = findingsIn(before).find((each) => each.rule === rule);
    const predicted = finding?.price?.diskBytes ?? 0;
    expect(predicted).toBeGreaterThan(1_000_000);

    const fixed = applyEdits(text, finding?.fix?.edits ?? []);
    const after = await weighDockerfile(engine, fixed);
    const measured = before.measurement.diskBytes - after.measurement.diskBytes;
    expect(Math.abs(predicted - measured)).toBeLessThan(0.1 * measured);
    expect(findingsIn(after).map((each) => each.rule)).not.toContain(rule);
  });
});
