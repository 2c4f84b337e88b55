import { isDust, isMoreThanDust } from "../report/dust.js";
/** Whether a report is worth a first comment. One that exists is kept up to date under every policy but `never`. */
export function deservesComment(policy, report) {
    switch (policy) {
        case 'always':
            return true;
        case 'on-change':
            return report.verdict !== 'pass' || report.images.some((image) => hasNews(image, report.metric));
        case 'on-failure':
            return report.verdict === 'fail' || report.verdict === 'accepted';
        case 'never':
            return false;
    }
}
/**
 * A missing baseline and an unknown size are news: nobody can say that nothing changed. That the same files weigh some
 * bytes more or less to download is none.
 */
function hasNews({ delta, changes }, metric) {
    if (delta === null)
        return true;
    const isNews = (size) => (metric === 'disk' ? size.diskBytes !== 0 : isMoreThanDust(size));
    return isNews(delta) || changes.some((change) => isNews(change.delta) && !isDust(change, metric));
}
