/** Pages of the REST API. */
import type { RestCall } from './route.ts';
import { numberFor } from './numbers.ts';

/** One page and the header that leads to the others. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Cuts the page out that `per_page` (30 unless told, never more than 100) and `page` ask for. */
export function pageOf<Item>(call: RestCall, all: readonly Item[]): Page<Item> {
  const size = Math.min(100, positive(call.query.get('per_page'), 30));
  const page = positive(call.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const links = [
    ...(page > 1 ? [link(call, page - 1, 'prev')] : []),
    ...(page < last ? [link(call, page + 1, 'next'), link(call, last, 'last')] : []),
    ...(page > 1 ? [link(call, 1, 'first')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

/** GitHub's links name the repository by number: a client must follow them as they are. */
function link(call: RestCall, page: number, relation: string): string {
  const { fullName } = call.repository.facts;
  const rest = call.path.split('/').slice(4).join('/');
  const query = new URLSearchParams(call.query);
  query.set('page', String(page));
  const url = `${call.api}/repositories/${numberFor(`repository ${fullName}`)}/${rest}?${query.toString()}`;
  return `<${url}>; rel="${relation}"`;
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text ?? '');
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
