import { UserError } from './errors.ts';
import type { Environment, Log } from './seams.ts';

/** Docker's programs never ask a proxy for these; Node would. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Sends what this process asks for, by fetch and otherwise, through the proxies of the environment, as docker's programs
 * and curl do: HTTPS_PROXY and HTTP_PROXY, but for the hosts of NO_PROXY. Names in small letters win.
 *
 * @returns what undoes it
 * @throws UserError where a variable names no proxy
 */
export function useProxies(environment: Environment, log: Log): () => void {
  const httpsProxy = proxyUrl('HTTPS_PROXY', environment);
  // Node takes HTTP_PROXY for HTTPS too where it stands alone, and it is HTTPS that everything beyond this machine has.
  if (httpsProxy === null) return () => undefined;
  // An import of the module would read all that it has, and so load Node's fetch, with a proxy or without.
  const http = process.getBuiltinModule('node:http');
  if (typeof http.setGlobalProxyFromEnv !== 'function') {
    log.warning(`HTTPS_PROXY is not used for registries: that takes Node 24.14, and this is ${process.version}`);
    return () => undefined;
  }
  const noProxy = (setting('NO_PROXY', environment) ?? '').split(/[\s,]+/);
  // Node knows the star alone only.
  if (noProxy.includes('*')) return () => undefined;
  const httpProxy = proxyUrl('HTTP_PROXY', environment);
  return http.setGlobalProxyFromEnv({
    https_proxy: httpsProxy,
    ...(httpProxy === null ? {} : { http_proxy: httpProxy }),
    no_proxy: [...noProxy, ...thisMachine].join(','),
  });
}

const setting = (name: string, environment: Environment): string | null =>
  environment[name.toLowerCase()] || environment[name] || null;

/** A proxy without a scheme is an HTTP one. */
function proxyUrl(name: string, environment: Environment): string | null {
  const value = setting(name, environment);
  if (value === null) return null;
  const url = URL.parse(value.includes('://') ? value : `http://${value}`);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  // It may hold a password.
  throw new UserError(`${name} names no proxy`, { hint: 'Write http://[USER:PASSWORD@]HOST[:PORT].' });
}
