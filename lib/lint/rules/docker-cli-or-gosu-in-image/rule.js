import { unneededPackages } from "../../unneeded.js";
import { isProgramUsed } from "../../use.js";
/** Packages of Debian, Docker's own archive and Alpine, and what they are called by. */
const programsOf = {
    'docker.io': ['docker'],
    docker: ['docker'],
    'docker-cli': ['docker'],
    'docker-ce': ['docker'],
    'docker-ce-cli': ['docker'],
    gosu: ['gosu'],
    'su-exec': ['su-exec'],
    sudo: ['sudo'],
};
export const dockerCliOrGosuInImage = unneededPackages({
    name: 'docker-cli-or-gosu-in-image',
    aliases: ['DL3004'],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => Object.hasOwn(programsOf, name),
    isUsed: (name, use) => use.installed === null || isProgramUsed(programsOf[name] ?? [], use),
    message: (names) => `${names}: nothing in the image seems to call it; \`USER\` and \`RUN --mount\` do without, and \`docker run --init --user\` too`,
});
