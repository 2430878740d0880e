/** The project that a spec file belongs to: `libs/feed/server`, `apps/api`, `test/security`. */
export const projectOf = (path) => /(libs\/[^/]+\/[^/]+|(?:apps|test)\/[^/]+)\/[^]*$/.exec(path)?.[1] ?? path;
