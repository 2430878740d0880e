import { rollUp } from '@parvis/engagement/server';
import { importHouseTexts } from '@parvis/house/server';
import { importCampaigns } from '@parvis/ideas/server';
import type { Role } from '@parvis/identity/server';
import { importAmaSessions } from '@parvis/leadership/server';
import { importPeople, importProfileWords, importStarterSkills, linkManagers, type ImportedPerson } from '@parvis/people/server';
import type { ImportOutcome } from '@parvis/platform/server';
import type { DataSource, EntityManager } from 'typeorm';
import { campaignRecords, demoPeople, demoPlan, newcomerRecords, organisation, profileWordsOf, sceneRecords, sessionRecords, skillStock, type OrganisationPlan, type OrganisationRecord, type PersonRecord, type PostRecord, type ProfileWordsRecord } from '@parvis/organisation';
import { noteArrivals } from './demo-arrivals.ts';
import { endorseAnswers } from './demo-endorsements.ts';
import { demoHouseTexts } from './demo-house-texts.ts';
import { countProposals, letSomebodyLeave } from './demo-experts.ts';
import { writePulse } from './demo-pulse.ts';
import { writeWaiting } from './demo-waiting.ts';
import { writeHistory, type HistoryLine } from './history-batch.ts';
import { batchSize, importedTables, importLock, isEmpty, prepareForBulk } from './import-session.ts';

/**
 * Makes the demo company when nobody is in the database; otherwise does nothing. All in one transaction: a start that is cut short leaves nothing,
 * and of several that start at once one makes it.
 */
export async function seedDemoCompany(dataSource: DataSource, progress: (line: string) => void): Promise<void> {
  if (!(await isEmpty(dataSource))) return;
  progress('Making the demo company (first start)…');
  const plan = demoPlan(new Date().toISOString());
  const isMade = await dataSource.transaction(async (manager) => {
    await prepareForBulk(manager);
    await manager.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
    if (!(await isEmpty({ manager }))) return false;
    await writeCompany(manager, plan);
    return true;
  });
  await rollUp(dataSource);
  if (isMade) await noteArrivals(dataSource.manager, plan);
}

async function writeCompany(manager: EntityManager, plan: OrganisationPlan): Promise<void> {
  await importStarterSkills(manager, skillStock);
  let line = 0;
  for (const records of batchesOf(companyOf(plan))) {
    const people: ImportedPerson[] = [];
    const history: HistoryLine[] = [];
    const words: ProfileWordsRecord[] = [];
    for (const record of records) {
      line += 1;
      if (record.type === 'person') {
        people.push(personOf(record, line));
        words.push(...[profileWordsOf(record, plan)].filter((said) => said !== null));
      } else history.push({ line, record });
    }
    const outcomes = [await importPeople(manager, people), ...Object.values(await writeHistory(manager, history))];
    requireSound(outcomes);
    await importProfileWords(manager, words);
  }
  await linkManagers(manager, new Map());
  await endorseAnswers(manager);
  await importAmaSessions(manager, sessionRecords(plan));
  await importCampaigns(manager, campaignRecords(plan));
  requireSound(await writeWaiting(manager, plan));
  await importHouseTexts(manager, demoHouseTexts(new Date(plan.endsAt)));
  await letSomebodyLeave(manager, demoPeople.map(({ identifier }) => identifier));
  await countProposals(manager);
  await writePulse(manager, plan);
  // The company's own identifiers (« post-1 ») must not stand in the way of those of a real network.
  await manager.query('DELETE FROM import_reference WHERE xmin = pg_current_xact_id()::xid');
  await manager.query(`ANALYZE ${importedTables.join(', ')}`);
}

function* companyOf(plan: OrganisationPlan): Generator<OrganisationRecord> {
  const posts: PostRecord[] = [];
  for (const record of organisation(plan)) {
    if (record.type === 'post') posts.push(record);
    yield record;
  }
  yield* newcomerRecords(plan, posts);
  yield* sceneRecords(plan);
}

function requireSound(outcomes: readonly ImportOutcome[]): void {
  const [problem] = outcomes.flatMap(({ problems }) => problems);
  if (problem) throw new Error(`The demo company contradicts itself in record ${problem.line}: ${problem.reason}.`);
}

function* batchesOf(records: Iterable<OrganisationRecord>): Generator<OrganisationRecord[]> {
  let batch: OrganisationRecord[] = [];
  for (const record of records) {
    if (batch.push(record) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const roleOfGroup: Record<string, Role> = { executives: 'executive', hr: 'hr', it: 'it', moderators: 'moderator', 'works-council': 'works-council', auditors: 'auditor' };

function personOf({ type: _type, groups, ...told }: PersonRecord, line: number): ImportedPerson {
  const roles = groups.flatMap((group) => roleOfGroup[group] ?? []);
  return { line, ...told, roles: ['employee', ...roles] };
}
