import type { Origin } from './names.ts';
import type { Language } from './records.ts';

export interface Site {
  name: string;
  nameIn: Record<Language, string>;
  /** Where its people's names come from, in proportion. */
  origins: Partial<Record<Origin, number>>;
  /** The language that its people write in most often. */
  writes: Language;
  /** Share of its people who also write the other language. */
  writesBoth: number;
  /** Languages of the place besides French and English. */
  alsoSpeaks: readonly string[];
}

const sameName = (name: string): Record<Language, string> => ({ fr: name, en: name });

export const sites: readonly Site[] = [
  {
    name: 'Lyon', nameIn: sameName('Lyon'), writes: 'fr', writesBoth: 0.6, alsoSpeaks: [],
    origins: { french: 66, maghrebi: 12, portuguese: 6, african: 6, vietnamese: 5, german: 2, british: 2, southAsian: 1 },
  },
  {
    name: 'Nantes', nameIn: sameName('Nantes'), writes: 'fr', writesBoth: 0.5, alsoSpeaks: [],
    origins: { french: 76, maghrebi: 8, african: 7, vietnamese: 5, portuguese: 4 },
  },
  {
    name: 'Lille', nameIn: sameName('Lille'), writes: 'fr', writesBoth: 0.5, alsoSpeaks: [],
    origins: { french: 64, belgian: 12, maghrebi: 13, african: 6, portuguese: 5 },
  },
  {
    name: 'Grenoble', nameIn: sameName('Grenoble'), writes: 'fr', writesBoth: 0.9, alsoSpeaks: [],
    origins: { french: 54, vietnamese: 12, maghrebi: 10, german: 6, southAsian: 6, british: 5, portuguese: 4, african: 3 },
  },
  {
    name: 'Brussels', nameIn: { fr: 'Bruxelles', en: 'Brussels' }, writes: 'fr', writesBoth: 0.85, alsoSpeaks: ['nl'],
    origins: { belgian: 66, french: 14, maghrebi: 11, african: 5, german: 4 },
  },
  {
    name: 'Casablanca', nameIn: sameName('Casablanca'), writes: 'fr', writesBoth: 0.7, alsoSpeaks: ['ar'],
    origins: { maghrebi: 90, french: 6, african: 4 },
  },
  {
    name: 'Manchester', nameIn: sameName('Manchester'), writes: 'en', writesBoth: 0.18, alsoSpeaks: [],
    origins: { british: 72, southAsian: 20, african: 4, french: 2, portuguese: 2 },
  },
  {
    name: 'Stuttgart', nameIn: sameName('Stuttgart'), writes: 'en', writesBoth: 0.25, alsoSpeaks: ['de'],
    origins: { german: 88, portuguese: 4, french: 5, vietnamese: 3 },
  },
  {
    name: 'Porto', nameIn: sameName('Porto'), writes: 'en', writesBoth: 0.35, alsoSpeaks: ['pt'],
    origins: { portuguese: 94, french: 3, british: 3 },
  },
];

/** Numbers of the sites where machines are made. */
export const factories: readonly number[] = ['Lyon', 'Nantes', 'Porto'].map((name) => sites.findIndex((site) => site.name === name));

export const siteNamed = (name: string): number => sites.findIndex((site) => site.name === name);
