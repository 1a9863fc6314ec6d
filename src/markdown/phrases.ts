/** Numbers and lists in English, and a sentence that reports share. */

/** `1,234`, with the noun that goes with it: `1 leaf`, `2 leaves`. */
export function count(number: number, one?: string, many?: string): string {
  // Not `toLocaleString`: its output depends on the machine.
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const noun = number === 1 ? one : many;
  return noun === undefined ? digits : `${digits} ${noun}`;
}

/** The first `most` of them joined by commas, and how many more there are. */
export function firstFew(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} +${count(items.length - most)} more` : shown;
}

/** `3 values masked`; empty for none. */
export function maskedValues({ masked = 0 }: { readonly masked?: number | undefined }): string {
  return masked === 0 ? '' : count(masked, 'value masked', 'values masked');
}

/** How many leaves are left out because they do not use the configuration that differs; empty for none. */
export function leftOut(unused: number): string {
  if (unused === 0) return '';
  return `${count(unused, 'leaf sees', 'leaves see')} a change of configuration without using it, and ${unused === 1 ? 'is' : 'are'} left out.`;
}
