import { verifyAudit, type AuditFault, type AuditReceipt } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { besideServer } from '../import/beside-server.ts';
import { openDatabase } from '../start/database.ts';
import { readConfig } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';

const help = `npm run audit:verify -- [<number>:<hash> …]

Makes the hash of every entry of the audit log anew, and says the first one that was changed or removed.
<number>:<hash> is what an earlier check told to note down, or any entry of an export: only so can it be known that the end of the log was not
taken away, and that it was not written anew as a whole.

Ends with 0 when nothing is wrong, 1 when something is or when nothing could be done.
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const sentences: Record<AuditFault['kind'], (number: number) => string> = {
  missing: (number) => `Entry ${number} is missing, though later ones are there.`,
  changed: (number) => `Entry ${number} was changed after it was written.`,
  unchained: (number) => `Entry ${number} does not follow from entry ${number - 1}: one of the two was written anew.`,
  'cut-off': (number) => `Entry ${number} was noted down, and is there no more: the end of the log was taken away.`,
  replaced: (number) => `Entry ${number} is not the one that was noted down: the log was written anew.`,
};

function receiptOf(text: string): AuditReceipt {
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (!number || !hash) throw new StartFault(`"${text}" is no entry: give its number, a colon and its hash of 64 signs.\n\n${help}`);
  return { number: Number(number), hash };
}

async function verify(parameters: readonly string[]): Promise<void> {
  if (parameters.some((parameter) => parameter === '--help' || parameter === '-h')) return say(help);
  const receipts = parameters.map(receiptOf);
  const parsed = readConfig(process.env);
  if ('faults' in parsed) throw new StartFault(parsed.faults.join('\n'));
  const database = await openDatabase(await besideServer(parsed.config), domains, (text) => process.stderr.write(`${text}\n`));
  try {
    const [{ exists }]: [{ exists: boolean }] = await database.dataSource.query(`SELECT to_regclass('audit_entry') IS NOT NULL AS exists`);
    if (!exists) throw new StartFault('This database has no audit log yet: start Parvis once.');
    const { entries, fault, last } = await verifyAudit(database.dataSource, receipts);
    if (fault) {
      say(`BROKEN ${sentences[fault.kind](fault.number)}`);
      process.exitCode = 1;
    } else say(`${entries} ${entries === 1 ? 'entry' : 'entries'}: none was changed, none is missing${receipts.length > 0 ? ', and what was noted down is there' : ''}.`);
    if (last && !fault) say(`Note down ${last.number}:${last.hash}`);
  } finally {
    await database.close();
  }
}

try {
  await verify(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
