import { type GitHubApi, startGitHubApi } from './github-api.ts';

const repository = 'octo/app';
const comments = '/repos/octo/app/issues/7/comments';
const pull = { number: 7, head: { sha: 'a'.repeat(40), ref: 'feature' }, base: { sha: 'b'.repeat(40), ref: 'main' } };

describe('the API server on loopback', () => {
  let api: GitHubApi;

  beforeEach(async () => {
    api = await startGitHubApi({
      repository,
      pulls: [pull],
      tokens: {
        writer: { kind: 'installation', login: 'github-actions[bot]', pullRequests: 'write' },
        reader: { kind: 'installation', login: 'github-actions[bot]', pullRequests: 'read' },
        person: { kind: 'user', login: 'mona', pullRequests: 'write' },
      },
    });
  });

  afterEach(() => api.close());

  const call = async (token: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${api.url}${path}`, {
      method,
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, link: response.headers.get('link'), json: text === '' ? null : JSON.parse(text) };
  };

  it('gives answers that fit the description, for every operation it knows', async () => {
    const created = await call('writer', 'POST', comments, { body: 'hello' });
    const path = `/repos/octo/app/issues/comments/${created.json.id}`;
    const statuses = [
      created.status,
      (await call('writer', 'PATCH', path, { body: 'hello again' })).status,
      (await call('writer', 'GET', comments)).status,
      (await call('writer', 'GET', '/repos/octo/app/pulls/7')).status,
      (await call('person', 'GET', '/user')).status,
      (await call('writer', 'GET', '/user')).status,
      (await call('reader', 'PATCH', path, { body: 'no' })).status,
      (await call('reader', 'POST', comments, { body: 'no' })).status,
      (await call('writer', 'POST', comments, { body: 'x'.repeat(65_537) })).status,
      (await call('writer', 'GET', '/repos/octo/app/pulls/8')).status,
      (await call('stranger', 'GET', '/user')).status,
      (await call('writer', 'DELETE', path)).status,
    ];
    expect(statuses).toEqual([201, 200, 200, 200, 200, 403, 403, 403, 422, 404, 401, 204]);
    expect(api.violations).toEqual([]);
    expect(api.comments()).toEqual([]);
  });

  it.each([
    ['an unknown path', 'GET', '/repos/octo/app/labels', undefined, 404, 'not an operation'],
    ['an unknown property', 'POST', comments, { body: 'a', text: 'b' }, 400, 'additional properties'],
    ['a missing property', 'POST', comments, {}, 400, "must have required property 'body'"],
    ['a wrong type', 'POST', comments, { body: 1 }, 400, 'must be string'],
    ['no body', 'POST', comments, undefined, 400, 'no body'],
    ['an unknown query parameter', 'GET', `${comments}?size=3`, undefined, 400, 'additional properties'],
    ['a number that is none', 'GET', '/repos/octo/app/issues/seven/comments', undefined, 400, 'must be integer'],
  ])('records %s', async (_, method, path, body, status, violation) => {
    expect((await call('writer', method, path, body)).status).toBe(status);
    expect(api.violations).toHaveLength(1);
    expect(api.violations[0]).toContain(violation);
  });

  it('pages comments and links to the next page', async () => {
    for (let index = 0; index < 5; index += 1) {
      api.addComment(7, 'mona', `comment ${index}`);
    }
    const second = await call('writer', 'GET', `${comments}?per_page=2&page=2`);
    expect(second.json.map(({ body }: { body: string }) => body)).toEqual(['comment 2', 'comment 3']);
    expect(second.link).toContain(`<${api.url}${comments}?per_page=2&page=3>; rel="next"`);
    const third = await call('writer', 'GET', `${comments}?per_page=2&page=3`);
    expect(third.json).toHaveLength(1);
    expect(third.link).not.toContain('next');
  });
});
