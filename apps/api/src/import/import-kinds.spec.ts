import { describe, expect, it } from '@jest/globals';
import { importedTables } from './import-session.ts';
import { importGround, importRuns } from './testing/import-ground.ts';

const ground = importGround(importedTables);
const { run, runTwice } = importRuns(ground);

const createdAt = '2024-06-01T08:00:00.000Z';
const post = { type: 'post', author: 'u1', body: '', createdAt };
const comment = { type: 'comment', author: 'u2', body: 'Words', createdAt: '2024-06-01T09:00:00.000Z' };

describe('a poll', () => {
  const poll = { ...post, id: 'p1', kind: 'poll', title: 'Which day?', poll: { options: ['Monday', 'Friday'] } };
  const tally = (): Promise<unknown[]> =>
    ground.dataSource.query(`SELECT label, anonymous_count AS unnamed, (SELECT count(*)::int FROM poll_vote WHERE option_id = option.id) AS named FROM poll_option option ORDER BY position`);

  it('comes with its options and the votes of people, once each', async () => {
    const vote = { type: 'poll-vote', post: 'p1', person: 'u2', options: ['Friday'] };

    expect(await runTwice([poll, vote, { ...vote, person: 'u3' }, { ...vote, person: 'u3', options: ['Monday'] }], tally)).toEqual([
      { label: 'Monday', unnamed: 0, named: 0 },
      { label: 'Friday', unnamed: 0, named: 2 },
    ]);
    expect(await ground.dataSource.query('SELECT text FROM post')).toEqual([{ text: 'Which day?\nMonday\nFriday' }]);
  });

  it('that is anonymous keeps who voted apart from what was chosen', async () => {
    const vote = { type: 'poll-vote', post: 'p1', person: 'u2', options: ['Monday', 'Friday'] };
    const lines = [{ ...poll, poll: { ...poll.poll, anonymous: true, multiple: true } }, vote, { ...vote, person: 'u3', options: ['Friday'] }];

    expect(await runTwice(lines, tally)).toEqual([
      { label: 'Monday', unnamed: 1, named: 0 },
      { label: 'Friday', unnamed: 2, named: 0 },
    ]);
    expect(await ground.dataSource.query('SELECT count(*)::int AS voters FROM poll_participant')).toEqual([{ voters: 2 }]);
  });

  it('tells votes that cannot be', async () => {
    const vote = { type: 'poll-vote', post: 'p1', person: 'u2', options: ['Friday'] };
    const { problems } = await run([
      poll,
      { ...post, id: 'p2', kind: 'status', body: 'Good' },
      { ...vote, post: 'p2' },
      { ...vote, post: 'p9' },
      { ...vote, person: 'u9' },
      { ...vote, options: ['Sunday'] },
      { ...vote, options: ['Monday', 'Friday'] },
    ]);

    expect(problems).toEqual([
      'line 3: post "p2" is no poll.',
      'line 4: post "p9" is unknown.',
      'line 5: person "u9" is unknown.',
      'line 6: option "Sunday" is not of the poll.',
      'line 7: options has several entries, and the poll takes one.',
    ]);
  });
});

describe('an event', () => {
  const event = { ...post, id: 'e1', kind: 'event', title: 'Visit', event: { startsAt: '2030-06-10T12:00:00Z', endsAt: '2030-06-10T14:00:00Z', timeZone: 'Europe/Paris', place: 'Room Pilat', seats: 1 } };
  const reply = { type: 'event-reply', post: 'e1', person: 'u2', answer: 'attending', createdAt };
  const replies = (): Promise<unknown[]> => ground.dataSource.query(`SELECT identifier, answer, is_waiting FROM event_reply JOIN person ON person.id = person_id ORDER BY 1`);

  it('comes with who comes; who came too late for a seat waits', async () => {
    const lines = [event, { ...reply, createdAt: '2024-06-03T08:00:00Z' }, { ...reply, person: 'u3' }, { ...reply, person: 'u1', answer: 'maybe' }];

    expect(await runTwice(lines, replies)).toEqual([
      { identifier: 'u1', answer: 'maybe', is_waiting: false },
      { identifier: 'u2', answer: 'attending', is_waiting: true },
      { identifier: 'u3', answer: 'attending', is_waiting: false },
    ]);
    expect(await ground.dataSource.query('SELECT place, seat_limit, text FROM event JOIN post ON post.id = post_id')).toEqual([{ place: 'Room Pilat', seat_limit: 1, text: 'Visit\nRoom Pilat' }]);
  });

  it('gives no seat twice when a later file brings more answers', async () => {
    await run([event, reply]);
    await run([event, reply, { ...reply, person: 'u3', createdAt: '2024-05-01T08:00:00Z' }]);

    expect(await replies()).toEqual([
      { identifier: 'u2', answer: 'attending', is_waiting: false },
      { identifier: 'u3', answer: 'attending', is_waiting: true },
    ]);
  });

  it('tells answers that cannot be', async () => {
    const { problems } = await run([event, { ...post, id: 'p2', kind: 'status', body: 'Good' }, { ...reply, post: 'p2' }, { ...reply, person: 'u9' }]);

    expect(problems).toEqual(['line 3: post "p2" is no event.', 'line 4: person "u9" is unknown.']);
  });
});

describe('an announcement', () => {
  const announcement = { ...post, id: 'n1', kind: 'announcement', title: 'Gates', announcement: { asksAcknowledgement: true }, pinnedAt: createdAt, pinnedUntil: '2024-07-01T00:00:00.000Z' };

  it('comes with its pin and the number of its readers', async () => {
    const lines = [announcement, { type: 'reading', post: 'n1', person: 'u2' }, { type: 'reading', post: 'n1', person: 'u3', acknowledged: true }];
    const read = (): Promise<unknown[]> =>
      ground.dataSource.query(`SELECT asks_acknowledgement, pinned_at, pinned_until, count(*)::int AS read, count(*) FILTER (WHERE has_acknowledged)::int AS said
        FROM announcement JOIN post ON post.id = post_id JOIN announcement_reader USING (post_id) GROUP BY 1, 2, 3`);

    expect(await runTwice(lines, read)).toEqual([{ asks_acknowledgement: true, pinned_at: new Date(createdAt), pinned_until: new Date('2024-07-01T00:00:00.000Z'), read: 2, said: 1 }]);
  });

  it('tells readings of what is none', async () => {
    expect((await run([{ ...post, id: 'p2', kind: 'status', body: 'Good' }, { type: 'reading', post: 'p2', person: 'u2' }])).problems).toEqual(['line 2: post "p2" is no announcement.']);
  });
});

describe('a post on top', () => {
  const pinned = (id: string, more: object = {}) => ({ ...post, id, kind: 'status', body: 'Good', pinnedAt: createdAt, ...more });
  const onTop = (): Promise<unknown[]> => ground.dataSource.query(`SELECT external_id AS id FROM post JOIN import_reference USING (id) WHERE pinned_at IS NOT NULL ORDER BY 1`);
  const community = { type: 'community', id: 'c1', name: 'Quality', visibility: 'open', createdAt };

  it('is the third at most of its place, in one file and in the next; announcements come on top of these', async () => {
    const announcement = pinned('n1', { kind: 'announcement', title: 'Gates', announcement: { asksAcknowledgement: false } });
    const lines = [community, pinned('p1'), pinned('p2'), announcement, pinned('p3'), pinned('p4'), pinned('q1', { community: 'c1' })];
    const { problems } = await run(lines);

    expect(problems).toEqual(['line 6: pinnedAt: the whole company has 3 posts on top already.']);
    expect(await onTop()).toEqual(['n1', 'p1', 'p2', 'p3', 'q1'].map((id) => ({ id })));
    expect((await run(lines)).problems).toEqual(problems);
    expect((await run([pinned('q2', { community: 'c1' }), pinned('q3', { community: 'c1' }), pinned('q4', { community: 'c1' })])).problems).toEqual([
      'line 3: pinnedAt: community "c1" has 3 posts on top already.',
    ]);
  });
});

describe('a post', () => {
  it('may be written by somebody on behalf of its author', async () => {
    const line = { ...post, id: 'p1', kind: 'status', body: 'Good', writtenBy: 'u2' };
    const read = (): Promise<unknown[]> => ground.dataSource.query(`SELECT writer.identifier AS writer FROM post LEFT JOIN person writer ON writer.id = written_by_id ORDER BY 1`);

    expect(await runTwice([line, { ...line, id: 'p2', writtenBy: 'u1' }], read)).toEqual([{ writer: 'u2' }, { writer: null }]);
    expect((await run([{ ...line, id: 'p3', writtenBy: 'u9' }])).problems).toEqual(['line 1: writtenBy "u9" is unknown.']);
  });
});

describe('a thread', () => {
  const question = { ...post, id: 'q1', kind: 'question', title: 'Which torch?' };

  it('comes on two levels, with quotes and votes', async () => {
    const vote = { type: 'vote', comment: 'a1', person: 'u1', createdAt };
    const lines = [
      question,
      { ...comment, id: 'a1', post: 'q1' },
      { ...comment, id: 'a2', post: 'q1', replyTo: 'a1' },
      { ...comment, id: 'a3', post: 'q1', replyTo: 'a2', quotes: 'a1' },
      vote,
      { ...vote, person: 'u3' },
    ];
    const read = (): Promise<unknown[]> =>
      ground.dataSource.query(`SELECT reference.external_id AS id, above.external_id AS parent, quoted.external_id AS quoted, vote_count FROM comment
        JOIN import_reference reference ON reference.id = comment.id LEFT JOIN import_reference above ON above.id = parent_id
        LEFT JOIN import_reference quoted ON quoted.id = quoted_comment_id ORDER BY 1`);

    expect(await runTwice(lines, read)).toEqual([
      { id: 'a1', parent: null, quoted: null, vote_count: 2 },
      { id: 'a2', parent: 'a1', quoted: null, vote_count: 0 },
      { id: 'a3', parent: 'a1', quoted: 'a1', vote_count: 0 },
    ]);
  });

  it('tells replies, quotes and votes that cannot be', async () => {
    const vote = { type: 'vote', person: 'u1', createdAt };
    const { problems } = await run([
      question,
      { ...post, id: 's1', kind: 'status', body: 'Good' },
      { ...comment, id: 'a1', post: 'q1' },
      { ...comment, id: 'a2', post: 's1' },
      { ...comment, id: 'a3', post: 's1', replyTo: 'a1' },
      { ...comment, id: 'a4', post: 's1', quotes: 'a1' },
      { ...comment, id: 'a5', post: 's1', replyTo: 'a9' },
      { ...vote, comment: 'a2' },
      { ...vote, comment: 'a9' },
      { ...vote, comment: 'a1', person: 'u2' },
    ]);

    expect(problems).toEqual([
      'line 5: replyTo "a1" stands elsewhere.',
      'line 6: quotes "a1" stands elsewhere.',
      'line 7: replyTo "a9" is unknown.',
      'line 8: comment "a2" is no answer to a question.',
      'line 9: comment "a9" is unknown.',
      'line 10: person "u2" wrote the answer.',
    ]);
  });
});

describe('a page of the wiki', () => {
  const community = { type: 'community', id: 'c1', name: 'Énergie', visibility: 'open' };
  const version = { title: 'Bleeding', body: '## Tools\n\nA key of **13**.', author: 'u1', createdAt };
  const page = { type: 'wiki-page', id: 'w1', community: 'c1', versions: [version, { ...version, body: 'A key of 17.', author: 'u2', note: 'Which key', createdAt: '2024-06-02T08:00:00.000Z' }] };

  it('comes with its versions, below another', async () => {
    const lines = [community, page, { ...page, id: 'w2', parent: 'w1', versions: [{ ...version, title: 'Valves' }] }];
    const read = (): Promise<unknown[]> =>
      ground.dataSource.query(`SELECT page.title, page.text, page.version, above.title AS parent, creator.identifier AS creator, latest.identifier AS latest, page.updated_at,
          (SELECT jsonb_agg(jsonb_build_array(number, note) ORDER BY number) FROM wiki_version WHERE page_id = page.id) AS versions
        FROM wiki_page page LEFT JOIN wiki_page above ON above.id = page.parent_id
        JOIN person creator ON creator.id = page.created_by_id JOIN person latest ON latest.id = page.updated_by_id ORDER BY 1`);

    expect(await runTwice(lines, read)).toEqual([
      { title: 'Bleeding', text: 'Bleeding\nA key of 17.', version: 2, parent: null, creator: 'u1', latest: 'u2', updated_at: new Date('2024-06-02T08:00:00.000Z'), versions: [[1, ''], [2, 'Which key']] },
      { title: 'Valves', text: 'Valves\nTools\nA key of 13.', version: 1, parent: 'Bleeding', creator: 'u1', latest: 'u1', updated_at: new Date(createdAt), versions: [[1, '']] },
    ]);
  });

  it('tells pages that stand nowhere, or too deep', async () => {
    const below = (id: string, parent: string) => ({ ...page, id, parent, versions: [version] });
    const { problems, added } = await run([
      community,
      { ...community, id: 'c2' },
      page,
      below('w2', 'w1'),
      below('w3', 'w2'),
      below('w4', 'w3'),
      below('w5', 'w4'),
      { ...below('w6', 'w1'), community: 'c2' },
      below('w7', 'w99'),
      { ...page, id: 'w8', community: 'c9' },
      { ...page, id: 'w9', versions: [{ ...version, author: 'u9' }] },
    ]);

    expect(problems).toEqual([
      'line 7: parent "w4" stands on the last of 4 levels.',
      'line 8: parent "w1" stands in another community.',
      'line 9: parent "w99" is unknown.',
      'line 10: community "c9" is unknown.',
      'line 11: author "u9" is unknown.',
    ]);
    expect(added('wiki-page')).toBe(4);
  });
});

describe('a community', () => {
  it('comes with what it says of itself, and hashtags with who follows them', async () => {
    const lines = [
      { type: 'community', id: 'c1', name: 'Énergie', visibility: 'open', charter: 'Figures first.', topics: ['Énergie', 'Carbone'], welcome: 'Hello!', banner: { pattern: 'waves', tone: 'sea' } },
      { type: 'tag-follow', person: 'u1', tag: '#Énergie' },
    ];
    const read = (): Promise<unknown[]> => ground.dataSource.query(`SELECT charter, topics, topic_keys, welcome, banner_pattern, banner_tone, tag FROM community, tag_follow`);

    expect(await runTwice(lines, read)).toEqual([
      { charter: 'Figures first.', topics: ['Énergie', 'Carbone'], topic_keys: ['energie', 'carbone'], welcome: 'Hello!', banner_pattern: 'waves', banner_tone: 'sea', tag: 'énergie' },
    ]);
  });
});
