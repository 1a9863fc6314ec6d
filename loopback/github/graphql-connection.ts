/** Pages of the GraphQL API. */
import { type Arguments, FieldError, type GraphObject } from './graphql-execute.ts';

const largestPage = 100;

/**
 * A connection over objects in the order of their ids, with cursors that stay good while objects come and go.
 *
 * @param name the field, for GitHub's messages
 */
export function connection<Item extends { readonly id: number }>(
  name: string,
  type: string,
  all: readonly Item[],
  given: Arguments,
  toObject: (item: Item) => GraphObject,
): GraphObject {
  const [after, before] = [idOf(given['after']), idOf(given['before'])];
  const within = all.filter(({ id }) => (after === undefined || id > after) && (before === undefined || id < before));
  const page = cut(name, within, given);
  const [first, last] = [page.at(0), page.at(-1)];
  const has = (item: Item | undefined, isBeyond: (id: number, edge: number) => boolean) =>
    item !== undefined && all.some(({ id }) => isBeyond(id, item.id));
  const pageInfo: GraphObject = {
    type: 'PageInfo',
    fields: {
      hasNextPage: () => has(last, (id, edge) => id > edge),
      hasPreviousPage: () => has(first, (id, edge) => id < edge),
      startCursor: () => (first === undefined ? null : cursorOf(first)),
      endCursor: () => (last === undefined ? null : cursorOf(last)),
    },
  };
  return {
    type: `${type}Connection`,
    fields: {
      totalCount: () => all.length,
      pageInfo: () => pageInfo,
      nodes: () => page.map(toObject),
      edges: () =>
        page.map((item) => ({
          type: `${type}Edge`,
          fields: { cursor: () => cursorOf(item), node: () => toObject(item) },
        })),
    },
  };
}

function cut<Item>(name: string, items: readonly Item[], given: Arguments): readonly Item[] {
  const [first, last] = [given['first'], given['last']];
  const size = first ?? last;
  if (typeof size !== 'number') {
    throw new FieldError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (size > largestPage) {
    const side = typeof first === 'number' ? 'first' : 'last';
    throw new FieldError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${side}\` limit of ${largestPage} records.`,
    );
  }
  return typeof first === 'number' ? items.slice(0, size) : items.slice(Math.max(0, items.length - size));
}

function cursorOf({ id }: { readonly id: number }): string {
  return Buffer.from(`cursor:v2:${id}`).toString('base64');
}

function idOf(cursor: unknown): number | undefined {
  if (typeof cursor !== 'string') return undefined;
  const id = /^cursor:v2:(\d+)$/u.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (id === undefined)
    throw new FieldError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(id);
}
