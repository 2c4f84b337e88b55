import { workflowLog } from '../src/action-log.ts';
import type { Log } from '../src/seams.ts';

function linesOf(work: (log: Log) => unknown): string[] {
  let text = '';
  work(workflowLog((chunk) => (text += chunk)));
  return text.split(/\r?\n/).slice(0, -1);
}

describe('the log of a workflow', () => {
  it.each<[string, (log: Log) => unknown, string[]]>([
    ['shows what is said', (log) => log.info('Read 2 of 3 layers'), ['Read 2 of 3 layers']],
    ['hides what is for debugging', (log) => log.debug('100 %'), ['::debug::100 %25']],
    ['annotates without a place', (log) => log.notice('none yet'), ['::notice::none yet']],
    [
      'annotates a place',
      (log) =>
        log.warning('grew', { title: 'a, b: c', file: 'x%y', startLine: 3, endLine: 4, startColumn: 1, endColumn: 9 }),
      ['::warning title=a%2C b%3A c,file=x%25y,line=3,endLine=4,col=1,endColumn=9::grew'],
    ],
    ['leaves out what a place lacks', (log) => log.error('no', { file: 'f', title: '' }), ['::error file=f::no']],
    ['keeps a message of many lines together', (log) => log.error('a\r\nb: c, d'), ['::error::a%0D%0Ab: c, d']],
    ['masks a secret', (log) => log.secret('s3\ncret'), ['::add-mask::s3%0Acret']],
    ['masks no empty secret', (log) => log.secret(''), []],
    ['lets no text be a command', (log) => log.info('a\n  ::error::b ##[group]'), ['a', '  : :error::b # #[group]']],
  ])('%s', (_name, work, lines) => {
    expect(linesOf(work)).toEqual(lines);
  });

  it('folds what is logged under a title, and unfolds where that fails', async () => {
    const lines: string[] = [];
    const log = workflowLog((text) => lines.push(text.trimEnd()));
    const work = async () => {
      log.info('inside');
      throw new Error('failed');
    };
    await expect(log.group('Build\n::error::x', work)).rejects.toThrow('failed');
    expect(lines).toEqual(['::group::Build%0A: :error::x', 'inside', '::endgroup::']);
  });
});
