/** Paths that code names: what file functions open, and what providers and programs may take for a path. Pure. */
import { asksForTop, known, mayClimb, NOTHING, SPECIAL, type Part, type PathValue, type Text } from './path-text.ts';

/** A path that something reads. */
export interface NamedPath {
  /** From the repository root, `..` not resolved yet. */
  readonly path: string;
  /** Whether it is the whole path; otherwise everything counts that begins with it. */
  readonly complete: boolean;
  /** Whether the content becomes a text in the code. */
  readonly isText: boolean;
  /** What a template is given. */
  readonly given: PathValue;
  readonly at: Place;
}

/** Where an expression stands that may lead anywhere. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** The expression, cut to one line. */
  readonly text: string;
}

/** Collects paths. A short list of forms provably stays inside of a folder; everything else may lead anywhere. */
export class NamedPaths {
  /** Whether single lines or values of files become texts. */
  takesContentApart = false;
  private readonly root: string;
  private readonly named = new Map<string, NamedPath>();
  private readonly absolutePaths = new Set<string>();
  private firstAnywhere: Place | undefined;

  /** @param root the composition's folder, which is Terraform's working directory */
  constructor(root: string) {
    this.root = root;
  }

  get paths(): readonly NamedPath[] {
    return [...this.named.values()];
  }

  /** A file counts whose path is the end of one of these. */
  get absolute(): readonly string[] {
    return [...this.absolutePaths];
  }

  /** The first expression that may lead anywhere. */
  get anywhere(): Place | undefined {
    return this.firstAnywhere;
  }

  mayLeadAnywhere(place: Place): void {
    this.firstAnywhere ??= place;
  }

  /** A file function opens a path. */
  open(value: PathValue, at: Place, isText: boolean, given: PathValue): void {
    // Where there is no text at all, it could not be followed.
    if (value.anything !== undefined || value.texts.length === 0) this.mayLeadAnywhere(at);
    for (const text of value.texts) {
      const [first] = text;
      const whole = known(text);
      if (whole !== undefined && /^[/~]/u.test(whole)) this.addAbsolute(whole, at);
      else if (
        first !== undefined &&
        (typeof first === 'string' ? !/^[/~]/u.test(first) : /^(?:folder|name)$/u.test(first.unknown))
      ) {
        this.add(text, this.root, isText, at, given);
      } else if (first !== undefined) this.mayLeadAnywhere(at);
    }
  }

  /**
   * A provider or a program is given a text, which it may take for a path.
   *
   * @param folder of the module that hands it out
   */
  handOut(value: PathValue, folder: string, at: Place): void {
    if (value.anything !== undefined) this.mayLeadAnywhere({ ...at, text: value.anything });
    for (const text of value.texts) {
      const whole = known(text);
      const start = text.findIndex((part) => typeof part !== 'string' && part.unknown === 'folder');
      if (whole !== undefined && /^[/~]/u.test(whole)) this.addAbsolute(whole, at);
      if (asksForTop(text)) this.mayLeadAnywhere(at);
      if (start >= 0) this.add(text.slice(start), this.root, false, at);
      else if (mayClimb(text)) {
        // Where it is read decides whether it begins there or in the module.
        for (const from of new Set([this.root, folder])) this.add(text, from, false, at);
      } else if (typeof text[0] === 'string' && text[0].startsWith('/') && SPECIAL.test(text[0]))
        this.mayLeadAnywhere(at);
      // Any other text stays inside of the composition, which counts as a whole. Only this file is not in its source.
      else if (mayMeanVariablesFile(text)) this.addWorkingDirectory(at);
      // Tests count only if something names them.
      if (start < 0 && mayNameTests(text))
        for (const from of new Set([this.root, folder])) this.add(text, from, false, at);
    }
  }

  /** The variables' file lies there. */
  addWorkingDirectory(at: Place): void {
    this.add([], this.root, false, at);
  }

  private addAbsolute(path: string, at: Place): void {
    if ((path.startsWith('/') && SPECIAL.test(path)) || mayClimb([path])) this.mayLeadAnywhere(at);
    else this.absolutePaths.add(path);
  }

  /** A relative path, or one from a folder: its known beginning is what counts. */
  private add(text: Text, from: string, isText: boolean, at: Place, given = NOTHING): void {
    const [first, ...others] = text;
    const isFolder = typeof first === 'object' && first.unknown === 'folder';
    const base = isFolder ? first.folder : from;
    const rest = isFolder ? others : text;
    const dynamicAt = rest.findIndex((part) => typeof part !== 'string');
    const literal = rest[0] !== undefined && typeof rest[0] === 'string' ? rest[0] : '';
    const later = dynamicAt < 0 ? [] : rest.slice(dynamicAt);
    // The part that is not known may go on within a name, but not climb, and nothing before it may be a command.
    const isPlain = /^[^\s"'`=:;|&<>(){}[\]$\\%*?]*$/u.test(literal);
    const startsStep = !isFolder || rest.length === 0 || literal.startsWith('/');
    const climbs = mayClimb(
      [literal === '' ? '' : literal.replace(/[^/]*$/u, ''), ...later].filter((part) => part !== ''),
    );
    const ends = /[^/]*$/u.exec(literal)?.[0] ?? '';
    const tail: Text = ends === '' ? later : [ends, ...later];
    const nested = later.some((part) => typeof part !== 'string' && part.unknown === 'folder');
    if (
      !startsStep ||
      nested ||
      mayClimb(later) ||
      (later.length > 0 && mayClimb(tail)) ||
      (!isPlain && (climbs || mayClimb([literal])))
    ) {
      this.mayLeadAnywhere(at);
      return;
    }
    const path = `${base}/${isFolder ? literal.replace(/^\/+/u, '') : literal}`;
    const complete = later.length === 0 && isPlain;
    const named: NamedPath = { path, complete, isText, given, at };
    this.named.set(JSON.stringify([path, complete, isText, given]), named);
  }
}

/** Whether a text may name a file of tests, or a folder of them. */
function mayNameTests(text: Text): boolean {
  return text.some((part) => typeof part === 'string' && /\btests?\b|tftest|tofutest|tfquery|tfmock/u.test(part));
}

/** Whether a text that does not climb may mean the working directory, or the variables' file in it. */
function mayMeanVariablesFile(text: Text): boolean {
  const literal = text.filter((part) => typeof part === 'string').join('');
  if (literal.includes('tfvars')) return true;
  const isRest = (part: Part): boolean => typeof part === 'string' || /^(?:loose|dot|content)$/u.test(part.unknown);
  return /^\.(?:\/+\.?)*$/u.test(literal) && text.every(isRest);
}
