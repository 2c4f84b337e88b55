import { misspeltInputs, readInputs } from '../../src/settings/inputs.ts';

describe('readInputs', () => {
  it('takes what the runner sets, by the types of the options', () => {
    const { given, problems } = readInputs({
      'INPUT_MAX-SIZE': ' 300MB ',
      INPUT_CONTEXT: 'app',
      INPUT_LOAD: 'TRUE',
      'INPUT_NO-CACHE': 'false',
      INPUT_TAGS: 'a:1,b:2\nc:3',
      'INPUT_BUILD-ARGS': 'A=1,2\nB= 3 ',
      PATH: '/bin',
    });
    expect(problems).toEqual([]);
    expect(Object.fromEntries(given)).toEqual({
      'max-size': { where: 'input max-size', value: '300MB' },
      context: { where: 'input context', value: 'app' },
      load: { where: 'input load', value: true },
      'no-cache': { where: 'input no-cache', value: false },
      tags: { where: 'input tags', value: ['a:1', 'b:2', 'c:3'] },
      'build-args': { where: 'input build-args', value: ['A=1,2', 'B= 3 '] },
    });
  });

  it.each([
    ['unset', undefined],
    ['empty', ''],
    ['blank', ' \n '],
  ])('takes an %s input as not given', (_name, value) => {
    expect(readInputs({ INPUT_TARGET: value, INPUT_TAGS: value, INPUT_LOAD: value })).toEqual({
      given: new Map(),
      problems: [],
    });
  });

  it.each([
    ['a boolean', { INPUT_LOAD: 'yes' }, 'input load: must be true or false, not "yes"'],
    [
      'an open quote',
      { INPUT_SECRETS: 'A=1\n"B=s3cret' },
      'input secrets: a double quote that opens an entry is not closed',
    ],
    [
      'a list of nothing',
      { INPUT_TAGS: ', ,' },
      'input tags: must be an image name with an optional registry and tag, such as ghcr.io/owner/app:1.2 (in small letters), not an empty list',
    ],
  ])('reports %s', (_name, environment, problem) => {
    expect(readInputs(environment).problems).toEqual([problem]);
  });
});

describe('misspeltInputs', () => {
  it('names those that are like one of ours', () => {
    expect(
      misspeltInputs({ 'INPUT_MAX-SISE': '1MB', INPUT_MAX_INCREASE: '5%', INPUT_REVIEWERS: 'x', 'INPUT_MAX-SIZE': '' }),
    ).toEqual([
      'input max-sise is not known and was ignored: did you mean max-size?',
      'input max_increase is not known and was ignored: did you mean max-increase?',
    ]);
  });
});
