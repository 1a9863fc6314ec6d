/** A git server over HTTP that wants a token, as GitHub does for a private repository. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import type { BareRepository } from './git-origin.ts';
import { listenOnLoopback, type LoopbackServer } from './http-server.ts';

export interface GitServer extends LoopbackServer {
  /** Where the repository is to be fetched from. */
  readonly repositoryUrl: string;
  /** How requests ended: the status of each, in their order. */
  readonly statuses: readonly number[];
}

/**
 * Serves an origin through git's own CGI program. Without the token it answers 401, and with two `Authorization` headers
 * 400, as GitHub does.
 *
 * @param token what has to come as the password of `x-access-token`
 */
export async function startGitServer(origin: BareRepository, token: string): Promise<GitServer> {
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const statuses: number[] = [];
  const server = await listenOnLoopback(
    createServer((request, response) => {
      response.once('close', () => statuses.push(response.statusCode));
      const given = request.rawHeaders.filter((_, index, all) => all[index - 1]?.toLowerCase() === 'authorization');
      if (given.length > 1) response.writeHead(400).end('Duplicate header: "Authorization"');
      else if (given[0]?.toLowerCase() !== expected.toLowerCase()) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="GitHub"' }).end();
      } else answerAsGit(dirname(origin.directory), request, response);
    }),
  );
  return {
    ...server,
    repositoryUrl: `${server.url}/${origin.directory.slice(dirname(origin.directory).length + 1)}`,
    statuses,
  };
}

/** The interface is CGI (RFC 3875; git-http-backend(1)). */
function answerAsGit(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const header = (name: string): string => String(request.headers[name] ?? '');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      GIT_PROTOCOL: header('git-protocol'),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdout.once('end', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const lines = output.toString('latin1', 0, end).split('\r\n');
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const status = Number(headers.get('Status')?.slice(0, 3) ?? '200');
    headers.delete('Status');
    response.writeHead(status, Object.fromEntries(headers)).end(output.subarray(end + 4));
  });
}
