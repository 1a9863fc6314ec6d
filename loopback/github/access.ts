/** Tokens: who they stand for and what they may do. */
import { ApiError } from './api-error.ts';
import type { Issue, StoredRepository } from './store.ts';

/** A permission of a workflow's `permissions:`. */
export type PermissionName = 'contents' | 'issues' | 'pull-requests' | 'checks';

/** How much of it. Writing includes reading. */
type PermissionLevel = 'none' | 'read' | 'write';

/** A token as the API knows it. */
export interface Token {
  /** The REST login: `github-actions[bot]` for a job's token. */
  readonly login: string;
  /** An installation's token (the job's own) cannot ask `GET /user`. */
  readonly kind: 'installation' | 'user';
  readonly permissions: Readonly<Partial<Record<PermissionName, PermissionLevel>>>;
}

/** The token of an `Authorization` header; anything else is refused with 401. */
export function authenticate(header: string | undefined, tokens: ReadonlyMap<string, Token>): Token {
  const secret = /^(?:token|bearer) (.+)$/iu.exec(header ?? '')?.[1];
  const token = secret === undefined ? undefined : tokens.get(secret);
  if (token === undefined) throw new ApiError(401, 'Bad credentials');
  return token;
}

/** True when one of the permissions suffices. What is public may be read by everybody. */
export function mayAccess(
  token: Token,
  repository: StoredRepository,
  level: 'read' | 'write',
  permissions: readonly PermissionName[],
): boolean {
  if (level === 'read' && !(repository.facts.private ?? true)) return true;
  return permissions.some((name) => {
    const granted = token.permissions[name] ?? 'none';
    return granted === 'write' || granted === level;
  });
}

/** Refuses with 403 unless one of the permissions suffices. */
export function demand(
  token: Token,
  repository: StoredRepository,
  level: 'read' | 'write',
  permissions: readonly PermissionName[],
): void {
  if (!mayAccess(token, repository, level, permissions)) throw forbidden();
}

/** Comments and labels of a pull request count as the pull request's or as an issue's; those of an issue do not. */
export function permissionsFor(issue: Issue): readonly PermissionName[] {
  return issue.pull === undefined ? ['issues'] : ['issues', 'pull-requests'];
}

/** What GitHub answers to a token that may not. */
export function forbidden(): ApiError {
  return new ApiError(403, 'Resource not accessible by integration');
}
