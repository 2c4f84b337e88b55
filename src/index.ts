/** The bundle, dist/gate.js: dist/index.js starts it as the action, dist/cli.js on a terminal. Each loads its own part. */
export const action = async (): Promise<void> => (await import('./main.ts')).action();
export const terminal = async (): Promise<void> => (await import('./cli.ts')).terminal();
