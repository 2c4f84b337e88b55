import { resolve } from 'node:path';
/** What a report can be written as; each is a parameter of `report` with a file. */
export const reportFormats = ['json', 'markdown', 'html', 'sarif', 'badge'];
/** What is to be written where, and what is wrong with that. */
export function readOutputs(parameters, currentDirectory) {
    const given = reportFormats.flatMap((format) => {
        const path = parameters.get(format);
        return path === undefined ? [] : [{ format, path }];
    });
    const outputs = given.map(({ format, path }) => ({
        format,
        path: path === '-' ? null : resolve(currentDirectory, path),
    }));
    const flags = (of) => of.map(({ format }) => `--${format}`).join(' and ');
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
