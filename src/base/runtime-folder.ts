/** What kompos writes into a project's root: renderings, the lock, and providers. Never a source. */
export const RUNTIME_FOLDER = '.kompos-runtime';
