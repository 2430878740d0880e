import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recountCampaign } from '@parvis/ideas/server';
import { dataSourceOf } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import { demoPeople, demoPlan } from '@parvis/organisation';
import { domains } from '../domains.ts';
import { seedDemoCompany } from './demo-seed.ts';

let database: TestDatabase;
let dataSource: DataSource;

const open = async (): Promise<void> => {
  database = await testDatabase();
  dataSource = await dataSourceOf(domains, database.url, { poolSize: 4 }).initialize();
};
const close = async (): Promise<void> => {
  await dataSource.destroy();
  await database.drop();
};

const quietly = (): void => undefined;
const plan = demoPlan(new Date().toISOString());
const count = async (table: string): Promise<number> => Number((await dataSource.query(`SELECT count(*) FROM ${table}`))[0].count);

describe('the demo company', () => {
  beforeEach(open);
  afterEach(close);

  it('is made once, also when several start at the same time', async () => {
    await Promise.all([seedDemoCompany(dataSource, quietly), seedDemoCompany(dataSource, quietly)]);

    expect(await count('person')).toBe(plan.people);
    expect(await count('post')).toBeGreaterThan(plan.posts);
    expect(await count('community')).toBe(plan.communities);
    expect(await count(`person WHERE roles @> '{employee,executive}'`)).toBeGreaterThan(0);
    expect(await count(`person WHERE manager_id IS NULL`)).toBe(1);
    expect(await count(`person WHERE deactivated_at IS NOT NULL`)).toBe(1);
    expect(await count(`expert_proposal_count`)).toBeGreaterThan(40);
    expect(await count(`comment WHERE text LIKE '%@{%'`)).toBe(0);
    expect(await count('ama_session')).toBe(2);
    expect(await count('ama_question question WHERE vote_count <> (SELECT count(*) FROM ama_vote WHERE question_id = question.id)')).toBe(0);
    expect(await count('ama_answer')).toBeGreaterThan(2);
    expect(await count(`expert_request WHERE is_open AND reasons -> 'evidence' <> '[]'`)).toBe(3);
    expect(await count('import_reference')).toBe(0);
  });

  it('is not made beside somebody', async () => {
    await dataSource.query(`INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at)
      VALUES (gen_random_uuid(), 'u1', '', 'A', 'A', 'a', '{employee}', now(), now())`);

    await seedDemoCompany(dataSource, quietly);

    expect(await count('person')).toBe(1);
  });

  it('leaves nothing when it is cut short, and is made by the next start', async () => {
    const seeding = expect(seedDemoCompany(dataSource, quietly)).rejects.toThrow();
    await cutShort();
    await seeding;
    expect(await count('person')).toBe(0);

    await seedDemoCompany(dataSource, quietly);
    expect(await count('person')).toBe(plan.people);
  });
});

describe('a visitor of the demo company', () => {
  beforeAll(async () => {
    await open();
    await seedDemoCompany(dataSource, quietly);
  });
  afterAll(close);

  it('meets every kind of thing alive', async () => {
    const alive: Record<string, string> = {
      'a poll of one choice that is open': 'poll WHERE NOT is_multiple AND NOT is_anonymous AND closes_at > now()',
      'a poll of several choices': 'poll WHERE is_multiple AND (closes_at IS NULL OR closes_at > now())',
      'an anonymous poll that is open': 'poll WHERE is_anonymous AND closes_at > now() AND EXISTS (SELECT 1 FROM poll_participant WHERE post_id = poll.post_id)',
      'a closed poll with results': 'poll WHERE closes_at < now() AND EXISTS (SELECT 1 FROM poll_option JOIN poll_vote ON option_id = id WHERE poll_option.post_id = poll.post_id)',
      'an event that is over': 'event WHERE ends_at < now()',
      'an event to come whose seats are taken': 'event WHERE starts_at > now() AND EXISTS (SELECT 1 FROM event_reply WHERE post_id = event.post_id AND is_waiting)',
      'an event of a whole day': 'event WHERE is_all_day',
      'an announcement on top that asks « I have read it »': 'announcement JOIN post ON id = post_id WHERE asks_acknowledgement AND pinned_until > now() AND community_id IS NULL',
      'an announcement that came down': 'announcement JOIN post ON id = post_id WHERE pinned_until < now()',
      'readings enough for figures': 'announcement WHERE (SELECT count(*) FROM announcement_reader WHERE post_id = announcement.post_id AND has_acknowledged) > 8',
      'a post that was pinned': `post WHERE kind <> 'announcement' AND pinned_at IS NOT NULL`,
      'replies': 'comment WHERE parent_id IS NOT NULL',
      'quotes': 'comment WHERE quoted_comment_id IS NOT NULL',
      'an accepted answer with votes': 'comment WHERE is_accepted AND vote_count > 5',
      'a page of several versions': 'wiki_page WHERE version > 2',
      'a page below another': 'wiki_page WHERE parent_id IS NOT NULL',
      'a community with all its words': `community WHERE charter <> '' AND welcome <> '' AND topics <> '{}' AND banner_pattern IS NOT NULL`,
      'a delegation': 'delegation WHERE until IS NULL',
      'a post on behalf': 'post WHERE written_by_id IS NOT NULL AND EXISTS (SELECT 1 FROM delegation WHERE executive_id = author_id AND delegate_id = written_by_id AND since < post.created_at)',
      'a skill of the taxonomy, in words of the other language': `person_skill JOIN skill_label ON skill_label.skill_id = person_skill.skill_id AND skill_label.folded = person_skill.folded WHERE language = 'en' AND level = 4`,
      'words that no taxonomy has': 'person_skill WHERE skill_id IS NULL',
      'a recommendation for an answer': `skill_endorsement JOIN person_skill ON person_skill.person_id = skill_endorsement.person_id AND person_skill.skill_id = skill_endorsement.skill_id WHERE thing_type = 'comment'`,
      'somebody who was told of a recommendation': `notification JOIN skill_endorsement ON skill_endorsement.id = subject_id AND recipient_id = person_id WHERE kind = 'recommendation'`,
      'somebody away, and somebody away later': `absence WHERE until_day >= now()::date AND EXISTS (SELECT 1 FROM absence later WHERE later.from_day > now()::date)`,
      'projects, certificates and hobbies': `profile WHERE projects <> '[]' AND certificates <> '[]' AND hobbies <> '{}'`,
      'a field that is kept to some': 'profile_visibility',
      'somebody open to another position': 'mobility',
      'hashtags that people follow': 'tag_follow WHERE EXISTS (SELECT 1 FROM post_tag WHERE post_tag.tag = tag_follow.tag)',
      'a vote that is open, half of it secret': `ballot secret JOIN ballot ON ballot.campaign_id = secret.campaign_id WHERE secret.is_secret AND NOT ballot.is_secret AND secret.sealed_at IS NULL
        AND EXISTS (SELECT 1 FROM ballot_key WHERE ballot_id = secret.id) AND (SELECT count(*) FROM ballot_voter WHERE ballot_id = secret.id) > 50 AND EXISTS (SELECT 1 FROM ballot_vote WHERE ballot_id = ballot.id AND person_id IS NOT NULL)`,
      'a secret vote that is sealed': `ballot WHERE is_secret AND sealed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ballot_key WHERE ballot_id = id) AND (SELECT count(*) FROM ballot_voter WHERE ballot_id = id) > 50`,
      'a jury that judges blind, one of whom one may sign in as': `campaign_jury JOIN campaign_role ON campaign_role.campaign_id = campaign_jury.campaign_id AND role = 'juror' JOIN person ON person.id = person_id WHERE is_blind AND identifier = 'karim.benjelloun'
        AND EXISTS (SELECT 1 FROM jury_sheet JOIN idea ON idea.id = idea_id WHERE idea.campaign_id = campaign_jury.campaign_id AND juror_id = person.id AND is_submitted)`,
      'somebody who is asked whether they would miss Parvis': `engagement_pulse_invitation JOIN person ON person.id = person_id WHERE is_open AND identifier = 'elodie.marchand'`,
      'answers enough of an earlier quarter, and sentences': 'engagement_pulse_quarter earlier WHERE very + somewhat + not_at_all >= 40 AND (SELECT count(*) FROM engagement_pulse_sentence said WHERE said.quarter = earlier.quarter) >= 10',
      'newcomers of whom it was noted, month by month, that they became active': `(SELECT 1 FROM engagement_arrival GROUP BY date_trunc('month', arrived_on) HAVING count(*) FILTER (WHERE is_activated) > 0 OFFSET 9) months`,
      'an invitation into a secret community': `community_invitation JOIN community ON community.id = community_id WHERE visibility = 'secret'`,
    };
    const counted = await Promise.all(Object.entries(alive).map(async ([what, rows]) => [what, await count(rows)] as const));
    expect(counted.filter(([, found]) => found === 0)).toEqual([]);
    expect(await count('comment WHERE vote_count <> (SELECT count(*) FROM comment_vote WHERE comment_id = comment.id)')).toBe(0);
    expect(await count('event_reply WHERE cardinality(reminders) > 0')).toBe(0);
  });

  it('finds campaigns counted as a recount counts them, and nobody who voted for what they make', async () => {
    const campaigns: { id: string }[] = await dataSource.query('SELECT id FROM campaign ORDER BY id');
    const recounts = await Promise.all(campaigns.map(({ id }) => recountCampaign(dataSource, id)));
    const ballots = recounts.flatMap((recount) => recount?.ballots ?? []);
    expect(ballots.flatMap(({ differences }) => differences)).toEqual([]);
    expect(ballots.filter(({ rows, voters }) => rows && voters > 50).map(({ kind }) => kind).toSorted()).toEqual(['budget', 'grades', 'points', 'stars', 'support', 'support']);
    expect(await count('ballot_vote JOIN idea_author USING (idea_id, person_id)')).toBe(0);
    expect(await count('jury_sheet JOIN idea_author ON idea_author.idea_id = jury_sheet.idea_id AND person_id = juror_id')).toBe(0);
    expect(await count('jury_draw')).toBe(2);
  });

  it('has something unread, whoever they sign in as', async () => {
    const waiting: { identifier: string; unread: number; saved: number }[] = await dataSource.query(
      `SELECT identifier, (SELECT count(*)::int FROM notification WHERE recipient_id = person.id AND read_at IS NULL) AS unread,
         (SELECT count(*)::int FROM saved_post WHERE person_id = person.id) AS saved
       FROM person WHERE identifier = ANY($1)`,
      [demoPeople.map(({ identifier }) => identifier)],
    );
    expect(waiting).toHaveLength(demoPeople.length);
    expect(waiting.filter(({ unread, saved }) => unread === 0 || unread > 20 || saved === 0)).toEqual([]);
    // Who opens a community's doors finds somebody waiting there.
    expect(await count(`join_request JOIN membership USING (community_id) JOIN person ON person.id = membership.person_id
      WHERE role = 'animator' AND identifier IN ('karim.benjelloun', 'thomas.vandenberghe', 'marie-eleonore.de-lhermitage-kerguelen-guezennec')`)).toBeGreaterThan(3);
  });
});

/** Ends the connection of the seed once it writes. */
async function cutShort(): Promise<void> {
  const writing = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()`;
  while ((await dataSource.query(writing)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
