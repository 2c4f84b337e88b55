import type { Instruction } from '../../../model/dockerfile.ts';
import { sourcesOf } from '../../copies.ts';
import { replaceAt } from '../../removals.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintSubject } from '../../subject.ts';

export const addInsteadOfCopy: Rule = {
  name: 'add-instead-of-copy',
  aliases: ['DL3020', 'CKV_DOCKER_4', 'CIS-DI-0009'],
  severity: 'info',
  topic: 'practice',
  check: (subject) =>
    instructionsOf(subject, 'ADD')
      .filter(isPlainCopy)
      .map((add) => draftOf(subject, add)),
};

/** What ADD does beside: fetches (BuildKit, isHTTPSource and parseGitSource), and unpacks tars. */
const remote = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|[\w.-]+\.\w+\/.*\.git(?:#|$))/;
const packed = /\.(?:tar|t?gz|t?bz2?|tbz2|t?xz|t?zst|tlz|lz4?)$/i;
const copyFlags = ['chown', 'chmod', 'link', 'exclude'];

const isPlainCopy = (add: Instruction): boolean =>
  add.flags.every(({ name }) => copyFlags.includes(name)) &&
  sourcesOf(add).every((source) => !remote.test(source) && !packed.test(source) && !/\$|\*$/.test(source));

/** BuildKit looks into a file to see whether it is a tar, whatever its name is. */
const isSurelyNone = (source: string): boolean => /^\.?\/?$|\/$|^<<|\.\w+$/.test(source);

function draftOf(subject: LintSubject, add: Instruction): Draft {
  const { firstLine, firstColumn } = add.range;
  const keyword = { firstLine, firstColumn, lastLine: firstLine, lastColumn: firstColumn + add.keyword.length };
  return {
    message: '`ADD` also fetches and unpacks; where files are only copied, say `COPY`',
    range: add.range,
    claims: null,
    evidence: [],
    fix: { safe: sourcesOf(add).every(isSurelyNone), edits: [replaceAt(subject, keyword, 'COPY')] },
  };
}
