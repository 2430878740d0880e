import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { Config, dayMs } from '@parvis/platform/server';
import { dayOf } from '../period/day.ts';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';
import { Company } from './company.ts';
import { placeKey } from './standing.ts';

const today = dayOf(Math.floor(Date.now() / dayMs));

let api: TestApi;
let company: Company;
let mover: PersonEntity, colleague: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_event, engagement_pending, engagement_day CASCADE');
  [mover, colleague] = (await Promise.all([0, 1].map(() => aPerson().with({ owners: { surname: 'hr' } }).in('Atelier').save(api.manager)))) as [PersonEntity, PersonEntity];
  // As a server that goes on keeps it.
  company = new Company(api.dataSource, Config.of({ NODE_ENV: 'development' }));
});

const writes = async (): Promise<void> => {
  await new Network(api.manager).comment(mover, colleague, today, { time: '00:00:01Z' });
  await rollUp(api.dataSource);
};
const moves = (department: string): Promise<unknown> => api.manager.query('UPDATE person SET department = $2 WHERE id = $1', [mover.id, department]);
const knows = async (department: string): Promise<boolean> => (await company.now()).departments.has(department);

describe('who stands where, as long as it is kept', () => {
  it('is as new as the days: whoever moved to a place of their own is at it in both, or in neither', async () => {
    await writes();
    expect(await knows('Atelier')).toBe(true);
    await moves('Verrerie');
    // Few changes wait, as the days do.
    expect(await knows('Verrerie')).toBe(false);
    await writes();
    expect(await knows('Verrerie')).toBe(true);
  });

  it('is so for each of those who ask while it is read', async () => {
    await writes();
    await company.now();
    await moves('Verrerie');
    const before = company.now();
    await writes();
    const during = [company.now(), company.now()];
    expect((await before).departments.has('Verrerie')).toBe(false);
    for (const known of await Promise.all(during)) expect(known.departments.has('Verrerie')).toBe(true);
    expect(await during[1]).toBe(await during[0]);
  });

  it('is not read again where days were made anew and nobody moved', async () => {
    await writes();
    const before = await company.now();
    await writes();
    expect(await company.now()).toBe(before);
  });

  it('is renewed beside those who ask once days were made anew', async () => {
    await writes();
    await company.now();
    await moves('Verrerie');
    await writes();
    let prepared: [string[], string[]] | undefined;
    company.beforeRenewal((...companies) => {
      prepared = companies.map(({ departments }) => [...departments].sort()) as [string[], string[]];
      return Promise.resolve();
    });
    await company.renew();
    expect(prepared).toEqual([['Atelier'], ['Atelier', 'Verrerie']]);
    expect((await company.now()).stays.indexes.has(placeKey({ department: 'Verrerie', location: null, level: 'employee', seniority: null }))).toBe(true);
  });
});
