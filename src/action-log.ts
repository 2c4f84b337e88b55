import type * as Core from '@actions/core';
import type { AnnotationPlace, Log } from './seams.ts';

/** What of `@actions/core` writes workflow commands. */
export type WorkflowCommands = Pick<
  typeof Core,
  'debug' | 'info' | 'notice' | 'warning' | 'error' | 'group' | 'setSecret'
>;

/** Logs as workflow commands do. What is only shown must not be taken for a command. */
export function workflowLog(core: WorkflowCommands): Log {
  return {
    debug: (message) => core.debug(message),
    info: (message) => core.info(inert(message)),
    notice: (message, place) => core.notice(message, properties(place)),
    warning: (message, place) => core.warning(message, properties(place)),
    error: (message, place) => core.error(message, properties(place)),
    group: (title, work) => core.group(inert(title), work),
    secret: (value) => {
      if (value !== '') core.setSecret(value);
    },
  };
}

/** The runner takes a line that starts with `::`, or that holds `##[`, for a command. */
const inert = (text: string): string => text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '# #[');

const properties = (place: AnnotationPlace = {}) => ({ ...place });
