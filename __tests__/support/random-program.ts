/** Terraform programs that spell a known text at random: what such a text leads to must be found however it is spelled. */

/** Writes an expression that gives the text, with so many more spellings inside of it at most. */
export type Spelling = (text: string, depth: number) => string;

/** Numbers from 0 to 1 from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** One program among others in a folder: its index keeps its names apart from theirs. */
export class RandomProgram {
  /** What it puts into `var.config`. */
  readonly config: Record<string, string> = {};
  /** Top-level blocks. */
  readonly blocks: string[] = [];
  readonly random: () => number;
  /** Spellings that are taken everywhere, for the source of a module in any version. */
  readonly plain: readonly Spelling[] = [
    (text, depth) => `(${this.spell(text, depth)})`,
    (text, depth) => {
      const [a, b] = this.cut(text);
      return `"${this.escaped(a)}\${${this.spell(b, depth)}}"`;
    },
    (text, depth) => {
      const [a, b] = this.cut(text);
      return `"\${${this.spell(a, depth)}}\${${this.spell(b, depth)}}"`;
    },
  ];
  /** Spellings with functions and references. */
  readonly computed: readonly Spelling[] = [
    (text, depth) => {
      const local = this.name();
      this.blocks.push(`locals {\n  ${local} = ${this.spell(text, depth)}\n}\n`);
      return `local.${local}`;
    },
    (text) => {
      const key = this.name();
      this.config[key] = text;
      return this.pick([`var.config.${key}`, `var.config["${key}"]`]);
    },
    (text, depth) => `join("", [${this.spellParts(this.cut(text), depth)}])`,
    (text, depth) => `format("%s%v", ${this.spellParts(this.cut(text), depth)})`,
    (text, depth) => `trimprefix(${this.spell(`x${text}`, depth)}, "x")`,
    (text, depth) => `replace(${this.spell(text.replaceAll('/', '@'), depth)}, "@", "/")`,
    (text, depth) => `replace(${this.spell(text.replaceAll('..', '@'), depth)}, "@", "..")`,
    (text) => `base64decode("${Buffer.from(text).toString('base64')}")`,
    (text, depth) => `(length("x") == 1 ? ${this.spell(text, depth)} : "./never")`,
    (text, depth) => `{ a = ${this.spell(text, depth)} }.a`,
    (text, depth) => `[${this.spell(text, depth)}][0]`,
    (text, depth) => `lower(${this.spell(text.toUpperCase(), depth)})`,
  ];
  private readonly index: number;
  private spellings: readonly Spelling[] = this.plain;
  private names = 0;

  constructor(index: number, random: () => number) {
    this.index = index;
    this.random = random;
  }

  /** Spells with these from now on. */
  use(spellings: readonly Spelling[]): void {
    this.spellings = spellings;
  }

  spell(text: string, depth: number): string {
    // Marks that are taken out again must be the only ones.
    const isMarked = /[@ ]|_x_|-/u.test(text);
    return depth <= 0 || this.random() < 0.15 || isMarked
      ? this.quoted(text)
      : this.pick(this.spellings)(text, depth - 1);
  }

  spellParts(parts: readonly string[], depth: number): string {
    return parts.map((part) => this.spell(part, depth)).join(', ');
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.random() * choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** A name that no other program has. */
  name(): string {
    return `n${this.index}_${(this.names += 1)}`;
  }

  cut(text: string): readonly [string, string] {
    const at = Math.floor(this.random() * (text.length + 1));
    return [text.slice(0, at), text.slice(at)];
  }

  quoted(text: string): string {
    return `"${this.random() < 0.5 ? JSON.stringify(text).slice(1, -1) : this.escaped(text)}"`;
  }

  escaped(text: string): string {
    return Array.from(text, (char) => {
      if (this.random() < 0.7 || char === '\n') return JSON.stringify(char).slice(1, -1);
      const code = char.charCodeAt(0).toString(16);
      return this.random() < 0.5 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
    }).join('');
  }
}
