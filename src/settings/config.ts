import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLSeq } from 'yaml';
import { errorText } from '../errors.ts';
import { type Given, givenByText, notAllowed, type Problem, quoted, type Reading, toReading } from './given.ts';
import { suggestion } from './nearest.ts';
import { isAllowedIn, isOptionName, type Option, type OptionName, optionNames, optionOf } from './options.ts';

/** A configuration file is read whole: a larger one is a mistake or an attack. */
export const maxConfigBytes = 64 * 1024;

/**
 * The options in the text of a configuration file: one flat YAML mapping (YAML 1.2, core schema) by the options' names.
 * `path` is how messages name the file; they continue with line and column, 1-based.
 */
export function readConfig(text: string, path: string): Reading {
  const lines = new LineCounter();
  const at: Position = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  if (Buffer.byteLength(text) > maxConfigBytes) {
    return toReading([{ problem: `${path}: must not be larger than ${maxConfigBytes / 1024} KiB` }]);
  }
  try {
    return toReading(readDocument(text, lines, at, path));
  } catch (thrown) {
    // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
    return toReading([{ problem: `${path}: cannot be read as YAML: ${errorText(thrown)}` }]);
  }
}

/** `path:line:column` of an offset in the text. */
type Position = (offset: number) => string;

function readDocument(text: string, lines: LineCounter, at: Position, path: string) {
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false });
  // The first one only: in a broken text the others mostly follow from it.
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    return [{ problem: `${at(broken.pos[0])}: ${yamlProblem(broken.code, broken.message)}` }];
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return [];
  if (!isMap(document.contents)) {
    return [{ problem: `${path}: must be a mapping of options, such as "max-size: 300MB"` }];
  }
  return document.contents.items.map((pair) => readPair(pair, at));
}

function yamlProblem(code: string, message: string): string {
  return code === 'DUPLICATE_KEY' ? 'this key was given before' : `cannot be read as YAML: ${message}`;
}

function readPair({ key, value }: Pair, at: Position): readonly [OptionName, Given] | Problem {
  const keyAt = at(offsetOf(key));
  const name = isScalar(key) ? String(key.value) : '';
  if (!isOptionName(name)) {
    return { problem: `${keyAt}: unknown key ${quoted(name)}${suggestion(name, optionNames.filter(isForFile))}` };
  }
  const option = optionOf(name);
  if (option.refused?.file !== undefined)
    return { problem: `${keyAt}: ${name} is not allowed here: ${option.refused.file}` };
  const where: Where = (node) => `${node?.range ? at(node.range[0]) : keyAt}: ${name}`;
  const read = readValue(isNode(value) ? value : null, option, where);
  return 'problem' in read ? read : [name, read];
}

/** How messages name an option's value, or one entry of it. */
type Where = (node: Node | null) => string;

function isForFile(name: OptionName): boolean {
  return isAllowedIn('file', name);
}

function readValue(node: Node | null, option: Option, whereIs: Where): Given | Problem {
  if (option.type === 'list' && isSeq(node)) return readEntries(node, option, whereIs);
  const where = whereIs(node);
  const value = isScalar(node) ? node.value : undefined;
  if (option.type === 'boolean') {
    return typeof value === 'boolean' ? { where, value } : notAllowed(where, option, kindOf(node));
  }
  if (option.type === 'size' && Number.isInteger(value)) return { where, value: String(value) };
  if (typeof value !== 'string') return notAllowed(where, option, kindOf(node));
  return option.type === 'list' ? givenByText(where, option, value) : { where, value };
}

/** The entries of a YAML list are taken as they are: none is split. */
function readEntries(list: YAMLSeq, option: Option, whereIs: Where): Given | Problem {
  const where = whereIs(list);
  if (list.items.length === 0) return notAllowed(where, option, 'an empty list');
  const value: string[] = [];
  for (const item of list.items) {
    const node = isNode(item) ? item : null;
    if (!isScalar(node) || typeof node.value !== 'string')
      return notAllowed(whereIs(node ?? list), option, kindOf(node));
    value.push(node.value);
  }
  return { where, value };
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function kindOf(node: Node | null): string {
  if (isSeq(node)) return 'a list';
  if (isMap(node)) return 'a mapping';
  if (!isScalar(node)) return 'an alias';
  const { value } = node;
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return `the ${typeof value} ${quoted(String(value))} (in quotes it is text)`;
}
