import { type WorkflowCommands, workflowLog } from '../src/action-log.ts';
import type { Log } from '../src/seams.ts';

/** What is asked of `@actions/core`, in order. */
function callsOf(work: (log: Log) => unknown): unknown[][] {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      calls.push([name, ...args]);
    };
  const core: WorkflowCommands = {
    debug: note('debug'),
    info: note('info'),
    notice: note('notice'),
    warning: note('warning'),
    error: note('error'),
    setSecret: note('setSecret'),
    group: (title, inside) => {
      calls.push(['group', title]);
      return inside();
    },
  };
  work(workflowLog(core));
  return calls;
}

describe('the log of a workflow', () => {
  it.each<[string, (log: Log) => unknown, unknown[][]]>([
    ['shows what is said', (log) => log.info('Read 2 of 3 layers'), [['info', 'Read 2 of 3 layers']]],
    ['annotates without a place', (log) => log.notice('none yet'), [['notice', 'none yet', {}]]],
    [
      'annotates a place',
      (log) => log.warning('grew', { title: 'a', file: 'x', startLine: 3 }),
      [['warning', 'grew', { title: 'a', file: 'x', startLine: 3 }]],
    ],
    ['masks a secret', (log) => log.secret('s3cret'), [['setSecret', 's3cret']]],
    ['masks no empty secret', (log) => log.secret(''), []],
    [
      'lets no text be a command',
      (log) => log.info('a\n  ::error::b ##[group]'),
      [['info', 'a\n  : :error::b # #[group]']],
    ],
    [
      'lets no title be a command',
      (log) => log.group('::error::x', async () => log.info('inside')),
      [
        ['group', ': :error::x'],
        ['info', 'inside'],
      ],
    ],
  ])('%s', (_name, work, calls) => {
    expect(callsOf(work)).toEqual(calls);
  });
});
