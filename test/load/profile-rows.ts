import type { ProfileWordsRecord } from '../organisation/index.ts';
import type { Cell, TableCopier } from './copy-in.ts';

export const profileColumns: Record<string, string> = {
  profile: 'person_id, location, hired_on, biography, languages, ask_me_about, projects, certificates, links, hobbies',
  profile_visibility: 'person_id, field, audience',
  working_time: 'person_id, working_days, time_zone, time_zone_chosen',
  absence: 'person_id, told_by, from_day, until_day',
  mobility: 'person_id, wish, told_at',
};

/** The last cells of a profile: what somebody says beyond what HR knows. */
export const entryCells = (said: ProfileWordsRecord | null): Cell[] => [
  ...[said?.projects, said?.certificates, said?.links].map((entries) => JSON.stringify(entries ?? [])),
  said?.hobbies ?? [],
];

/** What somebody says elsewhere than in their profile: who may see it, when they work, and so on. */
export async function writeSaid(copier: TableCopier, id: string, said: ProfileWordsRecord, now: Date): Promise<void> {
  for (const [field, audience] of Object.entries(said.visibility ?? {})) await copier.add('profile_visibility', [id, field, audience]);
  if (said.workingDays) await copier.add('working_time', [id, said.workingDays.map(String), said.timeZone ?? 'Europe/Paris', said.timeZone !== undefined]);
  if (said.absence) await copier.add('absence', [id, 'person', said.absence.from, said.absence.until]);
  if (said.mobility !== undefined) await copier.add('mobility', [id, said.mobility, now]);
}
