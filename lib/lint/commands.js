const wrappers = new Set(['sudo', 'exec', 'env', 'time', 'nice', 'command']);
/** The words from the program on, as they are written: without wrappers, their options and assignments. */
function unwrapped({ words }) {
    let start = 0;
    while (wrappers.has(words[start] ?? '')) {
        start++;
        while (/^-|^\w+=/.test(words[start] ?? ''))
            start++;
    }
    return words.slice(start);
}
/** The words from the program on, and of the program its name without its folder. */
export function programWords(command) {
    const [program, ...rest] = unwrapped(command);
    return program === undefined ? [] : [program.replace(/^.*\//, ''), ...rest];
}
/** The program as it is written: `/opt/conda/bin/conda`. */
export const programAsWritten = (command) => unwrapped(command)[0] ?? '';
/** The first word behind the program that is no option: `install` of `npm --quiet install left-pad`. */
export const subcommandOf = (command) => programWords(command)
    .slice(1)
    .find((word) => !word.startsWith('-')) ?? null;
/** Whether `command` runs one of `programs`, with one of `subcommands` among its words where some are given. */
export function runs(command, programs, subcommands = []) {
    const [program, ...rest] = programWords(command);
    if (program === undefined || !programs.includes(program))
        return false;
    return subcommands.length === 0 || rest.some((word) => subcommands.includes(word));
}
