import { resolve } from 'node:path';

import { defineConfig, mergeConfig } from 'vitest/config';

import viteConfig from './vite.config.ts';

const root = resolve(import.meta.dirname, '../..');

/** Tests of components and of what they are made of, beside the code of every web library. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    root,
    test: {
      // One browser-like world a worker, and a fresh context for each file: a fifth of the time of a world for each.
      pool: 'vmThreads',
      environment: 'jsdom',
      setupFiles: [resolve(import.meta.dirname, 'vitest.setup.ts')],
      include: ['libs/*/web/src/**/*.spec.ts', 'libs/platform/ui/src/**/*.spec.ts', 'apps/web/src/**/*.spec.ts'],
      restoreMocks: true,
      unstubGlobals: true,
    },
  }),
);
