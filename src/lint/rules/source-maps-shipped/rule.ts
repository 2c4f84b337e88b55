import { keptFiles } from '../../claims.ts';
import type { Claim, Rule } from '../../rule.ts';
import { shipped } from '../../shipped.ts';
import type { LintLayer, LintSubject } from '../../subject.ts';

const isMap = (path: string): boolean => /\.(?:[cm]?js|css)\.map$/.test(path);

export const sourceMapsShipped: Rule = shipped({
  name: 'source-maps-shipped',
  aliases: [],
  severity: 'info',
  keywords: ['RUN', 'COPY', 'ADD'],
  message:
    'source maps came along with the scripts and styles that they explain: leave them out, or keep them where errors are collected',
  find: (layer, _instruction, subject) => (readsMaps(subject) ? [] : mapsBesideTheirFiles(layer)),
  fix: () => null,
});

/** Node shows where an error stands in the source, if it is told to. */
const readsMaps = ({ dockerfile }: LintSubject): boolean =>
  /--enable-source-maps|source-map-support/.test(dockerfile.text);

/** A map that lies alone may be what the image is about. */
function mapsBesideTheirFiles(layer: LintLayer): Claim[] {
  const maps = keptFiles(layer, isMap);
  if (maps.length === 0) return [];
  const wanted = new Set(maps.map(({ entry }) => explained(entry.path)));
  const present = new Set(keptFiles(layer, (path) => wanted.has(path)).map(({ entry }) => entry.path));
  return maps.filter(({ entry }) => present.has(explained(entry.path)));
}

const explained = (map: string): string => map.slice(0, -'.map'.length);
