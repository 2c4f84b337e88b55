import type { Rule } from '../rule.ts';
import { addInsteadOfCopy } from './add-instead-of-copy/rule.ts';
import { apkBuildDepsLeftBehind } from './apk-build-deps-left-behind/rule.ts';
import { apkCacheLeftBehind } from './apk-cache-left-behind/rule.ts';
import { aptArchivesLeftBehind } from './apt-archives-left-behind/rule.ts';
import { aptListsLeftBehind } from './apt-lists-left-behind/rule.ts';
import { aptRecommendsInstalled } from './apt-recommends-installed/rule.ts';
import { archiveCopiedThenExtracted } from './archive-copied-then-extracted/rule.ts';
import { baseTagFloating } from './base-tag-floating/rule.ts';
import { cacheMountAvailable } from './cache-mount-available/rule.ts';
import { chmodDuplicatesFiles } from './chmod-duplicates-files/rule.ts';
import { chownDuplicatesFiles } from './chown-duplicates-files/rule.ts';
import { compilerInFinalImage } from './compiler-in-final-image/rule.ts';
import { composerDevDependencies } from './composer-dev-dependencies/rule.ts';
import { condaCacheLeftBehind } from './conda-cache-left-behind/rule.ts';
import { consecutiveRuns } from './consecutive-runs/rule.ts';
import { copiedWheelsNeverFreed } from './copied-wheels-never-freed/rule.ts';
import { copiesEntireFilesystem } from './copies-entire-filesystem/rule.ts';
import { copiesWholeUsrLocal } from './copies-whole-usr-local/rule.ts';
import { copyAllBeforeInstall } from './copy-all-before-install/rule.ts';
import { debugToolInFinalImage } from './debug-tool-in-final-image/rule.ts';
import { deletedInLaterLayer } from './deleted-in-later-layer/rule.ts';
import { devDependenciesPython } from './dev-dependencies-python/rule.ts';
import { dockerCliOrGosuInImage } from './docker-cli-or-gosu-in-image/rule.ts';
import { dockerignoreIncomplete } from './dockerignore-incomplete/rule.ts';
import { dockerignoreMissing } from './dockerignore-missing/rule.ts';
import { downloadedArchiveLeftBehind } from './downloaded-archive-left-behind/rule.ts';
import { duplicateContent } from './duplicate-content/rule.ts';
import { duplicateHttpClients } from './duplicate-http-clients/rule.ts';
import { fileOverwrittenByLaterLayer } from './file-overwritten-by-later-layer/rule.ts';
import { fullLanguageBase } from './full-language-base/rule.ts';
import { gemCacheOrDocsLeftBehind } from './gem-cache-or-docs-left-behind/rule.ts';
import { goCargoMavenCachesLeftBehind } from './go-cargo-maven-caches-left-behind/rule.ts';
import { guiLibrariesInServerImage } from './gui-libraries-in-server-image/rule.ts';
import { healthcheckMissing } from './healthcheck-missing/rule.ts';
import { hostNodeModulesOrVenvCopied } from './host-node-modules-or-venv-copied/rule.ts';
import { largeFileCopied } from './large-file-copied/rule.ts';
import { layerExceedsBudget } from './layer-exceeds-budget/rule.ts';
import { licenseTextBundlesShipped } from './license-text-bundles-shipped/rule.ts';
import { logFilesShipped } from './log-files-shipped/rule.ts';
import { nodePackageNeverImported } from './node-package-never-imported/rule.ts';
import { npmCacheLeftBehind } from './npm-cache-left-behind/rule.ts';
import { npmDevDependenciesInstalled } from './npm-dev-dependencies-installed/rule.ts';
import { opencvGuiBuild } from './opencv-gui-build/rule.ts';
import { packageUpgradeInImage } from './package-upgrade-in-image/rule.ts';
import { pipCacheLeftBehind } from './pip-cache-left-behind/rule.ts';
import { poetryOrBuildFrontendLeft } from './poetry-or-build-frontend-left/rule.ts';
import { pythonBytecodeShipped } from './python-bytecode-shipped/rule.ts';
import { pythonPackageNeverImported } from './python-package-never-imported/rule.ts';
import { runsAsRoot } from './runs-as-root/rule.ts';
import { sharedLibraryNeverLinked } from './shared-library-never-linked/rule.ts';
import { singleStageWithBuildTools } from './single-stage-with-build-tools/rule.ts';
import { smallerBaseAvailable } from './smaller-base-available/rule.ts';
import { sourceMapsShipped } from './source-maps-shipped/rule.ts';
import { sparseLastlog } from './sparse-lastlog/rule.ts';
import { stageBuiltButUnused } from './stage-built-but-unused/rule.ts';
import { tempOrSourceDirsLeftBehind } from './temp-or-source-dirs-left-behind/rule.ts';
import { testsAndDocsInsidePackages } from './tests-and-docs-inside-packages/rule.ts';
import { unpinnedPackages } from './unpinned-packages/rule.ts';
import { uvCacheLeftBehind } from './uv-cache-left-behind/rule.ts';
import { vcsOrDownloaderInFinalImage } from './vcs-or-downloader-in-final-image/rule.ts';
import { yarnPnpmBunCacheLeftBehind } from './yarn-pnpm-bun-cache-left-behind/rule.ts';
import { yumDnfZypperCacheLeftBehind } from './yum-dnf-zypper-cache-left-behind/rule.ts';

/** The more specific rule first: it gets the bytes that two rules claim. */
export const rules: readonly Rule[] = [
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
  guiLibrariesInServerImage,
  sharedLibraryNeverLinked,
  pythonPackageNeverImported,
  nodePackageNeverImported,
  duplicateHttpClients,
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
  singleStageWithBuildTools,
  largeFileCopied,
  copiesWholeUsrLocal,
  copiesEntireFilesystem,
  deletedInLaterLayer,
  consecutiveRuns,
  fileOverwrittenByLaterLayer,
  duplicateContent,
  fullLanguageBase,
  smallerBaseAvailable,
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
  layerExceedsBudget,
];
