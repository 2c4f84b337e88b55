import { matching } from "./format.js";
import { stanzaPackages } from "./stanzas.js";
const home = /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm)/.source;
/** Berkeley DB (RHEL 8 and older) and ndb (SUSE). */
const otherDatabases = ['var/lib/rpm', 'usr/lib/sysimage/rpm'].flatMap((folder) => ['Packages', 'Packages.db'].map((name) => `${folder}/${name}`));
/** Packages of Fedora, RHEL and their like, as `reduceRpmDatabase` left them. */
export const rpm = {
    name: 'rpm',
    find(view, note) {
        for (const path of otherDatabases.filter(view.has)) {
            note(`/${path} is an RPM database of a kind that is not read (Berkeley DB or ndb): only rpmdb.sqlite is.`);
        }
        return [...matching(view, new RegExp(`${home}/rpmdb\\.sqlite$`))].flatMap(([, text]) => stanzaPackages('rpm', text, view, () => null));
    },
};
