import { errorText } from "../errors.js";
/** The commits that open pull requests start from; null where the forge does not say. */
export async function openPullRequestBases(octokit, { owner, repo }, log) {
    try {
        const pulls = await octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: 'open', per_page: 100 });
        return new Set(pulls.map(({ base }) => base.sha));
    }
    catch (error) {
        log.debug(`The open pull requests cannot be listed: ${errorText(error)}`);
        return null;
    }
}
