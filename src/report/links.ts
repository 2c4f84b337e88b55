import type { Report } from '../model/report.ts';

/** Lines of a file in the repository: 1-based, both ends included. */
export interface Lines {
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Where a report's names lead to; null where they lead nowhere. */
export interface Links {
  commit(id: string): string | null;
  /** As they are at the commit that was measured, or at another one. */
  lines(place: Lines, at?: string | null): string | null;
}

/** Links in GitHub's form. */
export function linksOf(repository: Report['repository']): Links {
  if (repository === null) return { commit: () => null, lines: () => null };
  const { url, commit } = repository;
  return {
    commit: (id) => `${url}/commit/${id}`,
    lines: (place, at = commit) => {
      const path = pathInRepository(place.file);
      if (at === null || path === null) return null;
      const end = place.lastLine > place.firstLine ? `-L${place.lastLine}` : '';
      return `${url}/blob/${at}/${path}#L${place.firstLine}${end}`;
    },
  };
}

/** Null for a file that lies outside of the repository. */
function pathInRepository(file: string): string | null {
  const segments = file.split('/').filter((segment) => segment !== '.');
  const outside = segments.some((segment) => segment === '' || segment === '..');
  return outside ? null : segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
}
