import { instructionsOf } from "../../subject.js";
export const runsAsRoot = {
    name: 'runs-as-root',
    aliases: ['DL3002', 'CIS-DI-0001'],
    severity: 'info',
    topic: 'practice',
    check(subject) {
        const last = instructionsOf(subject, 'USER').at(-1) ?? null;
        const place = last ?? subject.chain.at(-1)?.instructions[0];
        if (place === undefined || !isRoot(userOf(subject, last)) || dropsPrivileges(subject))
            return [];
        return [
            {
                message: 'the image runs as root: name another user (`USER`), so that a hole in the program is not one in the host',
                range: place.range,
                claims: null,
                evidence: [],
                fix: null,
            },
        ];
    },
};
/** '' is root; null: not known. */
function userOf(subject, last) {
    if (subject.user !== null)
        return subject.user;
    if (last !== null)
        return last.words[0]?.text ?? null;
    return isRootImage(subject.chain[0]?.base.image ?? '') ? '' : null;
}
const isRoot = (user) => user !== null && /^(?:root|0+)?(?::|$)/.test(user);
/** Systems and languages of Docker's library, which all leave the user to who builds on them. */
const rootImages = /^(?:docker\.io\/)?(?:library\/)?(?:scratch|alpine|debian|ubuntu|busybox|fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|archlinux|photon|buildpack-deps|python|pypy|node|golang|rust|ruby|php|perl|openjdk|eclipse-temurin|amazoncorretto|maven|gradle|gcc|swift|elixir|erlang|haskell|julia|r-base|nginx|httpd|tomcat)(?:[:@]|$)/;
const isRootImage = (image) => rootImages.test(image) && !/nonroot|rootless|unprivileged/.test(image);
/** What starts as root to become another user says so by one of these. */
const dropsPrivileges = (subject) => subject.chain.some(({ instructions }) => instructions.some(({ text }) => /\b(?:gosu|su-exec|setpriv|runuser|s6-overlay|s6-setuidgid|supervisord?)\b/.test(text)));
