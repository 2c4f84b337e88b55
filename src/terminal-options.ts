import type { TerminalOptions } from './report/terminal.ts';
import type { Environment } from './seams.ts';

/** Beyond this nothing is shown in one line, and a width is no terminal's. */
const widest = 10_000;

/**
 * How a stream is written to. Colour, and lines that are cut, are for terminals; but COLUMNS says how wide lines may be
 * anywhere (POSIX), FORCE_COLOR asks for colour anywhere (as Node itself takes it, 0 and false for none) and wins over
 * NO_COLOR (https://no-color.org).
 */
export function terminalOptions(
  { isTTY = false, columns }: Pick<NodeJS.WriteStream, 'columns'> & { readonly isTTY?: boolean },
  environment: Environment,
): TerminalOptions {
  const asked = /^[1-9]\d{0,4}$/.test(environment.COLUMNS ?? '') ? Number(environment.COLUMNS) : null;
  const own = isTTY ? columns || 80 : Number.POSITIVE_INFINITY;
  return { color: isColored(isTTY, environment), width: asked === null ? own : Math.min(asked, widest) };
}

function isColored(isTTY: boolean, { FORCE_COLOR, NO_COLOR, TERM }: Environment): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY && !NO_COLOR && TERM !== 'dumb';
}
