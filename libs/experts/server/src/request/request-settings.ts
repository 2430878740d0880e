import type { AskExpertsAfter } from '@parvis/feed/server';

/** How questions are brought to those who seem to know (see the domain's README). */
export interface RequestSettings {
  /** Hours without an answer after which they are asked, where the asker says nothing: 4, 24 or 48; 0: never. */
  after: AskExpertsAfter;
  /** How many requests a person gets in seven days at most. */
  weekly: number;
  /** How many working days somebody has before it is the next one's turn. */
  turn: number;
}

export const usualRequests: RequestSettings = { after: 24, weekly: 3, turn: 1 };

const allowed: Record<keyof RequestSettings, { is: (value: number) => boolean; sentence: string }> = {
  after: { is: (value) => [0, 4, 24, 48].includes(value), sentence: 'after is 0, 4, 24 or 48' },
  weekly: { is: (value) => Number.isInteger(value) && value >= 1 && value <= 50, sentence: 'weekly is a whole number from 1 to 50' },
  turn: { is: (value) => Number.isInteger(value) && value >= 1 && value <= 10, sentence: 'turn is a whole number from 1 to 10' },
};

const isName = (name: string): name is keyof RequestSettings => Object.hasOwn(usualRequests, name);

/** Reads `EXPERT_REQUESTS`, such as « after=4 weekly=2 »; what is left out keeps its default. Every fault is one sentence. */
export function parseRequestSettings(text: string | undefined): { settings: RequestSettings } | { faults: string[] } {
  const settings: Record<keyof RequestSettings, number> = { ...usualRequests };
  const faults: string[] = [];
  for (const part of (text ?? '').split(/\s+/).filter(Boolean)) {
    const [name = '', said = ''] = part.split('=', 2);
    const value = said === '' ? Number.NaN : Number(said);
    if (!isName(name)) faults.push(`EXPERT_REQUESTS knows no "${name}": use ${Object.keys(usualRequests).join(', ')}, for example EXPERT_REQUESTS="after=4 weekly=2".`);
    else if (!allowed[name].is(value)) faults.push(`EXPERT_REQUESTS ("${part}") is not valid: ${allowed[name].sentence}.`);
    else settings[name] = value;
  }
  return faults.length > 0 ? { faults } : { settings: settings as RequestSettings };
}

export const EXPERT_REQUESTS = Symbol('EXPERT_REQUESTS');

export const requestSettingsProvider = {
  provide: EXPERT_REQUESTS,
  useFactory: (): RequestSettings => {
    const read = parseRequestSettings(process.env['EXPERT_REQUESTS']);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read.settings;
  },
};
