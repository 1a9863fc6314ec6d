import manifest from '../package.json' with { type: 'json' };

/** The version of kompos, the package's. */
export const version: string = manifest.version;
