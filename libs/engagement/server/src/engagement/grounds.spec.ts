import { describe, expect, it } from '@jest/globals';
import { Config } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { checkedPeriod } from '../period/period.ts';
import { Company } from '../standing/company.ts';
import { Grounds } from './grounds.ts';

/** A company of so many people of one department, of which PostgreSQL says how often it was changed. */
function companyOf(people: () => number, changes: () => number) {
  const ids = () => Array.from({ length: people() }, (_, i) => String(i));
  const query = (sql: string): Promise<unknown[]> => {
    if (sql.includes('pg_stat_user_tables')) return Promise.resolve([{ changes: changes(), rolledUpAt: null }]);
    if (sql.includes('hashtextextended')) return Promise.resolve([{ sum: String(people()) }]);
    if (sql.includes('FROM engagement_standing')) return Promise.resolve(ids().map((id) => ({ id, since: ['-infinity'], departments: ['Atelier'], locations: [null], levels: ['employee'], anniversaries: null })));
    if (sql.includes('FROM engagement_employment')) return Promise.resolve(ids().map((id) => ({ id, first: null, last: null, away: [] })));
    return Promise.resolve([]);
  };
  const dataSource = { query, manager: { query } } as unknown as DataSource;
  return new Company(dataSource, Config.of({}));
}

const march = checkedPeriod('2026-03-01', '2026-03-31');

describe('what may be told of a period', () => {
  it('is worked out once, and again, beforehand, when the company has changed', async () => {
    let [people, changes] = [20, 1];
    const company = companyOf(() => people, () => changes);
    const grounds = new Grounds(company, 10);
    const first = await company.now();
    const ground = grounds.of(march, first);
    expect(grounds.of(march, await company.now())).toBe(ground);
    expect(ground.everybody([])?.people).toBe(20);
    await company.renew();
    expect(await company.now()).toBe(first);
    // A few changes wait for the renewal.
    [people, changes] = [21, 2];
    expect(await company.now()).toBe(first);
    await company.renew();
    const next = await company.now();
    expect(next).not.toBe(first);
    const renewed = grounds.of(march, next);
    expect(grounds.of(march, next)).toBe(renewed);
    expect(renewed.everybody([])?.people).toBe(21);
    // Many do not.
    [people, changes] = [5_000, 5_002];
    expect(grounds.of(march, await company.now()).everybody([])?.people).toBe(5_000);
  });

  it('is not read before anybody has asked', async () => {
    let reads = 0;
    const company = companyOf(() => (reads += 1), () => 1);
    await company.renew();
    expect(reads).toBe(0);
    await company.now();
    expect(reads).toBeGreaterThan(0);
  });
});
