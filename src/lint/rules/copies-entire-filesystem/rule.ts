import type { Instruction } from '../../../model/dockerfile.ts';
import { copiesOf } from '../../copies.ts';
import type { Draft, Rule } from '../../rule.ts';
import { copiesFolder, surplusOf } from '../../stage-copies.ts';
import { type LintSubject, layerOf } from '../../subject.ts';

const leftovers =
  /^(?:var\/lib\/apt\/lists|var\/cache\/(?:apt|apk|dnf|yum|zypp)|var\/log|tmp|var\/tmp)\/|(?:^|\/)(?:\.cache|\.npm\/_cacache|\.cargo\/registry|\.m2\/repository|\.gradle\/caches)\//;

export const copiesEntireFilesystem: Rule = {
  name: 'copies-entire-filesystem',
  aliases: ['DL3067'],
  severity: 'warning',
  check: (subject) =>
    copiesOf(subject)
      .filter((copy) => copiesFolder(copy, ['/']))
      .flatMap((copy) => checkCopy(subject, copy)),
};

function checkCopy(subject: LintSubject, copy: Instruction): Draft[] {
  const layer = layerOf(subject, copy);
  // Onto nothing it is the way to make one layer of several.
  if (layer === null && subject.chain[0]?.base.image === 'scratch') return [];
  return [
    {
      message:
        'the whole file system of another stage is copied: what this image has already and what the build left behind come along; copy what you made there',
      range: copy.range,
      ...(layer === null ? { claims: null, evidence: [] } : surplusOf(layer, (path) => leftovers.test(path))),
      fix: null,
    },
  ];
}
