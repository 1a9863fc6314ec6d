/** JSON that Terraform prints for several leaves, as one text. Pure. */

export interface Printed {
  readonly leaf: string;
  readonly stdout: string;
}

/**
 * One object with the document of each leaf by its path, every byte of it as Terraform printed it: numbers keep their
 * digits. A leaf that printed no document has none.
 */
export function printedDocuments(all: readonly Printed[]): string {
  const entries = all.flatMap(({ leaf, stdout }) =>
    isJson(stdout) ? [`  ${JSON.stringify(leaf)}: ${stdout.trim().replaceAll('\n', '\n  ')}`] : [],
  );
  return entries.length === 0 ? '{}\n' : `{\n${entries.join(',\n')}\n}\n`;
}

/** Each object on a line of its own, with the leaf as its first property; other lines as they are. */
export function printedLines({ leaf, stdout }: Printed): string {
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => {
      if (!line.startsWith('{') || !isJson(line)) return `${line}\n`;
      const rest = line.slice(1);
      return `{"leaf":${JSON.stringify(leaf)}${rest.trim() === '}' ? '' : ','}${rest}\n`;
    })
    .join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
