import { programsIn } from '../../src/packages/scripts.ts';

it.each([
  ['a shell script', '#!/bin/sh\ncurl -f http://x && git\tpull\n', ['curl', 'git']],
  ['a list', 'subprocess.run(["git", "pull"])', ['git']],
  ['parts of other words', 'libcurl curl-config legit g++x digit', []],
  ['names with signs', 'exec g++ a.c; su-exec me', ['g++', 'su-exec']],
  ['one twice', 'wget a; WGET b', ['wget']],
  ['nothing', '', []],
])('%s', (_name, text, programs) => {
  expect(programsIn(text)).toEqual(programs);
});
