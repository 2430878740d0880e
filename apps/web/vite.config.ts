import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

import { emojiPickerUnderPolicy } from './emoji-picker-under-policy.ts';

const root = resolve(import.meta.dirname, '../..');
const api = process.env['PARVIS_API'] ?? 'http://localhost:3000';

// To the server, what the development server's pages do is done by its own.
const ownPage = { target: api, headers: { origin: api } };

/** The doors of the libraries, as tsconfig.base.json names them: one list for the compiler, the editor and the bundler. */
function doors(): Record<string, string> {
  const { compilerOptions } = JSON.parse(readFileSync(resolve(root, 'tsconfig.base.json'), 'utf8')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  return Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, [file]]) => [name, resolve(root, file!)]),
  );
}

export default defineConfig({
  root: import.meta.dirname,
  // Files find each other wherever Parvis stands; the server writes where into the page (web.module.ts).
  base: './',
  cacheDir: resolve(root, 'node_modules/.vite/web'),
  plugins: [vue(), tailwindcss(), emojiPickerUnderPolicy()],
  // The server puts a nonce in its place, another for each answer (web.module.ts).
  html: { cspNonce: 'PARVIS_NONCE' },
  resolve: { alias: doors() },
  build: {
    outDir: resolve(root, 'dist/apps/web'),
    emptyOutDir: true,
    // Nothing as data: URL, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files for what every page uses: the parts of the interface are small, and one by one they were 40 requests.
          groups: [
            { name: 'framework', test: /node_modules\/(vue|@vue|vue-router|vue-i18n|@intlify|@urql|wonka)\// },
            { name: 'interface', test: /libs\/platform\/(ui|web)\/src\/(?!locales|chart)|node_modules\/(@lucide|reka-ui|@floating-ui|@vueuse)\// },
            // After what they stand on, which they would take along: a group comes with its dependencies. Only pages with charts fetch it.
            { name: 'charts', test: /libs\/platform\/ui\/src\/chart\/(?!lazy)|node_modules\/d3-/ },
            { name: 'words-fr', test: /\/locales\/fr\.json$/ },
            { name: 'words-en', test: /\/locales\/en\.json$/ },
          ],
        },
      },
    },
  },
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false, __VUE_I18N_LEGACY_API__: false },
  server: {
    port: 4200,
    fs: { allow: [root] },
    proxy: {
      '/graphql': ownPage,
      '/media': ownPage,
      '/campaign-files': ownPage,
      '/audit-files': ownPage,
      '/auth': ownPage,
      '/charter': ownPage,
      '/legal': ownPage,
      '/look.css': ownPage,
      '/manifest.webmanifest': ownPage,
      '/saml': ownPage,
      '/socket.io': { ...ownPage, ws: true },
    },
  },
});
