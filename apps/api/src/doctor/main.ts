import { parseArgs } from 'node:util';
import { healthStates, type HealthFinding } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { besideServer } from '../import/beside-server.ts';
import { openDatabase } from '../start/database.ts';
import { readSettings } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';
import { examine } from './examination.ts';
import { doctorLanguages, type DoctorLanguage, ToldFindings } from './told-finding.ts';

const help = `npm run doctor -- [--lang en|fr]

Looks at the settings, the database, the clock, the disk, the backup, sign-in and its certificates, the mail server (it calls it and sends nothing), events, letters, jobs and processes: a line each, the worst first, with what to do.
It changes nothing, and may run while Parvis runs. Give it the environment that Parvis has.

Ends with 0 when nothing is at fault, 1 when something is or when nothing could be looked at. What asks for attention alone ends with 0.
`;

const sentences = {
  en: { settings: 'The settings can be read.', since: 'Since', todo: 'What to do:', fine: 'Everything works.', faults: (count: number) => (count === 1 ? 'One thing is at fault.' : `${count} things are at fault.`), attention: 'Nothing is at fault.' },
  fr: { settings: 'Les réglages sont lisibles.', since: 'Depuis le', todo: 'Que faire :', fine: 'Tout fonctionne.', faults: (count: number) => (count === 1 ? 'Une chose est en panne.' : `${count} choses sont en panne.`), attention: 'Rien n’est en panne.' },
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The language asked for, else that of the terminal when it is one of ours. */
function languageOf(asked: string | undefined): DoctorLanguage {
  const ofTerminal = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').slice(0, 2);
  const known = doctorLanguages.find((language) => language === (asked ?? ofTerminal));
  if (asked !== undefined && !known) throw new StartFault(`--lang takes ${doctorLanguages.join(' or ')}.\n\n${help}`);
  return known ?? 'en';
}

function optionsOf(parameters: string[]): { lang?: string; help?: boolean } {
  try {
    return parseArgs({ args: parameters, options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    throw new StartFault(`${(error as Error).message}\n\n${help}`);
  }
}

async function findingsOf(): Promise<HealthFinding[]> {
  const settings = readSettings(process.env);
  if ('faults' in settings) throw new StartFault(settings.faults.join('\n'));
  const database = await openDatabase(await besideServer(settings.config), domains, (text) => process.stderr.write(`${text}\n`));
  try {
    return await examine(settings.config, database.dataSource);
  } finally {
    await database.close();
  }
}

async function doctor(parameters: string[]): Promise<void> {
  const options = optionsOf(parameters);
  if (options.help) return say(help);
  const language = languageOf(options.lang);
  const words = sentences[language];
  const telling = new ToldFindings(language);
  const width = Math.max(...healthStates.map((state) => telling.state(state).length));
  const line = (state: HealthFinding['state'], text: string): void => say(`${telling.state(state).padEnd(width)}  ${text}`);
  const findings = await findingsOf();
  for (const finding of findings) {
    const { text, todo } = telling.told(finding);
    const since = finding.since ? ` ${words.since} ${telling.moment(finding.since)}.` : '';
    line(finding.state, `${text}${since}${todo ? ` ${words.todo} ${todo}` : ''}`);
  }
  line('fine', words.settings);
  const faults = findings.filter(({ state }) => state === 'fault').length;
  say(faults > 0 ? `\n${words.faults(faults)}` : `\n${findings.some(({ state }) => state === 'attention') ? words.attention : words.fine}`);
  process.exitCode = faults > 0 ? 1 : 0;
}

try {
  await doctor(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
