import { lineStarts, locator, piece } from '../../src/dockerfile/mapped-text.ts';
import { isPosixShell, shellCommands } from '../../src/dockerfile/shell.ts';

const braced = (inside: string) => `$\{${inside}}`;

const commands = (script: string) => shellCommands(piece(script, 0, script.length), locator(lineStarts(script)));
const shown = (script: string) =>
  commands(script).map(({ operator, assignments, words }) => [operator, ...assignments, ...words].join(' ').trim());

describe('shellCommands', () => {
  it.each([
    ['lists', 'a && b || c; d & e | f', ['a', '&& b', '|| c', '; d', '& e', '| f']],
    ['newlines', 'a\n\n b &&\n c', ['a', '; b', '&& c']],
    ['quotes', `echo "a b" 'c $d' e\\ f "g\\"h" "i\\j"`, [`echo a b c $d e f g"h i\\j`]],
    ['comments', 'a # b && c\nd#e', ['a', '; d#e']],
    [
      'substitutions',
      `echo $(b && c "d") \`e; f\` ${braced('g:-h i')} $((1 + 2))`,
      [`echo $(b && c "d") \`e; f\` ${braced('g:-h i')} $((1 + 2))`],
    ],
    ['redirections', 'a > b 2>&1 >>c < d &> e <<< f 3>&- g', ['a g']],
    ['process substitution', 'diff <(a; b) >(c)', ['diff <(a; b) >(c)']],
    ['assignments', 'A=1 B="2 3" c D=4', ['A=1 B=2 3 c D=4']],
    ['assignments alone', 'A=$(b); c', ['A=$(b)', '; c']],
    ['an array', 'A=(1 2); b', ['A=(1 2)', '; b']],
    ['if', 'if a; then b; elif c; then d; else e; fi', ['a', '; b', '; c', '; d', '; e']],
    ['for', 'for x in a b; do c "$x"; done && d', ['c $x', '&& d']],
    ['arithmetic for', 'for ((i=0; i<3; i++)); do a; done', ['a']],
    ['while', 'a | while read b; do c; done < d', ['a', '| read b', '; c']],
    ['case', 'case "$a" in b|c) d ;; (e) f; g ;; *) h;; esac; i', ['d', '; f', '; g', '; h', '; i']],
    ['nested case', 'case a in b) case c in d) e;; esac;; f) g;; esac', ['e', '; g']],
    ['subshell and group', '(a; b) && { c; } || ! d', ['a', '; b', '&& c', '|| d']],
    ['function', 'f() { a; }; function g { b; }; f', ['a', '; b', '; f']],
    ['Bash test', '[[ a && ( b || c ) ]] && d', ['[[ a && ( b || c ) ]]', '&& d']],
    ['continuation', 'a \\\n  b', ['a b']],
    ['words that only look reserved', 'echo if then done', ['echo if then done']],
    ['two here-documents', 'cat <<A - <<"B"\n1\nA\n2\nB\nd', ['cat -', '; d']],
    ['nothing', ' \n # only a comment', []],
    ['dollar quotes', `echo $'it\\'s; \\t' "$'a" && b`, [`echo it's; \\t $'a`, '&& b']],
    ['translated quotes', 'echo $"a b" && c', ['echo a b', '&& c']],
    [
      'case in a substitution',
      'A=$(case $(b) in c) d;; (e) f;; esac) && g',
      ['A=$(case $(b) in c) d;; (e) f;; esac)', '&& g'],
    ],
    [
      'nested case in a substitution',
      'a $(case b in c) case d in e) f;; esac;; esac); g',
      ['a $(case b in c) case d in e) f;; esac;; esac)', '; g'],
    ],
    ['the word case in a substitution', 'a $(b case c in d) && e', ['a $(b case c in d)', '&& e']],
    ['comment in a substitution', "a=$(b # it's\n) && c", ["a=$(b # it's\n)", '&& c']],
    ['comment in an array', "a=(\n# it's\nb); c", ["a=(\n# it's\nb)", '; c']],
    ['subshell in a subshell', '((a; b) && c) && d', ['a', '; b', '&& c', '&& d']],
    ['arithmetic', '(( (1 + 2) * $(a) )) || b', ['b']],
    ['extended glob', 'rm @(a|b).c *.?(d|e) && f', ['rm @(a|b).c *.?(d|e)', '&& f']],
  ])('%s', (_, script, expected) => {
    expect(shown(script)).toEqual(expected);
  });

  it('gives places', () => {
    expect(commands('a &&\n  "b c"').map(({ range }) => range)).toEqual([
      { firstLine: 1, firstColumn: 1, lastLine: 1, lastColumn: 2 },
      { firstLine: 2, firstColumn: 3, lastLine: 2, lastColumn: 8 },
    ]);
  });
});

it.each([
  ['sh', true],
  ['/bin/bash', true],
  ['/usr/bin/env', false],
  ['powershell', false],
  ['cmd', false],
])('isPosixShell(%s)', (program, expected) => {
  expect(isPosixShell(program)).toBe(expected);
});
