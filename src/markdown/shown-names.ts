/** Short names of leaves as markdown. */
import { utf8Length } from './bytes.ts';
import { AND } from './counts.ts';
import { code } from './escaping.ts';
import { fitting } from './fit.ts';
import { commonPlace, nameInWords, type LeafName, type LeafNames } from './leaf-names.ts';
import { count, firstFew } from './phrases.ts';

/** A leaf's name, and its place if it needs one: `**vpc** · dev / dev1`, each as inline code. */
export function shownName(name: LeafName): string {
  return `**${code(name.name, 80)}**${name.place.length > 0 ? `${AND}${placeCode(name)}` : ''}`;
}

/** The name of one leaf, or of several that have the same: `**vpc** · 5 leaves in dev`. */
export function shownGroup(leaves: readonly LeafName[]): string {
  const [first] = leaves;
  if (first === undefined || leaves.length === 1) return first === undefined ? '' : shownName(first);
  const place = commonPlace(leaves);
  const where = place.length === 0 ? '' : ` in ${code(place.join(' / '), 60)}`;
  return `**${code(first.name, 80)}**${AND}${count(leaves.length)} leaves${where}`;
}

/** The place alone, as inline code; the name if there is none. */
export function placeCode(name: LeafName): string {
  return code(placeInWords(name), 160);
}

/** The same as plain text. */
export function placeInWords(name: LeafName): string {
  return name.place.length > 0 ? name.place.join(' / ') : nameInWords(name);
}

/** What short names leave out: the leaves' paths with `*` for what differs. Empty without leaves. */
export function patternsOf({ patterns }: LeafNames): string {
  const shown = patterns.slice(0, 4).map((pattern) => code(pattern, 240));
  return patterns.length === 0 ? '' : `Leaves: ${firstFew(shown, 3)}`;
}

/** Bytes of the names of a group's leaves. */
const PLACES = 8_000;

/** The places of leaves with one name, as a sentence. */
export function placesOf(leaves: readonly string[], names: LeafNames, fullReport: string): string {
  const places = leaves.map((leaf) => placeCode(names.of(leaf)));
  const shown = fitting(
    places.map((place) => utf8Length(place) + 2),
    PLACES,
  );
  const more = places.length - shown;
  return `In ${places.slice(0, shown).join(', ')}${more > 0 ? ` and ${count(more)} more in the ${fullReport}` : ''}`;
}
