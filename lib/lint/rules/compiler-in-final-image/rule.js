import { isCompilerUsed, librariesOf } from "../../build-packages.js";
import { unneededPackages } from "../../unneeded.js";
import { removeAfterUse } from "../../unneeded-fixes.js";
/** Debian's compilers and what goes with them; a Java or Go program's toolkit may be what runs it. */
const tools = /^(?:build-essential|(?:gcc|g\+\+|cpp|gfortran|clang|llvm)(?:-[\d.]+)?|make|cmake|ninja-build|meson|autoconf|automake|libtool|pkg-config|pkgconf|nasm|yasm|bison|flex|rustc|cargo|golang(?:-go|-[\d.]+)?|dpkg-dev|.*-dev)$/;
export const compilerInFinalImage = unneededPackages({
    name: 'compiler-in-final-image',
    aliases: [],
    severity: 'warning',
    managers: ['dpkg'],
    isMeant: (name) => tools.test(name),
    isUsed: isCompilerUsed,
    keeps: librariesOf,
    message: (names) => `${names}: what only a build needs stays in the image: compile in another stage and copy what comes out, or remove it in the same RUN`,
    fix: removeAfterUse,
});
