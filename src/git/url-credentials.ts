/** User names and passwords in the URLs that git and Terraform print. Pure. */

/** How far after `://` a user name and password are searched for. */
const LONGEST_USER_INFO = 4096;

/**
 * Removes user names and passwords from URLs in a text. A password that was not encoded may contain `@`, `/`, quotes
 * and blanks; in doubt, too much of the URL is removed.
 */
export function withoutCredentials(text: string): string {
  const pieces: string[] = [];
  let shown = 0;
  for (let colon = text.indexOf('://'); colon >= 0; colon = text.indexOf('://', colon + 3)) {
    const start = colon + 3;
    if (start < shown || !/[a-z0-9+.-]/iu.test(text.charAt(colon - 1))) continue;
    const next = text.indexOf('://', start);
    const end =
      start + userInfoLength(text.slice(start, Math.min(next < 0 ? text.length : next, start + LONGEST_USER_INFO)));
    if (end === start) continue;
    pieces.push(text.slice(shown, start));
    shown = end;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(shown);
}

/** @param rest the text after `://`, at most up to the next URL */
function userInfoLength(rest: string): number {
  const line = /^[^\r\n]*/u.exec(rest)?.[0] ?? '';
  const word = /^[^\s"'`<>]*/u.exec(line)?.[0] ?? '';
  const authority = /^[^/?#]*/u.exec(word)?.[0] ?? '';
  if (!authority.includes('@') && !hasPassword(authority, line, word)) return 0;
  if (!authority.includes(':')) return authority.lastIndexOf('@') + 1;
  const inWord = word.lastIndexOf('@') + 1;
  if (inWord > 0 && isHost(word.slice(inWord))) return inWord;
  // The password continues after a blank or a quote.
  const more = line.indexOf('@', Math.max(inWord, word.length));
  if (more < 0) return inWord;
  const last = /^[^\s"'`<>]*/u.exec(line.slice(more))?.[0] ?? '';
  return more + last.lastIndexOf('@') + 1;
}

/** Whether it is `user:password` rather than `host:port`; a password may begin with what ends an authority or a word. */
function hasPassword(authority: string, line: string, word: string): boolean {
  const [, before, behind = ''] = /^([^:]*):(.*)$/u.exec(authority) ?? [];
  if (before === undefined) return false;
  if (!/^\d*$/u.test(behind)) return true;
  if (!isHost(before)) return behind === '' ? line.includes('@') : word.includes('@');
  // `first.last:12/34@host`: a user's name with a dot looks like a host.
  const at = word.lastIndexOf('@');
  return at >= 0 && behind === '' && isHost(word.slice(at + 1));
}

function isHost(text: string): boolean {
  return /^(?:\[[0-9a-f:.]+\]|localhost|[\w-]+(?:\.[\w-]+)+)(?:[:/?#,;.)]|$)/iu.test(text);
}
