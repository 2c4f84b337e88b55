import MarkdownIt, { type Token } from 'markdown-it';

/**
 * Markdown as GitHub renders it, as far as tests need it: raw HTML is let through, addresses are linked. A bare
 * `example.com` is not (GFM 6.9 wants a scheme or `www.`).
 */
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });

export const parseMarkdown = (text: string): Token[] => markdown.parse(text, {});

/** All tokens, inline ones too, in reading order. */
export const flatTokens = (text: string): Token[] =>
  parseMarkdown(text).flatMap((token) => (token.children === null ? [token] : [token, ...token.children]));

/** What a reader sees of inline tokens. */
export const shownText = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.type === 'softbreak' ? '\n' : token.content)).join('');

/** What GitHub looks for in text that is neither code nor a link, after Markdown was rendered. */
const references: Readonly<Record<string, RegExp>> = {
  mention: /@[a-z\d]/i,
  issue: /#\d|\bGH-\d/i,
  commit: /\b[0-9a-f]{7,40}\b/i,
  advisory: /\b(?:GHSA|CVE)-/i,
  address: /(?:https?|ftp|mailto|xmpp):\S|www\.|:\/\//i,
  emoji: /:[\w+-]+:/,
  formula: /\$/,
};

/** Names of what GitHub would make of a text node. */
export const referencesIn = (text: string): string[] =>
  Object.keys(references).filter((name) => references[name]?.test(text));

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every table, its cells as a reader sees them. */
export function tablesOf(text: string): Table[] {
  const tables: string[][][] = [];
  let inTable = false;
  for (const token of parseMarkdown(text)) {
    if (token.type === 'table_open') tables.push([]);
    if (token.type === 'table_open' || token.type === 'table_close') inTable = token.type === 'table_open';
    if (token.type === 'tr_open') tables.at(-1)?.push([]);
    if (token.type === 'inline' && inTable)
      tables
        .at(-1)
        ?.at(-1)
        ?.push(shownText(token.children ?? []));
  }
  return tables.map(([header = [], ...rows]) => ({ header, rows }));
}

export function headingsOf(text: string): string[] {
  const tokens = parseMarkdown(text);
  return tokens.flatMap((token, at) =>
    token.type === 'heading_open' ? [`${token.tag} ${shownText(tokens[at + 1]?.children ?? [])}`] : [],
  );
}
