import { keptFiles } from "../../claims.js";
import { shipped } from "../../shipped.js";
export const licenseTextBundlesShipped = shipped({
    name: 'license-text-bundles-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: 'the bundler put the licence comments of what it bundled into files of their own: one for the whole image would do',
    find: (layer) => keptFiles(layer, (path) => path.endsWith('.LICENSE.txt')),
    fix: () => null,
});
