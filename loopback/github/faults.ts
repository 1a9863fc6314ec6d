/** Troubles that tests order in advance: rate limits and an API that is down. */
import { ApiError } from './api-error.ts';

/** How GitHub turns a client down that writes too much. */
export interface WriteLimit {
  readonly status?: 403 | 429;
  /** Seconds; 1 unless told. */
  readonly retryAfter?: number;
}

/** Ordered troubles, used up from the front. */
export class Faults {
  readonly #writeLimits: ApiError[] = [];
  readonly #failures: ApiError[] = [];
  readonly #pages: number[] = [];

  /** The next `count` writes meet a secondary rate limit. */
  limitWrites(count: number, { status = 403, retryAfter = 1 }: WriteLimit = {}): void {
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    for (let each = 0; each < count; each += 1) {
      this.#writeLimits.push(new ApiError(status, message, { headers: { 'retry-after': String(retryAfter) } }));
    }
  }

  /** The next `count` requests of any kind fail. */
  failRequests(count: number, status = 502): void {
    for (let each = 0; each < count; each += 1) this.#failures.push(new ApiError(status, 'Server Error'));
  }

  /** The next `count` requests of any kind are answered by a web page, as proxies do it. */
  answerPages(count: number, status = 200): void {
    for (let each = 0; each < count; each += 1) this.#pages.push(status);
  }

  /** The status of the page that was ordered for this request, if one was. */
  page(): number | undefined {
    return this.#pages.shift();
  }

  /** Throws what was ordered for this request, if anything was. */
  strike(isWrite: boolean): void {
    const failure = this.#failures.shift() ?? (isWrite ? this.#writeLimits.shift() : undefined);
    if (failure !== undefined) throw failure;
  }
}
