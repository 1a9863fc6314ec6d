/** Likely secrets in the environment, judged by names and addresses. Pure. */
import { isRecord, text } from '../base/json.ts';

const SECRET_NAME = /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|(?:_KEY|APIKEY|_PASS|_PWD|_PAT|CREDENTIALS)$/iu;

/** A shorter value (`test`, `true`) is as likely an ordinary word, which must not vanish from every report. */
const SHORTEST = 8;

/** `postgres://user:password@host/database` */
const URL_PASSWORD = /^(?:[a-z]+::)?[a-z][\w+.-]*:\/\/[^\s/?#:@]*:([^\s/?#]+)@/iu;

/** Values that Terraform may receive and print although nobody declared them secret. */
export function likelySecrets(all: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found = Object.entries(all).flatMap(([name, value = '']) => [
    ...(SECRET_NAME.test(name) ? secretsOf(name, value) : []),
    ...passwordIn(value),
  ]);
  return found.filter((value) => value.trim().length >= SHORTEST);
}

/** Credentials are often a file's path, or JSON, most of whose values (a project's name, addresses) are public. */
function secretsOf(name: string, value: string): readonly string[] {
  if (!/CREDENTIALS$/iu.test(name)) return [value];
  if (value.trimStart().startsWith('{')) return membersOf(value);
  return /^(?:\.{0,2}\/|[a-z]:\\)/iu.test(value) ? [] : [value];
}

function membersOf(json: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(json);
    if (!isRecord(value)) return [json];
    return Object.entries(value).flatMap(([key, member]) =>
      SECRET_NAME.test(key) && !/ur[il]$/iu.test(key) ? (text(member) ?? []) : [],
    );
  } catch {
    return [json];
  }
}

/** As encoded in the address, and decoded. */
function passwordIn(address: string): readonly string[] {
  const password = URL_PASSWORD.exec(address.trim())?.[1];
  if (password === undefined) return [];
  try {
    return [...new Set([password, decodeURIComponent(password)])];
  } catch {
    return [password];
  }
}
