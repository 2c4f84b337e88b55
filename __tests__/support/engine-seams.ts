import { randomBytes } from 'node:crypto';
import Docker from 'dockerode';
import type { Seams } from '../../src/seams.ts';
import type { Engine } from './engines.ts';
import { recordingExec } from './exec.ts';
import { recordingLog } from './read-options.ts';

/** The outside world as a run has it whose engine is this one; programs get `environment`, too. */
export function engineSeams(engine: Engine, tempDir: string, environment: Seams['environment'] = {}): Seams {
  const { exec } = recordingExec();
  return {
    exec: (program, args, options = {}) =>
      exec(program, args, { ...options, env: { ...options.env, ...environment, DOCKER_HOST: engine.host } }),
    docker: () => new Docker({ socketPath: engine.host.replace('unix://', '') }),
    podman: () => new Docker({ socketPath: '/nonexistent/podman.sock' }),
    ...{ fetch, tempDir, log: recordingLog().log, environment },
    sleep: async () => undefined,
    clock: () => new Date(),
    random: () => randomBytes(6).toString('hex'),
  };
}
