import { describe, expect, it } from '@jest/globals';
import { readHistoryLine } from './history-line.ts';

const post = { type: 'post', id: 'q1', author: 'u1', kind: 'status', body: 'Bonjour', createdAt: '2024-05-31T08:30:00Z' };
const reaction = { type: 'reaction', target: 'q1', person: 'u1', kind: 'thanks', createdAt: '2024-05-31T08:30:00Z' };
const tomorrowAndMore = new Date(Date.now() + 2 * 86_400_000).toISOString();

describe('a line of the history', () => {
  it.each([
    ['not JSON', '{"type":"post"', 'the line is not valid JSON'],
    ['no object', '["post"]', 'the line is not a JSON object'],
    ['no type', '{}', 'type is missing'],
    ['an unknown type', '{"type":"page"}', 'type "page" is not one of community, membership, follow, post, comment, reaction'],
    ['a type of another kind', '{"type":"toString"}', 'type "toString" is not one of community, membership, follow, post, comment, reaction'],
    ['a missing field', JSON.stringify({ ...post, author: undefined }), 'author is missing'],
    ['an empty field', JSON.stringify({ ...post, author: ' ' }), 'author " " is empty'],
    ['a wrong type', JSON.stringify({ ...post, author: 12 }), 'author 12 is not a text'],
    ['an unknown kind', JSON.stringify({ ...post, kind: 'poll' }), 'kind "poll" is not one of status, question'],
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

  it('lower-cases tags, and passes fields over that it does not know', () => {
    const read = readHistoryLine(JSON.stringify({ ...post, tags: ['#Root', 'root', ' Énergie '], language: 'fr' }));
    expect(read).toEqual({ record: { ...post, createdAt: '2024-05-31T08:30:00.000Z', tags: ['root', 'énergie'] } });
  });
});
