import { version } from './version.ts';

/** The bundle, dist/gate.js: dist/index.js starts it as the action, dist/cli.js on a terminal. Each loads its own part. */
export async function action(): Promise<void> {
  // A job's log shows at once what runs, and in which version.
  process.stdout.write(`image-size-gate ${version}\n`);
  const entry = await import('./main.ts');
  await entry.action();
}

export async function terminal(): Promise<void> {
  const entry = await import('./cli.ts');
  await entry.terminal();
}
