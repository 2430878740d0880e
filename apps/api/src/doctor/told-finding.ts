import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthFact, HealthFinding, HealthState } from '@parvis/platform/server';

export const doctorLanguages = ['en', 'fr'] as const;
export type DoctorLanguage = (typeof doctorLanguages)[number];

interface Words {
  states: Record<string, string>;
  roles: Record<string, string>;
  failures: Record<string, string>;
  kinds: object;
  findings: object;
}

const bytesIn = [
  ['terabyte', 1e12],
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
  ['byte', 1],
] as const;

/** How findings are said on a terminal: in the words of the page of administration, which the build puts beside the program. */
export class ToldFindings {
  private readonly words: Words;

  constructor(private readonly language: DoctorLanguage) {
    const file = join(import.meta.dirname, 'words', `${language}.json`);
    this.words = (JSON.parse(readFileSync(file, 'utf8')) as { operations: Words }).operations;
  }

  state(state: HealthState): string {
    return this.words.states[state.toUpperCase()] ?? state;
  }

  told({ code, facts = {} }: HealthFinding): { text: string; todo: string | null } {
    const count = Number(facts['count']?.value ?? 1);
    const say = (part: string): string | null => {
      const message = this.at(this.words.findings, `${code}.${part}`);
      return message === null ? null : this.filled(formOf(message, count), facts);
    };
    return { text: say('text') ?? code, todo: say('todo') };
  }

  moment(at: Date): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeStyle: 'short' }).format(at);
  }

  private filled(message: string, facts: Record<string, HealthFact>): string {
    return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const fact = facts[name];
      return fact ? this.written(name, fact) : placeholder;
    });
  }

  private written(name: string, { kind, value }: HealthFact): string {
    if (name === 'role') return this.words.roles[value] ?? String(value);
    if (name === 'failure') return this.words.failures[String(value).replaceAll(' ', '_')] ?? String(value);
    if (name === 'jobs') return new Intl.ListFormat(this.language).format(String(value).split(', ').map((job) => this.at(this.words.kinds, job) ?? job));
    if (kind === 'bytes') return this.size(Number(value));
    if (kind === 'milliseconds') return this.measure(Number(value) / 1_000, 'second');
    if (kind === 'number') return new Intl.NumberFormat(this.language).format(Number(value));
    return kind === 'moment' ? this.moment(new Date(value)) : String(value);
  }

  private size(bytes: number): string {
    const [unit, worth] = bytesIn.find(([, each]) => bytes >= each) ?? bytesIn[4];
    return this.measure(bytes / worth, unit);
  }

  private measure(value: number, unit: string): string {
    return new Intl.NumberFormat(this.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  }

  private at(words: object, path: string): string | null {
    const found = path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], words);
    return typeof found === 'string' ? found : null;
  }
}

/** « One thing | {count} things », as the pages read it. */
function formOf(message: string, count: number): string {
  const [one = '', other] = message.split(' | ');
  return count === 1 || other === undefined ? one : other;
}
