import { isCompilerUsed, librariesOf } from "../../build-packages.js";
import { unneededPackages } from "../../unneeded.js";
import { removeAfterUse } from "../../unneeded-fixes.js";
/** Alpine's compilers and what goes with them. */
const tools = /^(?:build-base|alpine-sdk|gcc|g\+\+|gfortran|clang\d*|llvm\d*|make|cmake|ninja|samurai|meson|autoconf|automake|libtool|pkgconf|pkgconfig|nasm|yasm|bison|flex|rust|cargo|go|linux-headers|.*-dev)$/;
export const apkBuildDepsLeftBehind = unneededPackages({
    name: 'apk-build-deps-left-behind',
    aliases: [],
    severity: 'warning',
    managers: ['apk'],
    isMeant: (name) => tools.test(name),
    isUsed: isCompilerUsed,
    keeps: librariesOf,
    message: (names) => `${names}: what only a build needs stays in the image: \`apk add --virtual .build-deps\` and \`apk del .build-deps\` in the same RUN, or build in another stage`,
    fix: removeAfterUse,
});
