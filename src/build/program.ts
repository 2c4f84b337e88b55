import { access, constants, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../seams.ts';

/** How buildx is started: a program, and what stands before buildx's own arguments. */
export type Program = readonly [program: string, ...args: string[]];

export const byDocker: Program = ['docker', 'buildx'];

/** Where docker looks for its plugins beside the user's folder (docker/cli, cli-plugins/manager). */
const systemFolders = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

/**
 * buildx without docker, which runs a plugin twice, first to be told what it is: three processes, each of which takes
 * longer than a question does. The plugin is the one that docker would find; where that is not plain, docker finds it.
 */
export async function findBuildx({ DOCKER_CONFIG }: Environment, folders = systemFolders): Promise<Program> {
  const config = DOCKER_CONFIG || join(homedir(), '.docker');
  const settings = await readFile(join(config, 'config.json'), 'utf8').catch(() => '');
  if (settings.includes('"cliPluginsExtraDirs"')) return byDocker;
  for (const folder of [join(config, 'cli-plugins'), ...folders]) {
    const plugin = join(folder, 'docker-buildx');
    if (await isProgram(plugin)) return [plugin];
  }
  return byDocker;
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
