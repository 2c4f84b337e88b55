import type { Instruction } from '../model/dockerfile.ts';
import type { Severity } from '../model/finding.ts';
import { evidenceOf } from './claims.ts';
import { insertCommand } from './edits.ts';
import type { Claim, Draft, Rule } from './rule.ts';
import { type LintLayer, type LintSubject, layerOf } from './subject.ts';

/** Files that hardly any image needs, whatever brought them. */
export interface Shipped {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** The instructions that are asked, in capitals. */
  readonly keywords: readonly ('RUN' | 'COPY' | 'ADD')[];
  readonly message: string;
  /** Those of the layer that an instruction made. */
  readonly find: (layer: LintLayer, instruction: Instruction, subject: LintSubject) => readonly Claim[];
  readonly fix: (claims: readonly Claim[], instruction: Instruction, subject: LintSubject) => Draft['fix'];
}

/** A rule about files that only the layers tell of: it is silent without an image. */
export const shipped = ({ name, aliases, severity, keywords, message, find, fix }: Shipped): Rule => ({
  name,
  aliases,
  severity,
  check: (subject) =>
    subject.chain
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword }) => (keywords as readonly string[]).includes(keyword))
      .flatMap((instruction) => {
        const layer = layerOf(subject, instruction);
        const claims = layer === null ? [] : find(layer, instruction, subject);
        if (claims.length === 0) return [];
        return [
          {
            message,
            range: instruction.range,
            claims,
            evidence: evidenceOf(claims),
            fix: fix(claims, instruction, subject),
          },
        ];
      }),
});

/** Paths that a shell takes as they are. A list that is longer than this is none that anybody would want to read. */
const [plainPath, mostPaths] = [/^[\w./@+:-]+$/, 12];

/** Removes paths (latin1, no leading slash) at the end of a RUN; null where that can't be written well. */
export function removeAtEnd(
  subject: LintSubject,
  run: Instruction,
  paths: ReadonlySet<string>,
  { isSafe, command }: { readonly isSafe: boolean; readonly command: 'rm -f' | 'rm -rf' },
): Draft['fix'] {
  const last = run.commands.at(-1);
  if (last === undefined || paths.size > mostPaths || ![...paths].every((path) => plainPath.test(path))) return null;
  const words = [...paths].sort().map((path) => `/${path}`);
  const edit = insertCommand(subject, run, last, `${command} ${words.join(' ')}`);
  return edit === null ? null : { safe: isSafe, edits: [edit] };
}
