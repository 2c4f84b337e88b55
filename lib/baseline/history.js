import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from "../errors.js";
import { succeed } from "./git.js";
/** HEAD's parents stand in the commit object itself, which a shallow clone has too. */
export async function readHead(clone) {
    const answer = await clone(['cat-file', '--batch'], Buffer.from('HEAD\n'));
    const text = succeed(answer, 'The commit that is checked out cannot be read').toString();
    const [, commit] = /^([0-9a-f]+) commit \d+\n/.exec(text) ?? [];
    if (commit === undefined)
        throw new UserError('No commit is checked out');
    const [header = ''] = text.split('\n\n', 1);
    const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent);
    return { commit, parents };
}
/** Asks each in turn until one knows. */
export function firstToKnow(histories) {
    const ask = async (question) => {
        for (const history of histories) {
            const answer = await question(history);
            if (answer !== null)
                return answer;
        }
        return null;
    };
    return {
        firstParents: (commit, count) => ask((history) => history.firstParents(commit, count)),
        mergeBase: (commit, ref) => ask((history) => history.mergeBase(commit, ref)),
    };
}
/** The user's clone, only read. A shallow one is asked nothing: where it ends is not where the history begins. */
export function cloneHistory(clone) {
    const whole = async () => (await line(clone, ['rev-parse', '--is-shallow-repository'])) === 'false';
    return {
        firstParents: async (commit, count) => ((await whole()) ? firstParentsIn(clone, commit, count) : null),
        mergeBase: async (commit, ref) => {
            if (!(await whole()))
                return null;
            for (const name of [`refs/remotes/origin/${ref}`, ref]) {
                const tip = await line(clone, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
                if (tip !== null)
                    return line(clone, ['merge-base', '--', commit, tip]);
            }
            return null;
        },
    };
}
/** How far back a merge base is looked for at first, and after that; the last one is git's "all of it". */
const depths = [50, 200, 1000, 0x7fffffff];
/** The remote's commits, fetched without trees into a repository of our own and only as far back as is asked. */
export function remoteHistory(repository) {
    const { address } = repository;
    const { directory, git } = repository.part('history');
    const fetch = async (depth, wanted) => {
        const options = ['--quiet', '--no-tags', '--filter=tree:0', `--depth=${depth}`];
        return found(await git(['fetch', ...options, 'origin', ...wanted]), address);
    };
    /** Below a merge base that was found, another path that the fetch cut off may lead to a nearer one. */
    const mayHideNearer = async (base, tips) => {
        const cuts = await shallowCommits(directory);
        const between = succeed(await git(['rev-list', ...tips, `^${base}`]), `The history of ${address} cannot be read`);
        return between
            .toString()
            .split('\n')
            .some((commit) => cuts.has(commit));
    };
    // Both go without a destination: git does not deepen a ref of ours that is up to date beside one that is not.
    const mergeBaseWith = async (commit, name) => {
        for (const depth of depths) {
            if (!(await fetch(depth, [name, commit])))
                return null;
            const tip = await line(git, ['rev-parse', 'FETCH_HEAD^{commit}']);
            const base = tip && (await line(git, ['merge-base', commit, tip]));
            if (tip && base && !(await mayHideNearer(base, [commit, tip])))
                return base;
        }
        return null;
    };
    const inTurn = queue();
    return {
        firstParents: (commit, count) => inTurn(async () => ((await fetch(count, [commit])) ? firstParentsIn(git, commit, count) : null)),
        mergeBase: (commit, ref) => inTurn(async () => {
            for (const name of fullNames(ref)) {
                const base = await mergeBaseWith(commit, name);
                if (base !== null)
                    return base;
            }
            return null;
        }),
    };
}
/** One at a time: fetches into one repository share FETCH_HEAD and where its history is cut off. */
function queue() {
    let last = Promise.resolve();
    return (work) => {
        const result = last.then(work);
        last = result.catch(() => undefined);
        return result;
    };
}
async function firstParentsIn(git, commit, count) {
    const list = await line(git, ['rev-list', '--first-parent', `--max-count=${count}`, '--end-of-options', commit]);
    return list?.split('\n') ?? null;
}
/** What git printed, trimmed; null where it failed or printed nothing. */
async function line(git, args) {
    const result = await git(args);
    return result.ok ? result.stdout.toString().trim() || null : null;
}
/** False where the remote does not have what was asked for; every other failure is an error. */
function found(result, address) {
    if (!result.ok && result.kind === 'missing-object')
        return false;
    succeed(result, `The history of ${address} cannot be fetched`);
    return true;
}
/** A branch first: that is what a pull request's base is. */
function fullNames(ref) {
    // Part of a refspec on a command line: no option, no second side, no pattern.
    if (ref === '' || ref.startsWith('-') || /[\s:*?[\\^~]|\.\.|@\{/.test(ref)) {
        throw new UserError(`"${ref}" is not the name of a branch, a tag or a commit.`, { hint: 'Check base-ref.' });
    }
    return ref.startsWith('refs/') || /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)
        ? [ref]
        : [`refs/heads/${ref}`, `refs/tags/${ref}`];
}
/** The commits whose parents were not fetched; https://git-scm.com/docs/shallow. */
async function shallowCommits(directory) {
    const text = await readFile(join(directory, 'shallow'), 'utf8').catch(() => '');
    return new Set(text.split('\n').filter(Boolean));
}
