/** Answers that are none: pages, what breaks off, and silence. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { listenOnLoopback, type LoopbackServer } from '../../loopback/http-server.ts';
import { openOctokit, viewerLogin } from '../../src/github/octokit.ts';

let server: LoopbackServer;
let answer: (response: ServerResponse, request: IncomingMessage) => void;
let requests: number;
let pauses: number[];
let ask: Readonly<Record<'REST' | 'GraphQL', () => Promise<unknown>>>;

beforeAll(async () => {
  server = await listenOnLoopback(
    createServer((request, response) => {
      requests += 1;
      request.resume();
      answer(response, request);
    }),
  );
  const wait = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const octokit = openOctokit(
    { apiUrl: server.url, token: 'ghs_job' },
    { wait, longestPause: 90, repeatsCreates: true },
    300,
  );
  ask = {
    REST: async () => (await octokit.rest.pulls.get({ owner: 'a', repo: 'b', pull_number: 1 })).data,
    GraphQL: () => viewerLogin(octokit),
  };
});
beforeEach(() => {
  requests = 0;
  pauses = [];
});
afterAll(() => server.close());

const json = { 'content-type': 'application/json; charset=utf-8' };
const good = JSON.stringify({ head: { sha: 'x' }, data: { viewer: { login: 'me' } } });

describe.each(['REST', 'GraphQL'] as const)('of a %s request', (kind) => {
  test.each([
    ['text/html; charset=utf-8', '<html>Sign in</html>'],
    ['text/plain', 'Sign in'],
    ['application/octet-stream', 'Sign in'],
    [undefined, ''],
  ])('an answer of type %s is an error that says so, at once', async (type, body) => {
    answer = (response) => response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(body);
    await expect(ask[kind]()).rejects.toThrow(
      `${new URL(server.url).host} answered with something other than JSON (${type ?? 'no type'}).`,
    );
    expect(requests).toBe(1);
  });

  test('a page with an error is told as such, and asked again when GitHub may be down', async () => {
    answer = (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Unicorn!</html>');
    const error = ask[kind]();
    await expect(error).rejects.toThrow("a web page, which is no answer of GitHub's API (status 502)");
    await expect(error).rejects.not.toThrow('Unicorn');
    expect(requests).toBe(3);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['nothing', () => undefined],
    [
      'a header and no body',
      (response) => {
        response.writeHead(200, json).flushHeaders();
      },
    ],
    ['half a body', (response) => void response.writeHead(200, json).write(good.slice(0, 10))],
  ])(
    '%s within the time is tried three times, and then an error',
    async (_, begin) => {
      answer = (response) => {
        begin(response);
      };
      await expect(ask[kind]()).rejects.toThrow(`${new URL(server.url).host} did not answer within 0.3 seconds.`);
      expect(requests).toBe(3);
      expect(pauses).toEqual([1000, 2000]);
    },
    5_000,
  );

  test('what breaks off is asked for again', async () => {
    answer = (response) => {
      if (requests === 1) response.writeHead(200, { ...json, 'content-length': 5 }).end(good.slice(0, 5));
      else response.writeHead(200, json).end(good);
    };
    await ask[kind]();
    expect(requests).toBe(2);
  });

  test('what comes late, but within the time, is taken', async () => {
    answer = (response) => void setTimeout(() => response.writeHead(200, json).end(good), 100);
    await ask[kind]();
    expect(requests).toBe(1);
  });
});

describe('where GraphQL does not name the account, as on some Enterprise Servers', () => {
  const unnamed = [
    { data: { viewer: null }, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] },
    { data: { viewer: null } },
  ];

  test.each(unnamed)("the job's own token is github-actions[bot], a person's is an error: %j", async (body) => {
    answer = (response) => response.writeHead(200, json).end(JSON.stringify(body));
    const long = `ghs_123456_${'eyJ0eXAi'.repeat(20)}.${'eyJpc3Mi'.repeat(30)}.${'c2ln_-'.repeat(15)}`;
    for (const token of ['ghs_job', 'v1.0123456789abcdef', long]) {
      await expect(viewerLogin(openOctokit({ apiUrl: server.url, token }))).resolves.toBe('github-actions[bot]');
    }
    const person = openOctokit({ apiUrl: server.url, token: 'ghp_ada' });
    await expect(viewerLogin(person)).rejects.toThrow('GitHub did not say who the token belongs to.');
  });
});
