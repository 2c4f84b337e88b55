import { formatBytes } from '../../../units.ts';
import { describeFiles } from '../../claims.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionOf, type LintLayer, type LintSubject } from '../../subject.ts';

/** Silent unless a limit is set. */
export const layerExceedsBudget: Rule = {
  name: 'layer-exceeds-budget',
  aliases: ['ID.20020'],
  severity: 'warning',
  check: (subject) =>
    (subject.layers ?? []).flatMap((layer) => checkLayer(subject, layer, subject.maxLayerBytes ?? null)),
};

function checkLayer(subject: LintSubject, layer: LintLayer, limit: number | null): Draft[] {
  const instruction = instructionOf(subject, layer);
  if (limit === null || instruction === null || layer.diskBytes <= limit) return [];
  return [
    {
      message: `this layer takes ${formatBytes(layer.diskBytes)}, more than the ${formatBytes(limit)} that one may: whoever pulls the image waits for its largest layer`,
      range: instruction.range,
      claims: null,
      excess: { layer: layer.index, bytes: layer.diskBytes - limit },
      evidence: layer.live.length === 0 ? [] : [describeFiles(layer.live)],
      fix: null,
    },
  ];
}
