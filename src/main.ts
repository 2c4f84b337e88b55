import * as core from '@actions/core';
import { workflowLog } from './action-log.ts';
import { errorText, UserError } from './errors.ts';
import type { Settings } from './model/settings.ts';
import { readConfigFile } from './settings/config-file.ts';
import { misspeltInputs, readInputs } from './settings/inputs.ts';
import { resolveSettings } from './settings/resolve.ts';

const log = workflowLog(core);

/** The program as an action: the exit code is the verdict's. */
export async function action(): Promise<void> {
  process.exitCode = await gateAsAction();
}

async function gateAsAction(): Promise<number> {
  try {
    const settings = readSettings();
    // Wrong inputs are told before all the rest is loaded.
    const { gate } = await import('./action.ts');
    const verdict = await gate(settings, log);
    return verdict === 'fail' ? 1 : 0;
  } catch (error) {
    reportError(error);
    return 1;
  }
}

function readSettings(): Settings {
  const direct = readInputs(process.env);
  for (const warning of misspeltInputs(process.env)) log.warning(warning);
  const settings = resolveSettings({ direct, currentDirectory: process.cwd(), readFile: readConfigFile });
  if (settings.githubToken !== null) log.secret(settings.githubToken);
  return settings;
}

function reportError(error: unknown): void {
  log.error(errorText(error));
  if (error instanceof UserError) {
    if (error.hint !== null) log.info(error.hint);
  } else if (error instanceof Error) {
    log.info(error.stack ?? '');
  }
}
