/** Pages of the GraphQL API. */

const largestPage = 100;

/** A failure of one field: the answer has `null` there and goes on. */
export class FieldError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = 'FieldError';
    this.type = type;
  }
}

/** Which part of a list is asked for. */
export interface Page {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/**
 * A connection over objects in the order of their ids, with cursors that stay good while objects come and go.
 *
 * @param name the field, for GitHub's messages
 */
export function connection<Item extends { readonly id: number }>(
  name: string,
  all: readonly Item[],
  given: Page,
  toNode: (item: Item) => unknown,
): unknown {
  const [after, before] = [idOf(given.after), idOf(given.before)];
  const within = all.filter(({ id }) => (after === undefined || id > after) && (before === undefined || id < before));
  const page = cut(name, within, given);
  const [first, last] = [page.at(0), page.at(-1)];
  return {
    totalCount: all.length,
    pageInfo: {
      hasNextPage: last !== undefined && all.some(({ id }) => id > last.id),
      hasPreviousPage: first !== undefined && all.some(({ id }) => id < first.id),
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
    nodes: page.map(toNode),
  };
}

function cut<Item>(name: string, items: readonly Item[], { first, last }: Page): readonly Item[] {
  const size = first ?? last;
  if (typeof size !== 'number') {
    throw new FieldError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  const isFirst = typeof first === 'number';
  if (size > largestPage) {
    throw new FieldError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${isFirst ? 'first' : 'last'}\` limit of ${largestPage} records.`,
    );
  }
  return isFirst ? items.slice(0, size) : items.slice(Math.max(0, items.length - size));
}

function cursorOf({ id }: { readonly id: number }): string {
  return Buffer.from(`cursor:v2:${id}`).toString('base64');
}

function idOf(cursor: string | null | undefined): number | undefined {
  if (cursor === undefined || cursor === null) return undefined;
  const id = /^cursor:v2:(\d+)$/u.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (id === undefined)
    throw new FieldError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(id);
}
