import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

/** Reads planted files as JSON, answers for each whether the rules of the architecture refuse it. */
const planted = JSON.parse(await text(process.stdin));
const eslint = new ESLint();
const rules = ['@nx/enforce-module-boundaries', 'no-restricted-syntax'];
const refused = [];
for (const { file, code } of planted) {
  const [result] = await eslint.lintText(code, { filePath: file });
  const fatal = result.messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${file}: ${fatal.message}`);
  refused.push(result.messages.some((message) => rules.includes(message.ruleId)));
}
process.stdout.write(JSON.stringify(refused));
