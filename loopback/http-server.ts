/** The HTTP server below the loopback services: one function from call to answer. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';

/** A request, read to its end. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What goes back. An `undefined` body is an empty one. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** A server on an ephemeral port of 127.0.0.1. */
export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server. An error that `answer` throws becomes a 500 with the error's text, so that a test sees it. */
export async function startServer(answer: (call: Call) => Promise<Answer>): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    readCall(request)
      .then(answer)
      .catch((error: unknown): Answer => ({ status: 500, body: `loopback server: ${String(error)}` }))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  return listenOnLoopback(server);
}

/** Makes any server listen on an ephemeral port of 127.0.0.1. */
export async function listenOnLoopback(server: Server): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback server got no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
      // Clients keep connections open for reuse; close() alone would wait for them.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://127.0.0.1'),
    headers: request.headers,
    body,
  };
}
