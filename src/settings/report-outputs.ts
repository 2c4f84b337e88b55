import { resolve } from 'node:path';
import type { Parameter } from './commands.ts';

/** What a report can be written as; each is a parameter of `report` with a file. */
export const reportFormats = ['json', 'markdown', 'html', 'sarif', 'badge'] as const satisfies readonly Parameter[];
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportOutput {
  readonly format: ReportFormat;
  /** Absolute; null: standard output. */
  readonly path: string | null;
}

/** What is to be written where, and what is wrong with that. */
export function readOutputs(
  parameters: ReadonlyMap<Parameter, string>,
  currentDirectory: string,
): { readonly outputs: readonly ReportOutput[]; readonly problems: readonly string[] } {
  const given = reportFormats.flatMap((format) => {
    const path = parameters.get(format);
    return path === undefined ? [] : [{ format, path }];
  });
  const outputs = given.map(({ format, path }) => ({
    format,
    path: path === '-' ? null : resolve(currentDirectory, path),
  }));
  const flags = (of: readonly { readonly format: ReportFormat }[]) =>
    of.map(({ format }) => `--${format}`).join(' and ');
  const empty = given.filter(({ path }) => path === '');
  const shared = [...Map.groupBy(outputs, ({ path }) => path)].filter(([, of]) => of.length > 1);
  return {
    outputs,
    problems: [
      ...empty.map(({ format }) => `--${format}: must be a file, or - for standard output, not ""`),
      ...shared.map(([path, of]) => `${flags(of)} cannot both be written to ${path ?? 'standard output'}`),
    ],
  };
}
