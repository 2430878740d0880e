import { describe, expect, it } from '@jest/globals';
import { readHistoryLine } from './history-line.ts';

const post = { type: 'post', id: 'q1', author: 'u1', kind: 'status', body: 'Bonjour', createdAt: '2024-05-31T08:30:00Z' };
const reaction = { type: 'reaction', target: 'q1', person: 'u1', kind: 'thanks', createdAt: '2024-05-31T08:30:00Z' };
const poll = { ...post, kind: 'poll', title: 'Which day?', poll: { options: ['Monday', 'Tuesday'] } };
const times = { startsAt: '2024-06-10T12:00:00.000Z', endsAt: '2024-06-10T14:00:00.000Z' };
const event = { ...post, kind: 'event', title: 'Open day', event: times };
const tomorrowAndMore = new Date(Date.now() + 2 * 86_400_000).toISOString();

describe('a line of the history', () => {
  it.each([
    ['not JSON', '{"type":"post"', 'the line is not valid JSON'],
    ['no object', '["post"]', 'the line is not a JSON object'],
    ['no type', '{}', 'type is missing'],
    ['an unknown type', '{"type":"page"}', 'type "page" is not one of community, membership, follow, tag-follow, post, poll-vote, event-reply, reading, comment, vote, reaction, wiki-page, profile'],
    ['a type of another kind', '{"type":"toString"}', 'type "toString" is not one of community, membership, follow, tag-follow, post, poll-vote, event-reply, reading, comment, vote, reaction, wiki-page, profile'],
    ['a missing field', JSON.stringify({ ...post, author: undefined }), 'author is missing'],
    ['an empty field', JSON.stringify({ ...post, author: ' ' }), 'author " " is empty'],
    ['a wrong type', JSON.stringify({ ...post, author: 12 }), 'author 12 is not a text'],
    ['an unknown kind', JSON.stringify({ ...post, kind: 'idea' }), 'kind "idea" is not one of status, question, poll, event, announcement'],
    ['nothing said', JSON.stringify({ ...post, body: ' ' }), 'body " " is empty, and so is the title'],
    ['NUL', JSON.stringify({ ...post, body: 'a\u0000b' }), 'body "a\\u0000b" holds a character that cannot be stored (NUL or half of a surrogate pair)'],
    ['half a character', String.raw`{"type":"post","id":"\ud800"}`, 'id "\\ud800" holds a character that cannot be stored (NUL or half of a surrogate pair)'],
    ['too long an identifier', JSON.stringify({ ...post, id: 'x'.repeat(201) }), `id "${'x'.repeat(76)}… is longer than 200 characters`],
    ['no instant', JSON.stringify({ ...post, createdAt: 'yesterday' }), 'createdAt "yesterday" is not an instant (use 2024-05-31T08:30:00Z)'],
    ['a day that does not exist', JSON.stringify({ ...post, createdAt: '2023-02-29' }), 'createdAt "2023-02-29" is not an instant (use 2024-05-31T08:30:00Z)'],
    ['the time before networks', JSON.stringify({ ...post, createdAt: '1989-12-31T23:59:59Z' }), 'createdAt "1989-12-31T23:59:59Z" is before 1990'],
    ['the future', JSON.stringify({ ...post, createdAt: tomorrowAndMore }), `createdAt "${tomorrowAndMore}" is in the future`],
    ['tags that are no list', JSON.stringify({ ...post, tags: 'a,b' }), 'tags "a,b" is not a list'],
    ['a tag that is no text', JSON.stringify({ ...post, tags: ['a', 1] }), 'tags[1] 1 is not a text'],
    ['an unknown reaction', JSON.stringify({ ...reaction, kind: 'like' }), 'kind "like" is not one of thanks, agree, insightful, congratulations, support'],
    ['a poll without options', JSON.stringify({ ...poll, poll: undefined }), 'poll is missing'],
    ['a poll of one option', JSON.stringify({ ...poll, poll: { options: ['a'] } }), 'poll.options ["a"] has fewer than 2 entries'],
    ['a poll that repeats itself', JSON.stringify({ ...poll, poll: { options: ['a', ' a'] } }), 'poll.options ["a"," a"] has the same entry twice'],
    ['a poll without a title', JSON.stringify({ ...poll, title: ' ' }), 'title " " is missing'],
    ['a part of another kind', JSON.stringify({ ...poll, kind: 'status' }), 'kind "status" has no poll'],
    ['an event that ends first', JSON.stringify({ ...event, event: { ...times, endsAt: times.startsAt } }), `event.endsAt "${times.startsAt}" is not after startsAt`],
    ['an event without an end', JSON.stringify({ ...event, event: { startsAt: times.startsAt } }), 'event.endsAt is missing'],
    ['a zone that nobody knows', JSON.stringify({ ...event, event: { ...times, timeZone: 'Paris' } }), 'event.timeZone "Paris" is not a name of the IANA time zone database'],
    ['days that begin at noon', JSON.stringify({ ...event, event: { ...times, allDay: true } }), `event.startsAt "${times.startsAt}" is not the first moment of a day in its time zone`],
    ['seats that are no number', JSON.stringify({ ...event, event: { ...times, seats: 2.5 } }), 'event.seats 2.5 is not a whole number'],
    ['a link that is open to all', JSON.stringify({ ...event, event: { ...times, link: 'http://example.org' } }), 'event.link "http://example.org" is not an https address'],
    ['a hashtag with a space', '{"type":"tag-follow","person":"u1","tag":"root cause"}', 'tag "root cause" is not a hashtag (letters, digits, - and _)'],
    ['a page without a version', '{"type":"wiki-page","id":"w1","community":"c1","versions":[]}', 'versions [] is empty'],
    ['a version without an author', '{"type":"wiki-page","id":"w1","community":"c1","versions":[{"title":"a","body":"b"}]}', 'versions[0].author is missing'],
    ['a banner that nobody draws', '{"type":"community","id":"c1","name":"A","visibility":"open","banner":{"pattern":"stars","tone":"sea"}}', 'banner.pattern "stars" is not one of arches, waves, tiles, hills, rays, dots'],
    ['a skill of a level that nobody has', '{"type":"profile","person":"u1","skills":[{"name":"Welding","level":"god"}]}', 'skills[0].level "god" is not one of learning, using, fluent, helping'],
    ['a language that is none', '{"type":"profile","person":"u1","languages":["français"]}', 'languages[0] "français" is not a language (BCP 47, such as fr or en-GB)'],
    ['a link that is no page', '{"type":"profile","person":"u1","links":[{"url":"javascript:alert(1)"}]}', 'links[0].url "javascript:alert(1)" is not the address of a page (https://… or http://…)'],
    ['a project that ends first', '{"type":"profile","person":"u1","projects":[{"name":"Alto","startYear":2020,"endYear":2019}]}', 'projects[0].endYear 2019 is before startYear'],
    ['an audience that nobody knows', '{"type":"profile","person":"u1","visibility":{"hobbies":"friends"}}', 'visibility.hobbies "friends" is not one of everyone, department, communities, nobody'],
    ['an eighth day', '{"type":"profile","person":"u1","workingDays":[8]}', 'workingDays[0] 8 is more than 7'],
    ['somebody who follows themselves', '{"type":"follow","follower":"u1","followee":"u1"}', 'followee "u1" is the follower'],
  ])('is refused for %s', (_fault, line, reason) => {
    expect(readHistoryLine(line)).toMatchObject({ reason });
  });

  it.each([
    ['2024-05-31T08:30:00Z', '2024-05-31T08:30:00.000Z'],
    ['2024-05-31T08:30:00.123456+02:00', '2024-05-31T06:30:00.123Z'],
    ['2024-05-31 08:30', '2024-05-31T08:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2024-05-31T08:30:00+0200', '2024-05-31T06:30:00.000Z'],
  ])('reads the instant %s', (createdAt, read) => {
    expect(readHistoryLine(JSON.stringify({ ...post, createdAt }))).toMatchObject({ record: { createdAt: read } });
  });

  it('takes what is to come where something may be', () => {
    const closesAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    expect(readHistoryLine(JSON.stringify({ ...poll, poll: { ...poll.poll, closesAt } }))).toMatchObject({ record: { poll: { closesAt } } });
  });

  it('lower-cases tags, and passes fields over that it does not know', () => {
    const read = readHistoryLine(JSON.stringify({ ...post, tags: ['#Root', 'root', ' Énergie '], language: 'fr' }));
    expect(read).toEqual({ record: { ...post, createdAt: '2024-05-31T08:30:00.000Z', tags: ['root', 'énergie'] } });
  });
});
