/** Ends requests of `@actions/http-client`, whose own timeout covers only silence. */
import type { RequestHandler } from '@actions/http-client/lib/interfaces';

/** A handler that ends each request when the signal says so, even one that still receives an occasional byte. */
export function abortedBy(signal: AbortSignal): RequestHandler {
  return {
    prepareRequest: (options) => void Object.assign(options, { signal }),
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('there is no authentication')),
  };
}
