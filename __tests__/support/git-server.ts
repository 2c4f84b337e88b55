import { execFile, spawn } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

/**
 * A forge's git over HTTP on loopback: `git http-backend` as CGI behind Basic authentication. As on GitHub and Forgejo,
 * a wrong password is refused even where anyone may read, and a push without write access is a 403 that says so.
 */

export interface GitServerOptions {
  /** Holds the repositories and is left alone by `close`; without it a temporary folder is used and removed. */
  readonly root?: string;
  readonly users: readonly { readonly name: string; readonly password: string; readonly write: boolean }[];
  /** May anyone read? Default: no. */
  readonly anonymousRead?: boolean;
  /** Answers in the server's place where it returns something: for outages. */
  readonly intercept?: (request: GitRequest) => GitAnswer | null;
}

export interface GitAnswer {
  readonly status: number;
  readonly body: string;
}

export interface GitRequest {
  readonly method: string;
  readonly url: string;
  readonly service: 'git-upload-pack' | 'git-receive-pack' | null;
  readonly user: string | null;
  /** The depth that a fetch asks for. */
  readonly depth: number | null;
}

export interface GitServer {
  readonly requests: GitRequest[];
  url(repository: string): string;
  path(repository: string): string;
  /** An empty bare repository whose HEAD is `main`; returns its folder. */
  createRepository(repository: string): Promise<string>;
  close(): Promise<void>;
}

const run = promisify(execFile);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

function serviceOf(url: string): GitRequest['service'] {
  if (url.includes('git-receive-pack')) return 'git-receive-pack';
  return url.includes('git-upload-pack') ? 'git-upload-pack' : null;
}

/** Protocol v2's `deepen N` in a pkt-line: four hexadecimal digits of length, themselves included, then the text. */
function depthOf(body: Buffer): number | null {
  const [, length = '', digits = ''] = /([0-9a-f]{4})deepen (\d+)/.exec(body.toString('latin1')) ?? [];
  return length === '' ? null : Number(digits.slice(0, Number.parseInt(length, 16) - '0000deepen '.length));
}

function credentialsOf(request: IncomingMessage): { name: string; password: string } | null {
  const encoded = /^basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return { name, password: password.join(':') };
}

/** The answer that bars the way, or the user's name (null: anonymous). */
function authorize(
  options: GitServerOptions,
  service: GitRequest['service'],
  credentials: ReturnType<typeof credentialsOf>,
): GitAnswer | { user: string | null } {
  if (credentials === null) {
    const open = options.anonymousRead === true && service !== 'git-receive-pack';
    return open ? { user: null } : { status: 401, body: 'Authentication required' };
  }
  const user = options.users.find(
    ({ name, password }) => name === credentials.name && password === credentials.password,
  );
  if (user === undefined) return { status: 401, body: 'Invalid username or token.' };
  if (service === 'git-receive-pack' && !user.write) {
    return { status: 403, body: 'Write access to repository not granted.' };
  }
  return { user: user.name };
}

/** RFC 3875: headers, an empty line, the body. */
function parseCgi(output: Buffer): { status: number; headers: [string, string][]; body: Buffer } {
  const end = output.indexOf('\r\n\r\n');
  const headers = output
    .subarray(0, end)
    .toString()
    .split('\r\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  const status = headers.find(([name]) => name === 'Status')?.[1];
  return {
    status: status === undefined ? 200 : Number.parseInt(status, 10),
    headers: headers.filter(([name]) => name !== 'Status'),
    body: output.subarray(end + 4),
  };
}

async function httpBackend(
  root: string,
  request: IncomingMessage,
  body: Buffer,
  user: string | null,
): Promise<ReturnType<typeof parseCgi>> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROTOCOL: request.headers['git-protocol']?.toString(),
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      CONTENT_LENGTH: String(body.length),
      REMOTE_ADDR: '127.0.0.1',
      REMOTE_USER: user ?? undefined,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A backend that answers before it has read everything closes its end: that is no error of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  return parseCgi(Buffer.concat(chunks));
}

export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'git-server-')));
  const requests: GitRequest[] = [];

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const url = request.url ?? '/';
    const service = serviceOf(url);
    const credentials = credentialsOf(request);
    const received: GitRequest = {
      method: request.method ?? '',
      url,
      service,
      user: credentials?.name ?? null,
      depth: service === 'git-upload-pack' ? depthOf(body) : null,
    };
    requests.push(received);

    const access = options.intercept?.(received) ?? authorize(options, service, credentials);
    if ('status' in access) {
      const challenge = access.status === 401 ? { 'WWW-Authenticate': 'Basic realm="git"' } : {};
      response.writeHead(access.status, { 'Content-Type': 'text/plain', ...challenge }).end(access.body);
      return;
    }
    const answer = await httpBackend(root, request, body, access.user);
    response.writeHead(answer.status, answer.headers.flat()).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const path = (repository: string) => join(root, `${repository}.git`);
  return {
    requests,
    path,
    url: (repository) => `http://127.0.0.1:${port}/${repository}.git`,
    createRepository: async (repository) => {
      const folder = path(repository);
      await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
      const settings = '[uploadpack]\nallowFilter\nallowAnySHA1InWant\n[http]\nreceivepack\n';
      await appendFile(join(folder, 'config'), settings);
      return folder;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (options.root === undefined) await rm(root, { recursive: true, force: true });
    },
  };
}
