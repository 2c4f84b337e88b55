import type { Instruction } from '../../../model/dockerfile.ts';
import { describeFiles, keptFiles } from '../../claims.ts';
import { copiesOf, copiesWholeContext } from '../../copies.ts';
import type { Draft, Rule } from '../../rule.ts';
import { type LintSubject, layerOf } from '../../subject.ts';

/** Names that hardly any image wants, wherever they stand in the context. */
const unwanted = [
  '.git',
  '.svn',
  '.hg',
  '.github',
  '.vscode',
  '.idea',
  '.DS_Store',
  '.env',
  'node_modules',
  '.venv',
  'venv',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  'coverage',
  '.nyc_output',
];

const isUnwanted = (path: string): boolean => path.split('/').some((segment) => unwanted.includes(segment));

export const dockerignoreMissing: Rule = {
  name: 'dockerignore-missing',
  aliases: ['ID.10001'],
  severity: 'warning',
  check(subject) {
    if (subject.context === null || subject.context.ignoreText !== null) return [];
    const { ignoreFile } = subject.context;
    return copiesOf(subject)
      .filter(copiesWholeContext)
      .flatMap((copy) => checkCopy(subject, copy, ignoreFile));
  },
};

function checkCopy(subject: LintSubject, copy: Instruction, ignoreFile: string): Draft[] {
  const layer = layerOf(subject, copy);
  const claims = layer === null ? null : keptFiles(layer, isUnwanted);
  return [
    {
      message: `the whole context is copied and there is no \`${ignoreFile}\`: what no image needs lands in the layer`,
      range: copy.range,
      claims,
      evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
      fix: {
        safe: true,
        edits: [
          { file: ignoreFile, firstLine: 1, lastLine: 1, firstColumn: 1, lastColumn: 1, text: ignoreText(unwanted) },
        ],
      },
    },
  ];
}

const ignoreText = (names: readonly string[]): string => names.map((name) => `**/${name}\n`).join('');
