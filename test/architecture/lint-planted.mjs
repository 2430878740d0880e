import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

/** Reads planted files as JSON, answers for each whether the rules of the architecture refuse it. */
const planted = JSON.parse(await text(process.stdin));
// A file that is not there has no types to ask.
const withoutTypes = { files: ['**/planted.ts'], languageOptions: { parserOptions: { project: null } }, rules: { '@typescript-eslint/no-floating-promises': 'off' } };
// Where `CI` is set, types would be those of the file on disk.
const asPlanted = { files: ['**/*.ts'], languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } };
const eslint = new ESLint({ overrideConfig: [asPlanted, withoutTypes] });
const rules = ['@nx/enforce-module-boundaries', 'no-restricted-syntax', '@typescript-eslint/no-floating-promises'];
const refused = [];
for (const { file, code } of planted) {
  const [result] = await eslint.lintText(code, { filePath: file });
  const fatal = result.messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${file}: ${fatal.message}`);
  refused.push(result.messages.some((message) => rules.includes(message.ruleId)));
}
process.stdout.write(JSON.stringify(refused));
