/** What of the environment is a secret, as far as names can say. Pure. */

const SECRET_NAME = /TOKEN|SECRET|PASSWORD|_KEY$/iu;

/** A shorter value (`test`, `true`) is as likely an ordinary word, which must not vanish from every report. */
const SHORTEST = 8;

/** Values that Terraform may be given, and may print, though nobody has called them secret. */
export function likelySecrets(all: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(all).flatMap(([name, value = '']) =>
    SECRET_NAME.test(name) && value.trim().length >= SHORTEST ? [value] : [],
  );
}
