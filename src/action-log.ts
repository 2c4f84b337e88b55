import { EOL } from 'node:os';
import type { AnnotationPlace, Log } from './seams.ts';

/**
 * Logs as workflow commands do (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). What is
 * only shown must not be taken for a command.
 *
 * `@actions/core` does the same, but brings an HTTP client: to load that takes as long as all else before the first line.
 */
export function workflowLog(write: (text: string) => void): Log {
  const say = (line: string) => write(`${line}${EOL}`);
  const command = (name: string, message: string, place?: AnnotationPlace) =>
    say(`::${name}${propertiesText(place)}::${escapeData(message)}`);
  return {
    debug: (message) => command('debug', message),
    info: (message) => say(inert(message)),
    notice: (message, place) => command('notice', message, place),
    warning: (message, place) => command('warning', message, place),
    error: (message, place) => command('error', message, place),
    group: async (title, work) => {
      command('group', inert(title));
      try {
        return await work();
      } finally {
        command('endgroup', '');
      }
    },
    secret: (value) => {
      if (value !== '') command('add-mask', value);
    },
  };
}

export const actionLog = workflowLog((text) => process.stdout.write(text));

/** The runner takes a line that starts with `::`, or that holds `##[`, for a command. */
const inert = (text: string): string => text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '# #[');

/** ` file=Dockerfile,line=3`, or nothing. */
function propertiesText({ title, file, startLine, endLine, startColumn, endColumn }: AnnotationPlace = {}): string {
  const properties = { title, file, line: startLine, endLine, col: startColumn, endColumn };
  const pairs = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '');
  return pairs.length === 0
    ? ''
    : ` ${pairs.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join()}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
