/** Links in GitHub's form. */
export function linksOf(repository) {
    if (repository === null)
        return { commit: () => null, lines: () => null };
    const { url, commit } = repository;
    return {
        commit: (id) => `${url}/commit/${id}`,
        lines: (place, at = commit) => {
            const path = pathInRepository(place.file);
            if (at === null || path === null)
                return null;
            const end = place.lastLine > place.firstLine ? `-L${place.lastLine}` : '';
            return `${url}/blob/${at}/${path}#L${place.firstLine}${end}`;
        },
    };
}
/** Null for a file that lies outside of the repository. */
function pathInRepository(file) {
    const segments = file.split('/').filter((segment) => segment !== '.');
    const outside = segments.some((segment) => segment === '' || segment === '..');
    return outside ? null : segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
}
