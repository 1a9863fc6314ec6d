/** What an issuer's host may answer without keeping a job for long, or filling its memory. */
import { afterEach, expect, test } from '@jest/globals';
import { createServer, type ServerResponse } from 'node:http';
import { listenOnLoopback, type LoopbackServer } from '../../loopback/http-server.ts';
import { getJson } from '../../src/oidc/http.ts';

const servers: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server that answers as it likes, and how often it was asked. */
async function serve(answer: (response: ServerResponse) => void) {
  let asked = 0;
  const server = await listenOnLoopback(
    createServer((_, response) => {
      asked += 1;
      answer(response);
    }),
  );
  servers.push(server);
  return { url: server.url, asked: () => asked };
}

/** Writes a byte now and then for as long as somebody listens. */
function trickle(write: () => void, response: ServerResponse): void {
  const timer = setInterval(write, 50);
  response.on('close', () => {
    clearInterval(timer);
  });
}

test('an answer that never ends is given up, however often a byte of it comes', async () => {
  const { url, asked } = await serve((response) => {
    response.writeHead(200);
    trickle(() => response.write(' '), response);
  });
  await expect(getJson(url, {}, 500)).rejects.toThrow(`${url}: no answer within 0.5 seconds`);
  expect(asked()).toBe(3);
});

test('so are headers that never end', async () => {
  const { url } = await serve((response) => {
    response.socket?.write('HTTP/1.1 200 OK\r\n');
    trickle(() => response.socket?.write('x: y\r\n'), response);
  });
  await expect(getJson(url, {}, 500)).rejects.toThrow('no answer within 0.5 seconds');
});

test('an answer without end is read no further than a key set can be long', async () => {
  const block = ' '.repeat(65_536);
  let written = 0;
  const { url } = await serve((response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(block)) written += block.length;
    };
    response.writeHead(200).on('drain', more);
    more();
  });
  await expect(getJson(url, {})).rejects.toThrow(`${url}: the answer has more than 1000000 bytes`);
  expect(written).toBeLessThan(50_000_000);
});

test('one that comes late, in pieces, is whole', async () => {
  const { url } = await serve((response) => {
    response.writeHead(200).write('{"keys":');
    setTimeout(() => response.end('["ü"]}'), 100);
  });
  expect(await getJson(url, {})).toEqual({ keys: ['ü'] });
});
