/** Sources are TypeScript with `.ts` specifiers; swc only strips the types (`npm run types` checks them). */
const transform = {
  '\\.[jt]s$': [
    '@swc/jest',
    { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};

const tier = (name, folder) => ({
  displayName: name,
  testMatch: [`<rootDir>/__tests__/${folder}/**/*.test.ts`],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(@actions|@octokit|universal-user-agent|before-after-hook)/)'],
});

export default {
  testSequencer: '<rootDir>/scripts/slow-suites-first.js',
  // The slow suites wait for engines most of the time: one worker less than there are processors wastes half of two.
  maxWorkers: '100%',
  projects: [
    { ...tier('unit', ''), testPathIgnorePatterns: ['/node_modules/', '/__tests__/(contracts|e2e|browser)/'] },
    tier('contract', 'contracts'),
    tier('e2e', 'e2e'),
    tier('browser', 'browser'),
  ],
};
