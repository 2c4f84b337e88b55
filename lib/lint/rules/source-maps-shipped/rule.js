import { keptFiles } from "../../claims.js";
import { shipped } from "../../shipped.js";
const isMap = (path) => /\.(?:[cm]?js|css)\.map$/.test(path);
export const sourceMapsShipped = shipped({
    name: 'source-maps-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: 'source maps came along with the scripts and styles that they explain: leave them out, or keep them where errors are collected',
    find: (layer, _instruction, subject) => (readsMaps(subject) ? [] : mapsBesideTheirFiles(layer)),
    fix: () => null,
});
/** Node shows where an error stands in the source, if it is told to. */
const readsMaps = ({ dockerfile }) => /--enable-source-maps|source-map-support/.test(dockerfile.text);
/** A map that lies alone may be what the image is about. */
function mapsBesideTheirFiles(layer) {
    const maps = keptFiles(layer, isMap);
    if (maps.length === 0)
        return [];
    const wanted = new Set(maps.map(({ entry }) => explained(entry.path)));
    const present = new Set(keptFiles(layer, (path) => wanted.has(path)).map(({ entry }) => entry.path));
    return maps.filter(({ entry }) => present.has(explained(entry.path)));
}
const explained = (map) => map.slice(0, -'.map'.length);
