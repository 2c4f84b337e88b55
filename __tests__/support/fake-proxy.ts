import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy on loopback that opens tunnels (RFC 9110, section 9.3.6), all of them to one address. */
export interface FakeProxy {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** What tunnels were asked for: `HOST:PORT`, and the proxy's own login behind it. */
  readonly tunnels: string[];
  close(): Promise<void>;
}

/** @param target the port on loopback to which every tunnel leads; null: all are refused */
export async function openFakeProxy(target: number | null): Promise<FakeProxy> {
  const tunnels: string[] = [];
  const server = createServer((_request, response) => response.writeHead(400).end());
  server.on('connect', ({ url = '', headers }, client, head) => {
    tunnels.push([url, headers['proxy-authorization'] ?? []].flat().join(' '));
    client.on('error', () => undefined);
    if (target === null) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    tunnels,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
