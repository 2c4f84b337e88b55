import type { DeadFile, FileSystem, LiveFile } from '../analysis/filesystem.ts';
import type { LayerAttribution } from '../model/attribution.ts';
import type { Entry, ImageLayer } from '../model/image.ts';
import type { LintLayer, RewrittenFile } from './subject.ts';

/** The layers as the rules see them: what is left of each in the end, and what became of the rest. */
export function lintLayers(
  layers: readonly ImageLayer[],
  attributions: readonly LayerAttribution[],
  { live, dead }: FileSystem,
): LintLayer[] {
  const liveBy = Map.groupBy(live, ({ layer }) => layer);
  const deadBy = Map.groupBy(dead, ({ layer }) => layer);
  const rewrittenBy = Map.groupBy(
    dead.filter(({ how }) => how === 'metadata'),
    ({ hiddenBy }) => hiddenBy,
  );
  return layers.map(({ downloadBytes, marks, index }, at) => ({
    index: at,
    origin: attributions[at]?.origin ?? null,
    location: attributions[at]?.location ?? null,
    diskBytes: index.diskBytes,
    downloadBytes,
    marks,
    entries: index.entries,
    live: (liveBy.get(at) ?? []).map(({ entry }) => entry),
    names: namesOf(liveBy.get(at) ?? []),
    hidden: (deadBy.get(at) ?? []).map(({ entry, hiddenBy, how }) => ({ entry, by: hiddenBy, how })),
    rewritten: rewrittenOf(index.entries, rewrittenBy.get(at) ?? []),
  }));
}

function namesOf(files: readonly LiveFile[]): Map<Entry, readonly string[]> {
  const linked = files.filter(({ path, links, entry }) => links !== null || path !== entry.path);
  return new Map(linked.map(({ path, links, entry }) => [entry, [path, ...(links ?? [])]]));
}

function rewrittenOf(entries: readonly Entry[], hidden: readonly DeadFile[]): RewrittenFile[] {
  if (hidden.length === 0) return [];
  const before = new Map(hidden.map(({ entry }) => [entry.path, entry]));
  return entries.flatMap((entry) => {
    const old = before.get(entry.path);
    return old === undefined || entry.kind !== 'file'
      ? []
      : [
          {
            entry,
            ownerChanged: entry.uid !== old.uid || entry.gid !== old.gid,
            modeChanged: entry.mode !== old.mode,
          },
        ];
  });
}
