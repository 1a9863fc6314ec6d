/** Reads streams from outside, which may never end. */

/**
 * The text of a whole stream, as UTF-8.
 *
 * @param what it is, for the message: `the answer`
 * @throws Error once there are more than this many bytes
 */
export async function boundedText(stream: AsyncIterable<Buffer>, most: number, what: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw new Error(`${what} has more than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
