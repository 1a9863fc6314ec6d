/** A download over HTTPS through a proxy, from a server whose certificate only the user's own authority vouches for. */
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { listenOnLoopback } from '../../loopback/http-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';

afterAll(removeTemporaryDirectories);

const HOST = 'releases.example.test';
const own = fileURLToPath(new URL('../..', import.meta.url));

test('HTTPS goes through the proxy as a tunnel, and NODE_EXTRA_CA_CERTS counts', async () => {
  const folder = temporaryDirectory('tls');
  const made = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const names = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...made, ...names], {
    stdio: 'ignore',
  });
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder, name)));
  const server = createTlsServer({ key, cert }, (request, response) => response.end(`signed ${request.url ?? ''}`));
  const release = await listenOnLoopback(server);
  const tunnels: string[] = [];
  const proxy = await listenOnLoopback(
    createServer().on('connect', (request: IncomingMessage, socket: Duplex) => {
      tunnels.push(request.url ?? '');
      const upstream = connect(Number(new URL(release.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    }),
  );
  const code = `import { download } from '${own}/src/terraform/install/download.ts';
    console.log(await download('https://${HOST}/x', 1000, []).then(String, (error) => 'failed: ' + error.message));`;
  const run = async (more: Readonly<Record<string, string>>): Promise<string> => {
    const env = { PATH: process.env['PATH'] ?? '', https_proxy: proxy.url, ...more };
    const args = ['--import', 'tsx', '--input-type=module', '-e', code];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: own, env });
    return stdout.trim();
  };
  try {
    expect(await run({ NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') })).toBe('signed /x');
    expect(tunnels).toEqual([`${HOST}:443`]);
    expect(await run({})).toMatch(/^failed: releases\.example\.test: self-signed certificate/u);
  } finally {
    await Promise.all([release.close(), proxy.close()]);
  }
}, 60_000);
