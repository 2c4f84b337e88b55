import { failureThreshold, lintLevel } from '../model/lint.ts';
import { durationSyntax, limitsSyntax, shareSyntax, sizeSyntax } from '../units.ts';

/**
 * Every option, once. action.yml, the schema of the configuration file, the flags of the command line, `--help`, the
 * README's tables and the messages about wrong values are all made from this table.
 */

/** Where an option can be given. */
export type Place = 'input' | 'file' | 'flag';

export type Group = 'Build' | 'Image' | 'Budgets' | 'Lint' | 'Comparison' | 'Report' | 'Setup';

/** What a text or a list entry must look like; `allowed` completes "must be …". */
export interface Format {
  readonly pattern: RegExp;
  readonly allowed: string;
}

interface Common {
  readonly group: Group;
  /** One sentence. */
  readonly description: string;
  /** How `--help` names the value. */
  readonly placeholder?: string;
  /** The flag's name where it is not the option's own: docker's, for what docker knows. The option's works too. */
  readonly flag?: string;
  /** Why the option is refused in a place. */
  readonly refused?: Readonly<Partial<Record<Place, string>>>;
  /** What holds where the option is not given, in words: for the documentation. */
  readonly fallback?: string;
  /** Values may be secret: no message shows them. */
  readonly sensitive?: true;
}

export type Option = Common &
  (
    | { readonly type: 'text'; readonly format: Format; readonly default?: string }
    | {
        readonly type: 'list';
        readonly format: Format;
        /** What separates entries in one text, beside line ends; see `parseList`. */
        readonly separator: 'line' | 'comma';
        readonly maxEntries?: { readonly count: number; readonly why: string };
      }
    | { readonly type: 'boolean'; readonly default?: true }
    | { readonly type: 'choice'; readonly choices: readonly string[]; readonly default?: string }
    | { readonly type: 'size' }
    | { readonly type: 'limits' }
    | { readonly type: 'duration' }
    | { readonly type: 'share' }
    | { readonly type: 'count'; readonly maximum: number }
  );

/** A leading `-` is refused wherever the text ends up as a word of a command line. */
const path: Format = {
  pattern: /^[^\p{Cc}\s-][^\p{Cc}]*$/u,
  allowed: 'a path or URL on one line (write ./-name for a name that starts with "-")',
};
const pair = (key: string, value: string): Format => ({
  pattern: /^[^\p{Cc}\s=-][^\p{Cc}=]*=[^\p{Cc}]+$/u,
  allowed: `${key}=${value}`,
});
const word: Format = {
  pattern: /^[A-Za-z0-9][\w.-]{0,127}$/u,
  allowed: 'letters, digits, ".", "_" and "-", a letter or digit first',
};
const name: Format = {
  pattern: /^(?=.{1,128}$)[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/u,
  allowed: 'at most 128 letters, digits, ".", "_", "-" and "/", each part with a letter or digit first',
};
const cache: Format = {
  pattern: path.pattern,
  allowed: 'a cache such as user/app:cache or type=registry,ref=user/app:cache',
};
/** A reference as distribution's grammar has it, without a digest. */
const tag: Format = {
  pattern:
    /^(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?$/u,
  allowed: 'an image name with an optional registry and tag, such as ghcr.io/owner/app:1.2 (in small letters)',
};

const committed =
  'a secret does not belong in a file that is committed: give it as an input, from the secrets of GitHub';
const noComment = 'a terminal writes no comment';

export const options = {
  context: {
    type: 'text',
    group: 'Build',
    description: 'Folder or URL that the build takes its files from.',
    placeholder: 'DIR|URL',
    format: path,
    default: '.',
  },
  file: {
    type: 'text',
    group: 'Build',
    description: 'Path of the Dockerfile.',
    placeholder: 'PATH',
    format: path,
    fallback: '`<context>/Dockerfile`',
  },
  target: {
    type: 'text',
    group: 'Build',
    description: 'Stage to build.',
    placeholder: 'STAGE',
    format: word,
    fallback: 'the last stage',
  },
  'build-args': {
    type: 'list',
    group: 'Build',
    description: 'Build arguments; a name alone takes its value from the environment.',
    placeholder: 'NAME[=VALUE]',
    flag: 'build-arg',
    format: { pattern: /^[A-Za-z_][\w.-]*(?:=[\s\S]*)?$/u, allowed: 'NAME=value or NAME' },
    separator: 'line',
    sensitive: true,
  },
  'build-contexts': {
    type: 'list',
    group: 'Build',
    description: 'Additional build contexts.',
    placeholder: 'NAME=PATH|URL',
    flag: 'build-context',
    format: pair('name', 'path or URL'),
    separator: 'line',
  },
  secrets: {
    type: 'list',
    group: 'Build',
    description: 'Secrets for the build, each `id=value`; a value of several lines stands in double quotes.',
    format: { pattern: /^[^\s=,]+=[\s\S]+$/u, allowed: 'id=value (a value of several lines stands in double quotes)' },
    separator: 'line',
    sensitive: true,
    flag: 'secret',
    refused: {
      file: committed,
      flag: 'every process on the machine can read a command line: use --secret-env or --secret-file',
    },
  },
  'secret-envs': {
    type: 'list',
    group: 'Build',
    description: 'Secrets for the build from environment variables.',
    placeholder: 'ID=VARIABLE',
    flag: 'secret-env',
    format: { pattern: /^[^\s=,]+=[A-Za-z_]\w*$/u, allowed: 'id=NAME_OF_VARIABLE' },
    separator: 'comma',
  },
  'secret-files': {
    type: 'list',
    group: 'Build',
    description: 'Secrets for the build from files.',
    placeholder: 'ID=PATH',
    flag: 'secret-file',
    format: { pattern: /^[^\s=,]+=[^\p{Cc}]+$/u, allowed: 'id=path' },
    separator: 'line',
  },
  ssh: {
    type: 'list',
    group: 'Build',
    description: 'SSH agent sockets or keys for the build.',
    placeholder: 'default|ID[=PATH]',
    format: { pattern: /^\w[\w.-]*(?:=[^\p{Cc}]+)?$/u, allowed: 'default, id or id=path' },
    separator: 'comma',
  },
  builder: {
    type: 'text',
    group: 'Build',
    description: 'Builder instance of buildx.',
    placeholder: 'NAME',
    format: word,
    fallback: 'the current one',
  },
  'cache-from': {
    type: 'list',
    group: 'Build',
    description: 'Caches to read.',
    placeholder: 'CACHE',
    format: cache,
    separator: 'line',
  },
  'cache-to': {
    type: 'list',
    group: 'Build',
    description: 'Caches to write.',
    placeholder: 'CACHE',
    format: cache,
    separator: 'line',
  },
  tags: {
    type: 'list',
    group: 'Build',
    description: 'Names for the built image.',
    placeholder: 'NAME:TAG',
    flag: 'tag',
    format: tag,
    separator: 'comma',
    fallback: 'none: the image is removed after it was measured',
  },
  labels: {
    type: 'list',
    group: 'Build',
    description: 'Labels for the built image.',
    placeholder: 'NAME=VALUE',
    flag: 'label',
    format: { pattern: /^[^\s=-][^\p{Cc}=]*(?:=[\s\S]*)?$/u, allowed: 'name=value' },
    separator: 'line',
  },
  load: { type: 'boolean', group: 'Build', description: 'Load the built image into the engine, whatever the builder.' },
  push: { type: 'boolean', group: 'Build', description: 'Push the built image by its tags, whatever the verdict.' },
  pull: { type: 'boolean', group: 'Build', description: 'Look for newer versions of the base images.' },
  'no-cache': { type: 'boolean', group: 'Build', description: 'Build without the cache.' },
  network: {
    type: 'choice',
    group: 'Build',
    description: 'Network of the RUN instructions.',
    choices: ['default', 'none', 'host'],
    fallback: "the builder's",
  },
  'add-hosts': {
    type: 'list',
    group: 'Build',
    description: 'Additional lines for /etc/hosts during the build.',
    placeholder: 'HOST:ADDRESS',
    flag: 'add-host',
    format: { pattern: /^[A-Za-z0-9_][\w.-]*[:=][\w.:[\]-]+$/u, allowed: 'host:address, such as docker:10.180.0.1' },
    separator: 'comma',
  },
  allow: {
    type: 'list',
    group: 'Build',
    description: 'Entitlements of the build.',
    placeholder: 'ENTITLEMENT',
    format: {
      pattern: /^[a-z]+(?:\.[a-z]+)*(?:=[^\p{Cc}]+)?$/u,
      allowed: 'an entitlement such as network.host or security.insecure',
    },
    separator: 'comma',
  },
  ulimit: {
    type: 'list',
    group: 'Build',
    description: 'Limits of the RUN instructions.',
    placeholder: 'TYPE=SOFT[:HARD]',
    format: { pattern: /^[a-z]+=-?\d+(?::-?\d+)?$/u, allowed: 'type=soft or type=soft:hard, such as nofile=1024:1024' },
    separator: 'line',
  },
  'shm-size': {
    type: 'text',
    group: 'Build',
    description: 'Size of /dev/shm for the RUN instructions.',
    placeholder: 'SIZE',
    format: {
      pattern: /^\d+(?:\.\d+)? ?(?:[bB]|[kKmMgG](?:[iI]?[bB])?)?$/u,
      allowed: "a size in docker's notation, such as 64m or 2g",
    },
    fallback: "the builder's",
  },
  platforms: {
    type: 'list',
    group: 'Build',
    description: 'Platform to build for, or to take of an image that has several; one for now.',
    placeholder: 'OS/ARCH',
    flag: 'platform',
    format: {
      pattern: /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/u,
      allowed: 'os/architecture[/variant], such as linux/amd64',
    },
    separator: 'comma',
    maxEntries: { count: 1, why: 'one image of one platform is measured: use a job for each platform' },
    fallback: "the builder's; of an image the only one, else this machine's",
  },
  image: {
    type: 'text',
    group: 'Image',
    description:
      'Image to measure instead of building one: a name in the engine or a registry, or docker-archive:PATH, oci-archive:PATH, oci-dir:PATH.',
    placeholder: 'SOURCE',
    format: { pattern: /^[^\p{Cc}\s-][^\p{Cc}]*$/u, allowed: 'an image such as app:latest or oci-archive:app.tar' },
    fallback: 'none: the image is built',
  },
  name: {
    type: 'text',
    group: 'Image',
    description: 'Name of the image in the report and in the baseline.',
    placeholder: 'NAME',
    format: name,
    fallback: "the repository's, with the folder, file and target that tell its images apart",
  },
  'max-size': {
    type: 'size',
    group: 'Budgets',
    description: 'Largest size that passes, such as `300MB` (1000²) or `286MiB` (1024²).',
    fallback: 'no limit',
  },
  'max-increase': {
    type: 'limits',
    group: 'Budgets',
    description: 'Largest growth over the baseline that passes: `5%`, `20MB` or both as `5%, 20MB`.',
    fallback: 'no limit',
  },
  counts: {
    type: 'choice',
    group: 'Budgets',
    description:
      'What `max-increase` counts: `yours`, the growth that the commit made, or `all`, with what the base image and newer packages brought.',
    choices: ['yours', 'all'],
    default: 'yours',
  },
  'max-waste': {
    type: 'limits',
    group: 'Budgets',
    description:
      'Most bytes that later layers may hide, such as deleted files: `20MB`, `5%` of the image or both as `5%, 20MB`.',
    fallback: 'no limit',
  },
  'max-layers': {
    type: 'count',
    group: 'Budgets',
    description: 'Largest number of layers that passes, those of the base image too.',
    maximum: 9999,
    fallback: 'no limit',
  },
  'max-build-time': {
    type: 'duration',
    group: 'Budgets',
    description: 'Longest time that the build may take, such as `90s`, `10m` or `1h30m`.',
    fallback: 'no limit',
  },
  'min-cached-steps': {
    type: 'share',
    group: 'Budgets',
    description:
      'Smallest part of the build steps (instructions but FROM) that must come from the cache, such as `80%`.',
    fallback: 'no limit',
  },
  metric: {
    type: 'choice',
    group: 'Budgets',
    description: 'What the limits hold: bytes of the files (`disk`) or of the compressed layers (`download`).',
    choices: ['disk', 'download'],
    default: 'disk',
  },
  lint: {
    type: 'choice',
    group: 'Lint',
    description:
      'What findings in the Dockerfile are for: `report` tells them, `warn` and `fail` make them part of the verdict, `off` looks for none.',
    choices: lintLevel.options,
    default: 'report',
  },
  'failure-threshold': {
    type: 'choice',
    group: 'Lint',
    description: 'Least severity of a finding that warns or fails, as hadolint names it.',
    choices: failureThreshold.options,
    fallback: "`.hadolint.yaml`'s, else `warning`",
  },
  'lint-min-price': {
    type: 'size',
    group: 'Lint',
    description: 'Disk size below which a finding that is about size is dust: not told, and no part of the verdict.',
    fallback: '`100kB`',
  },
  'lint-max-layer-size': {
    type: 'size',
    group: 'Lint',
    description: 'Largest size on disk that the layer of an instruction may have without being a finding.',
    fallback: 'no limit',
  },
  'lint-rules': {
    type: 'list',
    group: 'Lint',
    description:
      'Rules to switch on or, with a `-` before them, off: names, or codes of other linters, such as `healthcheck-missing, -DL3009`.',
    placeholder: '[-]RULE',
    format: { pattern: /^-?[A-Za-z][\w-]{0,79}$/u, allowed: 'the name of a rule, or -name to switch it off' },
    separator: 'comma',
    fallback: 'the rules that are on by default',
  },
  'base-lookup': {
    type: 'boolean',
    group: 'Lint',
    description:
      'Ask registries, beside the build, what the base image and smaller ones take to download: it prices findings about the base.',
    default: true,
  },
  filter: {
    type: 'choice',
    group: 'Lint',
    description:
      'Findings to annotate on a pull request: those on lines that it changes, or `all`; the report has all of them.',
    choices: ['changed-lines', 'all'],
    default: 'changed-lines',
    refused: { flag: 'a terminal annotates nothing' },
  },
  'base-ref': {
    type: 'text',
    group: 'Comparison',
    description: 'Branch, tag or commit to compare with.',
    placeholder: 'REF',
    // git-check-ref-format(1), as far as it keeps a name apart from an option, a range or a refspec.
    format: {
      pattern: /^(?!.*(?:\.\.|@\{|\/\/|\.lock$|\/$|\.$))[^\p{Cc}\s~^:?*[\\/-][^\p{Cc}\s~^:?*[\\]*$/u,
      allowed: 'the name of a branch or tag, or a commit',
    },
    fallback: 'what was built upon: the parent of a merge commit, else the merge base',
  },
  comment: {
    type: 'choice',
    group: 'Report',
    description: 'When a pull request gets its comment; one that is there is always kept up to date.',
    choices: ['always', 'on-change', 'on-failure', 'never'],
    default: 'on-change',
    refused: { flag: noComment },
  },
  'comment-key': {
    type: 'text',
    group: 'Report',
    description: 'Tells the comments of several gates on one pull request apart.',
    format: name,
    fallback: "the image's name",
    refused: { flag: noComment },
  },
  suggestions: {
    type: 'boolean',
    group: 'Report',
    description:
      'Suggest safe fixes of lint findings on the lines that a pull request changes, to be committed by a click.',
    refused: { flag: noComment },
  },
  'report-file': {
    type: 'text',
    group: 'Report',
    description: 'Where to write the report as JSON (schema/report-v1.json).',
    placeholder: 'PATH',
    format: path,
    fallback: 'not written',
  },
  'html-file': {
    type: 'text',
    group: 'Report',
    description: 'Where to write the report as one HTML page, with a map of every file in the image.',
    placeholder: 'PATH',
    flag: 'html',
    format: path,
    fallback: 'not written',
  },
  'sarif-file': {
    type: 'text',
    group: 'Report',
    description: 'Where to write the findings as SARIF 2.1.0, for code scanning and editors.',
    placeholder: 'PATH',
    flag: 'sarif',
    format: path,
    fallback: 'not written',
  },
  'badge-file': {
    type: 'text',
    group: 'Report',
    description: 'Where to write size, change and verdict as the JSON of a shields.io endpoint badge.',
    placeholder: 'PATH',
    flag: 'badge',
    format: path,
    fallback: 'not written',
  },
  'github-token': {
    type: 'text',
    group: 'Setup',
    description: 'Token for the comment, and for the baseline where the checkout keeps no credentials.',
    format: { pattern: /^[\x21-\x7e]+$/u, allowed: 'a token on one line, without white space' },
    fallback: "the job's token",
    sensitive: true,
    refused: { file: committed, flag: "a terminal uses git's own credentials" },
  },
  'max-unpacked': {
    type: 'size',
    group: 'Setup',
    description: 'Size that a layer may unpack to; a larger one is taken for an attack and refused.',
    fallback: '`64GiB`',
  },
  'working-directory': {
    type: 'text',
    group: 'Setup',
    description: 'Folder that all paths are relative to.',
    placeholder: 'DIR',
    format: path,
    default: '.',
    refused: { file: 'the file itself is looked for there' },
  },
  'config-file': {
    type: 'text',
    group: 'Setup',
    description: 'File with any of these options (schema/config-v1.json); an input wins over the file.',
    placeholder: 'PATH',
    format: path,
    default: '.github/image-size.yml',
    refused: { file: 'a file cannot name another' },
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** The options of one type. */
export type OptionOf<T extends Option['type']> = {
  [N in OptionName]: (typeof options)[N]['type'] extends T ? N : never;
}[OptionName];

export const optionNames = Object.keys(options).filter(isOptionName);

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** The option by its general type. */
export function optionOf(name: OptionName): Option {
  return options[name];
}

export function isAllowedIn(place: Place, name: OptionName): boolean {
  return optionOf(name).refused?.[place] === undefined;
}

/** The names of an option's flag, the documented one first. */
export function flagsOf(name: OptionName): readonly string[] {
  const { flag } = optionOf(name);
  return flag === undefined ? [name] : [flag, name];
}

/** What a value of the option must be, in words that complete "must be …". */
export function allowedValues(option: Option): string {
  switch (option.type) {
    case 'text':
    case 'list':
      return option.format.allowed;
    case 'boolean':
      return 'true or false';
    case 'choice':
      return `one of ${option.choices.join(', ')}`;
    case 'size':
      return sizeSyntax;
    case 'limits':
      return limitsSyntax;
    case 'duration':
      return durationSyntax;
    case 'share':
      return shareSyntax;
    case 'count':
      return `a whole number from 1 to ${option.maximum}`;
  }
}

/** The action's outputs; what is not known is the empty text. */
export const outputs = {
  verdict: '`pass`, `warn`, `fail` or `accepted`.',
  size: 'Disk size in bytes: what the files of all layers take.',
  'download-size': 'Download size in bytes: what the compressed layers take; empty where it is not known.',
  'baseline-size': 'Size of the baseline in bytes, by `metric`; empty without a baseline.',
  'delta-bytes': 'Growth over the baseline in bytes, by `metric`; empty without a baseline.',
  'delta-percent': 'Growth over the baseline in percent, by `metric`; empty without a baseline.',
  'baseline-sha': 'Commit that the baseline was measured at; empty without a baseline.',
  'baseline-kind': 'How the baseline was found: `exact`, `ancestor`, `rebuilt`, `reference`, `file` or `none`.',
  'report-json':
    'The report as JSON (schema/report-v1.json); empty where it is too large for an output: use `report-file`.',
  'comment-url': 'URL of the pull-request comment; empty where there is none.',
} as const;
