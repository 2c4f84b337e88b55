import type { BuildSettings } from '../../src/model/settings.ts';

/** Settings of a build with nothing set, but for what a test gives. */
export function buildSettings(given: Partial<BuildSettings> = {}): BuildSettings {
  const none = {
    ...{ file: null, target: null, builder: null, network: null, shmSize: null, platform: null },
    ...{
      buildArgs: [],
      buildContexts: [],
      secrets: [],
      secretEnvs: [],
      secretFiles: [],
      ssh: [],
      cacheFrom: [],
      cacheTo: [],
    },
    ...{
      tags: [],
      labels: [],
      addHosts: [],
      allow: [],
      ulimit: [],
      load: false,
      push: false,
      pull: false,
      noCache: false,
    },
  };
  return { context: '.', ...none, ...given };
}
