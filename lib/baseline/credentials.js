/**
 * What actions/checkout left for `url` in the user's clone, else the token, else nothing.
 *
 * git itself is asked, since checkout writes the header into `.git/config` (v4) or into a file that this includes (v5
 * and later). Only http(s) takes headers.
 */
export async function findCredential(clone, url, token) {
    if (!/^https?:\/\//i.test(url))
        return { headers: [], secrets: [] };
    const configured = await clone(['config', '--get-urlmatch', 'http.extraheader', url]);
    const left = configured.ok ? configured.stdout.toString().trim() : '';
    const headers = left === '' ? [] : [left];
    if (!headers.some(isAuthorization) && token !== null)
        headers.push(tokenHeader(token));
    return { headers, secrets: [...(token === null ? [] : [token]), ...headers.flatMap(secretsOf)] };
}
/** GitHub takes any user name beside a token, Forgejo and Gitea too; this is the one that checkout writes. */
function tokenHeader(token) {
    return `Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}
function isAuthorization(header) {
    return /^authorization:/i.test(header);
}
function secretsOf(header) {
    const value = header.slice(header.indexOf(':') + 1).trim();
    const encoded = /^basic (\S+)$/i.exec(value)?.[1];
    if (encoded === undefined)
        return [value, value.split(' ').at(-1) ?? value];
    const decoded = Buffer.from(encoded, 'base64').toString();
    return [encoded, decoded, decoded.slice(decoded.indexOf(':') + 1)];
}
