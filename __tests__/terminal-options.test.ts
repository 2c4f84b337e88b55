import { terminalOptions } from '../src/terminal-options.ts';

const terminal = { isTTY: true, columns: 120 };
const pipe = { columns: 0 };
const endless = Number.POSITIVE_INFINITY;

it.each([
  ['a terminal', terminal, {}, { color: true, width: 120 }],
  ['a terminal that does not say how wide it is', { isTTY: true, columns: 0 }, {}, { color: true, width: 80 }],
  ['a pipe', pipe, {}, { color: false, width: endless }],
  ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, { color: false, width: 120 }],
  ['a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, { color: true, width: 120 }],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, { color: false, width: 120 }],
  ['a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, { color: true, width: endless }],
  ['a pipe with an empty FORCE_COLOR', pipe, { FORCE_COLOR: '' }, { color: true, width: endless }],
  ['FORCE_COLOR over NO_COLOR', pipe, { FORCE_COLOR: 'true', NO_COLOR: '1' }, { color: true, width: endless }],
  ['FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, { color: false, width: 120 }],
  ['FORCE_COLOR=false', terminal, { FORCE_COLOR: 'false' }, { color: false, width: 120 }],
  ['a terminal with COLUMNS', terminal, { COLUMNS: '60' }, { color: true, width: 60 }],
  ['a pipe with COLUMNS', pipe, { COLUMNS: '60' }, { color: false, width: 60 }],
  ['COLUMNS that are none', terminal, { COLUMNS: '0' }, { color: true, width: 120 }],
  ['COLUMNS that are no number', terminal, { COLUMNS: 'wide' }, { color: true, width: 120 }],
  ['COLUMNS beyond all screens', pipe, { COLUMNS: '99999' }, { color: false, width: 10_000 }],
])('%s', (_, stream, environment, expected) => {
  expect(terminalOptions(stream, environment)).toEqual(expected);
});
