import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { errorText } from '../errors.ts';
import type { Severity } from '../model/finding.ts';
import type { FailureThreshold } from '../model/lint.ts';
import type { LintNotice, Suppression } from './suppressions.ts';

/** What hadolint's configuration file says that means something here. */
export interface HadolintConfig {
  readonly suppressions: readonly Suppression[];
  /** By rule code. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Null: not said. */
  readonly threshold: FailureThreshold | null;
  /** `disable-ignore-pragma`: hadolint's comments in the Dockerfile say nothing. */
  readonly ignoresComments: boolean;
  readonly notices: readonly LintNotice[];
}

/** As hadolint looks for it in the folder that it runs in; the first that is there. */
export const hadolintConfigNames = ['.hadolint.yaml', '.hadolint.yml'] as const;

export const noHadolintConfig: HadolintConfig = {
  suppressions: [],
  severities: new Map(),
  threshold: null,
  ignoresComments: false,
  notices: [],
};

/** hadolint's levels; `style` is our `info`. */
const levels = { error: 'error', warning: 'warning', info: 'info', style: 'info' } as const;
const thresholds = { ...levels, ignore: 'none', none: 'none' } as const;

/** The gravest first, which has the last word where a rule stands under several. */
const overridable = ['error', 'warning', 'info', 'style'] as const;

const codes = z.array(z.string());

/** The keys that mean something here. */
const keys = {
  ignored: codes,
  override: z.partialRecord(z.enum(overridable), codes.nullable()),
  'failure-threshold': z.enum(['error', 'warning', 'info', 'style', 'ignore', 'none']),
  'no-fail': z.boolean(),
  'disable-ignore-pragma': z.boolean(),
};
type Key = keyof typeof keys;
type Values = { readonly [K in Key]?: z.infer<(typeof keys)[K]> };

/** Keys of hadolint's that are about its output, or about rules that are not ours. */
const foreignKeys = ['format', 'label-schema', 'no-color', 'strict-labels', 'trustedRegistries', 'verbose'];

/**
 * Reads `.hadolint.yaml` (https://github.com/hadolint/hadolint#configure). It is another program's: what can't be read
 * is a notice, never an error.
 */
export function readHadolintConfig(text: string, path: string): HadolintConfig {
  const lines = new LineCounter();
  const notices: LintNotice[] = [];
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [broken] = document.errors;
    if (broken !== undefined) throw broken;
    const lineOf = (...at: (string | number)[]) => lineIn(document, at, lines);
    const values = readValues(document, (key, message) =>
      notices.push({ file: path, line: lineOf(key), message: `${key}: ${message}` }),
    );
    return { ...configOf(values, path, (index) => lineOf('ignored', index)), notices };
  } catch (thrown) {
    // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
    return { ...noHadolintConfig, notices: [{ file: path, line: 1, message: `cannot be read: ${errorText(thrown)}` }] };
  }
}

/** Throws where the document is no mapping. */
function readValues(document: Document, complain: (key: string, message: string) => void): Values {
  const given = z.record(z.string(), z.unknown()).nullable().parse(document.toJS()) ?? {};
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (isKey(key)) {
      const { success, data } = keys[key].safeParse(value);
      if (success) values[key] = data;
      else complain(key, 'is not as hadolint has it, and was left aside');
    } else if (!foreignKeys.includes(key)) complain(key, 'is no key of hadolint');
  }
  return values;
}

const isKey = (key: string): key is Key => Object.hasOwn(keys, key);

function configOf(values: Values, path: string, lineOfIgnored: (index: number) => number) {
  const { ignored = [], override = {}, 'failure-threshold': threshold } = values;
  const severities = new Map<string, Severity>();
  for (const level of overridable.toReversed()) {
    for (const code of override[level] ?? []) severities.set(code, levels[level]);
  }
  return {
    suppressions: ignored.map((code, index) => ({
      codes: [code],
      lines: null,
      by: { syntax: 'hadolint-config' as const, file: path, line: lineOfIgnored(index) },
      reason: null,
    })),
    severities,
    threshold: values['no-fail'] === true ? 'none' : threshold === undefined ? null : thresholds[threshold],
    ignoresComments: values['disable-ignore-pragma'] === true,
  } satisfies Omit<HadolintConfig, 'notices'>;
}

/** 1-based; the first line where the document has no such place. */
function lineIn(document: Document, at: readonly (string | number)[], lines: LineCounter): number {
  const node = document.getIn(at, true);
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
}
