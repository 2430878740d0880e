import nx from '@nx/eslint-plugin';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { depConstraints } from './infra/ladder.mjs';

const typescript = {
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    'no-console': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
  },
};

export default [
  { ignores: ['**/node_modules', 'dist', 'data', '.nx', '**/*.generated.ts', 'coverage', 'screenshots'] },
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } }, ...typescript },
  ...vue.configs['flat/recommended'].map((config) => ({ ...config, files: ['**/*.vue'] })),
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
    plugins: typescript.plugins,
    rules: {
      ...typescript.rules,
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/no-v-html': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
    },
  },
  {
    files: ['apps/**/*.{ts,vue}', 'libs/**/*.{ts,vue}'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }] },
  },
  {
    // Formats of a bare language are those of its largest country, and know no « 1er ».
    files: ['apps/web/src/**/*.{ts,vue}', 'libs/*/web/**/*.{ts,vue}', 'libs/platform/ui/**/*.{ts,vue}'],
    ignores: ['libs/platform/web/src/i18n/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Intl'][property.name=/Format$|^DisplayNames$/]", message: 'Take useFormats, dateFormat or ownTimeZone of @parvis/platform/web.' },
        { selector: 'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]', message: 'Take useFormats of @parvis/platform/web.' },
      ],
    },
  },
  {
    files: ['libs/*/server/**/*.ts', 'apps/api/**/*.ts'],
    // With types: a promise that nobody waits for ends the process when it fails.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-non-null-assertion': 'error', '@typescript-eslint/no-floating-promises': 'error' },
  },
  // Programs that talk to the person who runs them.
  { files: ['apps/*/build.ts', 'apps/*/codegen.ts', 'test/**/*.{ts,mjs}', 'apps/api/src/import/main.ts', 'apps/demo-idp/**/*.ts'], rules: { 'no-console': 'off' } },
];
