/** Refusals of the REST API. */
import type { components } from '@octokit/openapi-types';

type FieldError = NonNullable<components['schemas']['validation-error']['errors']>[number];

/** An answer that is no success, with GitHub's own words. */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];

  constructor(
    status: number,
    message: string,
    more: { readonly headers?: Readonly<Record<string, string>>; readonly errors?: readonly FieldError[] } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.headers = more.headers ?? {};
    this.errors = more.errors ?? [];
  }

  /** The JSON that goes over the wire. */
  body(): components['schemas']['basic-error'] & { errors?: readonly FieldError[] } {
    return {
      message: this.message,
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

/** 404: it is not there, or the token may not know that it is. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** 422 over one field. */
export function invalid(resource: string, field: string, code: string, message?: string): ApiError {
  const error = { resource, code, field, ...(message === undefined ? {} : { message }) };
  return new ApiError(422, 'Validation Failed', { errors: [error] });
}
