import { useFormats } from '@parvis/platform/web';
import { useI18n } from 'vue-i18n';

import type { HealthLineFragment } from './HealthLine.generated.ts';

const bytesIn = [
  ['terabyte', 1e12],
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
  ['byte', 1],
] as const;

/** How the server's findings are said: one sentence, and one on what to do. */
export function useToldFindings() {
  const { t, te } = useI18n();
  const formats = useFormats();

  function size(bytes: number): string {
    const [unit, worth] = bytesIn.find(([, each]) => bytes >= each) ?? bytesIn[4];
    return formats.measure(bytes / worth, unit, worth > 1e6 ? 1 : 0);
  }
  const duration = (ms: number): string => (ms < 1_000 ? formats.measure(ms, 'millisecond', 0) : formats.measure(ms / 1_000, 'second', 1));
  const word = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);
  /** A code, with words for those that are frequent. */
  const failure = (code: string): string => word(`operations.failures.${code.replaceAll(' ', '_')}`, code);
  const job = (name: string): string => word(`operations.kinds.${name}`, name);

  const written: Record<HealthLineFragment['facts'][number]['kind'], (value: string) => string> = {
    TEXT: (value) => value,
    NUMBER: (value) => formats.number(Number(value)),
    BYTES: (value) => size(Number(value)),
    MILLISECONDS: (value) => duration(Number(value)),
    MOMENT: (value) => formats.moment(value),
  };
  /** Names of ours that have words. */
  const named: Record<string, (value: string) => string> = {
    role: (value) => word(`operations.roles.${value}`, value),
    jobs: (value) => formats.list(value.split(', ').map(job)),
    failure,
  };

  function told({ code, facts }: HealthLineFragment): { text: string; todo: string | null } {
    const words = Object.fromEntries(facts.map(({ name, kind, value }) => [name, (named[name] ?? written[kind])(value)]));
    const count = Number(facts.find(({ name }) => name === 'count')?.value ?? 1);
    const say = (part: 'text' | 'todo'): string => t(`operations.findings.${code}.${part}`, words, count);
    return { text: te(`operations.findings.${code}.text`) ? say('text') : code, todo: te(`operations.findings.${code}.todo`) ? say('todo') : null };
  }

  return { told, size, duration, failure, job };
}
