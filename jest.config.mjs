import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8'));
const escaped = (alias) => alias.replaceAll('/', '\\/');

/** One Jest for the whole server side: rules, and the API on real PostgreSQL. Pages are tested by Vitest, journeys by test/e2e. */
export default {
  testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/{organisation,security,sso,architecture,load}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/libs/[^/]+/(web|ui)/', '<rootDir>/apps/web/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([alias, [path]]) => [`^${escaped(alias)}$`, `<rootDir>/${path.replace('./', '')}`]),
  ),
  testEnvironment: '<rootDir>/test/jest/kept-environment.mjs',
  runtime: '<rootDir>/test/jest/kept-runtime.mjs',
  testSequencer: '<rootDir>/test/jest/longest-first.mjs',
  globalSetup: '<rootDir>/test/database/setup.mjs',
  globalTeardown: '<rootDir>/test/database/teardown.mjs',
  testTimeout: 30_000,
};
