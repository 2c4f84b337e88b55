import { fact, namedFact } from '../../src/lint/facts.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { type Case, subjectOf } from '../support/lint-cases.ts';

/** Those that are off unless asked for, too. */
const switches = new Map(rules.map(({ name }) => [name, true]));

/** How often a lint goes through the whole text, and through a stage. */
function passesOver(test: Case): { readonly text: number; readonly stage: number } {
  const passes = { text: 0, stage: 0 };
  const subject = subjectOf(test);
  const chain = subject.chain.map(({ instructions, ...stage }) => ({
    ...stage,
    get instructions() {
      passes.stage++;
      return instructions;
    },
  }));
  const { text, ...rest } = subject.dockerfile;
  const dockerfile = {
    ...rest,
    get text() {
      passes.text++;
      return text;
    },
  };
  lint({ ...subject, dockerfile, chain }, { switches });
  return passes;
}

describe('many instructions are gone through no more often than few', () => {
  it.each([
    ['installs', 'RUN apt-get update && apt-get install -y gcc git && npm ci && pip install flask pytest\n'],
    ['settings', 'ENV A=b npm_config_x=y\nARG C=d\nRUN npm ci && pip install flask\n'],
    ['copies', 'WORKDIR /srv\nCOPY a.tar.gz b/\nRUN tar xf b/a.tar.gz && rm b/a.tar.gz\n'],
    ['changed modes', 'COPY bin /srv/bin/\nRUN chmod -R 755 /srv/bin\n'],
    ['downloads', 'RUN curl -O https://example.com/a.tar.gz && tar xf a.tar.gz\n'],
    ['users', 'USER app\nRUN go build && cargo build\nCMD ["git"]\n'],
    ['additions', 'ADD a /b\nADD https://example.com/a.tar.gz /c/\n'],
  ])('%s', (_name, lines) => {
    for (const layers of [undefined, { 2: { 'srv/x': 500 } }]) {
      const passesOverMany = (count: number) =>
        passesOver({ name: '', dockerfile: `FROM debian\n${lines.repeat(count)}`, ...(layers && { layers }) });
      expect(passesOverMany(40)).toEqual(passesOverMany(10));
    }
  });
});

describe('a fact', () => {
  it('is found out once for each that it is about', () => {
    const asked: object[] = [];
    const size = fact((about: readonly number[]) => asked.push(about));
    const [one, other] = [[1], [1]];
    expect([size(one), size(other), size(one)]).toEqual([1, 2, 1]);
    expect(asked).toEqual([one, other]);
  });

  it('is found out once for each name, also where there is nothing to find', () => {
    const asked: string[] = [];
    const find = namedFact((_about: object, name) => void asked.push(name));
    const about = {};
    for (const name of ['a', 'b', 'a']) expect(find(about, name)).toBeUndefined();
    expect(asked).toEqual(['a', 'b']);
  });
});
