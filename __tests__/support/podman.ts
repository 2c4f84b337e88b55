import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Podman's service with a store of its own. */
export interface Podman {
  /** Path of its socket. */
  readonly socket: string;
  /** Runs podman against that store. */
  run(...args: readonly string[]): void;
  stop(): Promise<void>;
}

/** Starts a service that keeps everything in `folder`; needs the program. */
export async function startPodman(folder: string): Promise<Podman> {
  const socket = join(folder, 'podman.sock');
  const [root, runroot] = [join(folder, 'root'), join(folder, 'run')];
  await mkdir(runroot, { recursive: true });
  const store = ['--root', root, '--runroot', runroot, '--cgroup-manager', 'cgroupfs', '--events-backend', 'file'];
  const service = spawn('podman', [...store, 'system', 'service', '--time', '0', `unix://${socket}`], {
    stdio: 'ignore',
  });
  const ended = once(service, 'exit');
  for (let tries = 0; !existsSync(socket); tries++) {
    if (service.exitCode !== null || tries > 100) throw new Error('Podman does not start its service');
    await delay(100);
  }
  return {
    socket,
    run: (...args) => void execFileSync('podman', [...store, ...args], { stdio: 'ignore' }),
    async stop() {
      service.kill();
      await ended;
      // Layers belong to mounts and to other users: only podman takes them away whole.
      execFileSync('podman', [...store, 'system', 'reset', '--force'], { stdio: 'ignore' });
    },
  };
}
