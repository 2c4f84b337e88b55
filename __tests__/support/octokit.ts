import { constants, runInThisContext } from 'node:vm';

/**
 * The very package that the program makes its Octokit with. It can be had by `import` alone, which Jest's module loader
 * cannot give to CommonJS but Node's own can, outside Jest's sandbox: what it throws is no `instanceof` this side's Error.
 */
export const importActionsGitHub = (): Promise<typeof import('@actions/github')> =>
  runInThisContext("import('@actions/github')", {
    filename: __filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
