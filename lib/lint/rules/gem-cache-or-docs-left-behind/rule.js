import { programAsWritten, programWords, runs, subcommandOf } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
/** An installation's archives, but not `vendor/cache`, which an application brings to install from. */
const archive = /(?<!\/vendor)\/cache\/[^/]+\.gem$/;
const documentation = /\/(?:gems\/\d[\w.]*|ruby\/\d[\w.]*|bundle)\/doc\//;
const installs = (command) => runs(command, ['gem', 'bundle', 'bundler']) && subcommandOf(command) === 'install';
const isPlainGem = (command) => runs(command, ['gem']) && !programWords(command).some((word) => /^(?:-i|--install-dir|--user-install)\b/.test(word));
export const gemCacheOrDocsLeftBehind = leftBehind({
    name: 'gem-cache-or-docs-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "RubyGems' archives of what it installed, and documentation made of them, stay in the layer: remove `cache` and `doc` of the gem folder in the same RUN",
            folders: [],
            files: (path) => (path.endsWith('.gem') && archive.test(path)) || (path.includes('/doc/') && documentation.test(path)),
            isLeftBy: installs,
            isCleanedBy: (command) => runs(command, ['rm', 'find']) && programWords(command).some((word) => /\bcache\b|\.gem$/.test(word)),
            // Where bundler installs is its configuration's matter.
            remedy: (culprits) => culprits.every(isPlainGem)
                ? {
                    command: `rm -rf "$(${programAsWritten(culprits[0])} env gemdir)/cache" "$(${programAsWritten(culprits[0])} env gemdir)/doc"`,
                }
                : null,
        },
    ],
});
