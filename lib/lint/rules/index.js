import { addInsteadOfCopy } from "./add-instead-of-copy/rule.js";
import { apkBuildDepsLeftBehind } from "./apk-build-deps-left-behind/rule.js";
import { apkCacheLeftBehind } from "./apk-cache-left-behind/rule.js";
import { aptArchivesLeftBehind } from "./apt-archives-left-behind/rule.js";
import { aptListsLeftBehind } from "./apt-lists-left-behind/rule.js";
import { aptRecommendsInstalled } from "./apt-recommends-installed/rule.js";
import { archiveCopiedThenExtracted } from "./archive-copied-then-extracted/rule.js";
import { baseTagFloating } from "./base-tag-floating/rule.js";
import { cacheMountAvailable } from "./cache-mount-available/rule.js";
import { chmodDuplicatesFiles } from "./chmod-duplicates-files/rule.js";
import { chownDuplicatesFiles } from "./chown-duplicates-files/rule.js";
import { compilerInFinalImage } from "./compiler-in-final-image/rule.js";
import { composerDevDependencies } from "./composer-dev-dependencies/rule.js";
import { condaCacheLeftBehind } from "./conda-cache-left-behind/rule.js";
import { consecutiveRuns } from "./consecutive-runs/rule.js";
import { copiedWheelsNeverFreed } from "./copied-wheels-never-freed/rule.js";
import { copiesEntireFilesystem } from "./copies-entire-filesystem/rule.js";
import { copiesWholeUsrLocal } from "./copies-whole-usr-local/rule.js";
import { copyAllBeforeInstall } from "./copy-all-before-install/rule.js";
import { debugToolInFinalImage } from "./debug-tool-in-final-image/rule.js";
import { deletedInLaterLayer } from "./deleted-in-later-layer/rule.js";
import { devDependenciesPython } from "./dev-dependencies-python/rule.js";
import { dockerCliOrGosuInImage } from "./docker-cli-or-gosu-in-image/rule.js";
import { dockerignoreIncomplete } from "./dockerignore-incomplete/rule.js";
import { dockerignoreMissing } from "./dockerignore-missing/rule.js";
import { downloadedArchiveLeftBehind } from "./downloaded-archive-left-behind/rule.js";
import { duplicateContent } from "./duplicate-content/rule.js";
import { fileOverwrittenByLaterLayer } from "./file-overwritten-by-later-layer/rule.js";
import { gemCacheOrDocsLeftBehind } from "./gem-cache-or-docs-left-behind/rule.js";
import { goCargoMavenCachesLeftBehind } from "./go-cargo-maven-caches-left-behind/rule.js";
import { healthcheckMissing } from "./healthcheck-missing/rule.js";
import { hostNodeModulesOrVenvCopied } from "./host-node-modules-or-venv-copied/rule.js";
import { largeFileCopied } from "./large-file-copied/rule.js";
import { licenseTextBundlesShipped } from "./license-text-bundles-shipped/rule.js";
import { logFilesShipped } from "./log-files-shipped/rule.js";
import { npmCacheLeftBehind } from "./npm-cache-left-behind/rule.js";
import { npmDevDependenciesInstalled } from "./npm-dev-dependencies-installed/rule.js";
import { opencvGuiBuild } from "./opencv-gui-build/rule.js";
import { packageUpgradeInImage } from "./package-upgrade-in-image/rule.js";
import { pipCacheLeftBehind } from "./pip-cache-left-behind/rule.js";
import { poetryOrBuildFrontendLeft } from "./poetry-or-build-frontend-left/rule.js";
import { pythonBytecodeShipped } from "./python-bytecode-shipped/rule.js";
import { runsAsRoot } from "./runs-as-root/rule.js";
import { sourceMapsShipped } from "./source-maps-shipped/rule.js";
import { sparseLastlog } from "./sparse-lastlog/rule.js";
import { stageBuiltButUnused } from "./stage-built-but-unused/rule.js";
import { tempOrSourceDirsLeftBehind } from "./temp-or-source-dirs-left-behind/rule.js";
import { testsAndDocsInsidePackages } from "./tests-and-docs-inside-packages/rule.js";
import { unpinnedPackages } from "./unpinned-packages/rule.js";
import { uvCacheLeftBehind } from "./uv-cache-left-behind/rule.js";
import { vcsOrDownloaderInFinalImage } from "./vcs-or-downloader-in-final-image/rule.js";
import { yarnPnpmBunCacheLeftBehind } from "./yarn-pnpm-bun-cache-left-behind/rule.js";
import { yumDnfZypperCacheLeftBehind } from "./yum-dnf-zypper-cache-left-behind/rule.js";
/** The more specific rule first: it gets the bytes that two rules claim. */
export const rules = [
    aptArchivesLeftBehind,
    aptListsLeftBehind,
    apkCacheLeftBehind,
    yumDnfZypperCacheLeftBehind,
    uvCacheLeftBehind,
    condaCacheLeftBehind,
    npmCacheLeftBehind,
    yarnPnpmBunCacheLeftBehind,
    gemCacheOrDocsLeftBehind,
    goCargoMavenCachesLeftBehind,
    pipCacheLeftBehind,
    compilerInFinalImage,
    apkBuildDepsLeftBehind,
    vcsOrDownloaderInFinalImage,
    dockerCliOrGosuInImage,
    poetryOrBuildFrontendLeft,
    devDependenciesPython,
    npmDevDependenciesInstalled,
    composerDevDependencies,
    debugToolInFinalImage,
    packageUpgradeInImage,
    opencvGuiBuild,
    aptRecommendsInstalled,
    downloadedArchiveLeftBehind,
    archiveCopiedThenExtracted,
    sparseLastlog,
    chownDuplicatesFiles,
    chmodDuplicatesFiles,
    copiedWheelsNeverFreed,
    hostNodeModulesOrVenvCopied,
    dockerignoreMissing,
    dockerignoreIncomplete,
    largeFileCopied,
    copiesWholeUsrLocal,
    copiesEntireFilesystem,
    deletedInLaterLayer,
    consecutiveRuns,
    fileOverwrittenByLaterLayer,
    duplicateContent,
    baseTagFloating,
    copyAllBeforeInstall,
    addInsteadOfCopy,
    runsAsRoot,
    stageBuiltButUnused,
    unpinnedPackages,
    cacheMountAvailable,
    healthcheckMissing,
    tempOrSourceDirsLeftBehind,
    logFilesShipped,
    sourceMapsShipped,
    licenseTextBundlesShipped,
    testsAndDocsInsidePackages,
    pythonBytecodeShipped,
];
