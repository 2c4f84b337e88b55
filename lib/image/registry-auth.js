import * as z from 'zod';
import { UserError } from "../errors.js";
import { readBody, send } from "./http.js";
import { isLoopback } from "./reference.js";
import { basicValue } from "./registry-credentials.js";
/** The challenges of a `WWW-Authenticate` header, which may hold several in a row. */
export function parseChallenges(header) {
    const challenges = [];
    const token = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([A-Za-z][\w-]*)/g;
    for (const [, name, quoted, plain, scheme] of header.matchAll(token)) {
        if (scheme !== undefined)
            challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        else if (name !== undefined) {
            const value = quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1');
            challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
        }
    }
    return challenges;
}
const maxTokenAnswerBytes = 1024 * 1024;
/**
 * The `Authorization` header that answers a 401: `Basic`, or `Bearer` with a token from the server that the challenge
 * names (distribution, "Token Authentication Specification"). Null where nothing can be answered.
 */
export async function authorize(header, login, seams) {
    const challenges = parseChallenges(header);
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    const credential = await login.credential();
    if (credential.kind === 'registry-token')
        return bearerHeader(credential.token);
    if (bearer !== undefined)
        return bearerHeader(await fetchToken(bearer, login, credential, seams));
    const isBasic = challenges.some(({ scheme }) => scheme === 'basic');
    return isBasic && credential.kind === 'password' ? basicHeader(credential) : null;
}
const basicHeader = ({ username, password }) => `Basic ${basicValue(username, password)}`;
function bearerHeader(token) {
    // Anything else would not pass as a header, and its error would quote the token.
    if (!/^[\x21-\x7e]+$/.test(token))
        throw new UserError('The registry gave a token that is none');
    return `Bearer ${token}`;
}
async function fetchToken({ parameters }, { registry, repository }, credential, seams) {
    const request = tokenRequest(realmOf(parameters, registry), parameters.get('service') ?? null, repository, credential);
    const name = `The answer of ${new URL(request.url).host}`;
    const response = await send(request, seams);
    const body = await readBody(response, maxTokenAnswerBytes, name);
    if (!response.ok) {
        throw new UserError(`${registry} gave no access to ${repository}: its login answered ${response.status}`, {
            hint: credential.kind === 'none' ? loginHint(registry) : `Log in again: docker login ${registry}.`,
        });
    }
    const token = tokenIn(body);
    if (token === null)
        throw new UserError(`${name} holds no token`);
    seams.log.secret(token);
    return token;
}
export const loginHint = (registry) => `Is the name right? For an image that is not public, log in first: docker login ${registry}.`;
/** Passwords go over TLS, or stay on this machine. */
function realmOf(parameters, registry) {
    const realm = parameters.get('realm') ?? '';
    const url = URL.parse(realm);
    if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
        return url;
    throw new UserError(`${registry} sends logins to ${JSON.stringify(realm)}, which is no HTTPS URL`);
}
function tokenRequest(realm, service, repository, credential) {
    const scope = `repository:${repository}:pull`;
    const query = { ...(service === null ? {} : { service }), scope };
    if (credential.kind === 'identity-token') {
        const grant = { grant_type: 'refresh_token', refresh_token: credential.token, client_id: 'image-size-gate' };
        return { url: realm.href, headers: {}, body: new URLSearchParams({ ...grant, ...query }) };
    }
    for (const [name, value] of Object.entries(query))
        realm.searchParams.set(name, value);
    return { url: realm.href, headers: credential.kind === 'password' ? { Authorization: basicHeader(credential) } : {} };
}
const tokenAnswer = z.object({ token: z.string().optional(), access_token: z.string().optional() });
/** `token`, or `access_token` as OAuth 2 has it; null where there is neither. What is wrong with it is not quoted. */
function tokenIn(body) {
    try {
        const { token, access_token: accessToken } = tokenAnswer.parse(JSON.parse(body.toString()));
        return token || accessToken || null;
    }
    catch {
        return null;
    }
}
