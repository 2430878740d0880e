import { describe, expect, it } from '@jest/globals';
import { byRank, ranked, reasonsToShow, type PostFacts } from './score.ts';

const now = new Date('2026-03-02T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000);
const aPost = (facts: Partial<PostFacts> = {}): PostFacts => ({
  id: 'a', createdAt: now, isOwn: false, mentionsViewer: false, authorFollowed: false, communityJoined: false, toCompany: false, tagsFollowed: [],
  isQuestion: false, byExecutive: false, executiveAnswered: false, comments: 0, commentsOfFollowed: 0, reactions: 0, ...facts,
});

describe('the rank of a post that was missed', () => {
  it.each<[string, Partial<PostFacts>, number, string[]]>([
    ['nothing speaks for', {}, 0, []],
    ['a mention of the reader', { mentionsViewer: true }, 8, ['to-me']],
    ['somebody followed', { authorFollowed: true }, 4, ['person-followed']],
    ['a community joined', { communityJoined: true }, 3, ['community-joined']],
    ['one hashtag followed', { tagsFollowed: ['vélo'] }, 3, ['tag-followed']],
    ['three hashtags followed, which count once', { tagsFollowed: ['a', 'b', 'c'] }, 3, ['tag-followed']],
    ['the whole company', { toCompany: true }, 1, ['whole-company']],
    ['an executive', { byExecutive: true }, 2, ['executive']],
    ['an executive’s comment', { executiveAnswered: true, comments: 1 }, 1 + 1.58, ['executive-answered', 'echo']],
    ['a question without an answer in a community joined', { isQuestion: true, communityJoined: true }, 6, ['community-joined', 'question-unanswered']],
    ['a question without an answer elsewhere', { isQuestion: true, toCompany: true }, 1, ['whole-company']],
    ['a question with an answer', { isQuestion: true, communityJoined: true, comments: 1 }, 3 + 1.58, ['community-joined', 'echo']],
    ['one comment by somebody followed', { comments: 1, commentsOfFollowed: 1 }, 2 + 1.58, ['followed-commented', 'echo']],
    ['ten comments by people followed, of which three count', { comments: 10, commentsOfFollowed: 10 }, 6 + 4.39, ['followed-commented', 'echo']],
    ['one reaction', { reactions: 1 }, 1, ['echo']],
    ['seven reactions', { reactions: 7 }, 3, ['echo']],
    ['a thousand reactions, which do not drown all else', { reactions: 1_000 }, 9.97, ['echo']],
    ['three days', { mentionsViewer: true, createdAt: daysAgo(3) }, 4, ['to-me', 'age']],
    ['six days', { mentionsViewer: true, createdAt: daysAgo(6) }, 2, ['to-me', 'age']],
    ['a clock that runs ahead', { mentionsViewer: true, createdAt: daysAgo(-1) }, 8, ['to-me']],
  ])('by %s', (_what, facts, rank, codes) => {
    const { rank: hundredths, reasons } = ranked(aPost(facts), now);

    expect(hundredths / 100).toBeCloseTo(rank, 10);
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    expect(reasons.reduce((sum, { points }) => sum + Math.round((points ?? 0) * 100), 0)).toBe(hundredths);
  });

  it('puts the higher one first and of equals the newer one, the same at every reading', () => {
    const posts = [{ id: 'a', rank: 3 }, { id: 'c', rank: 3 }, { id: 'b', rank: 9 }, { id: 'd', rank: 1 }];
    expect(posts.toSorted(byRank).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
    expect(posts.toReversed().toSorted(byRank).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  });
});

describe('the reasons of a post that is not ranked', () => {
  it.each<[string, Partial<PostFacts>, string[]]>([
    ['what one chose to follow', { authorFollowed: true, communityJoined: true, tagsFollowed: ['vélo'] }, ['person-followed', 'community-joined', 'tag-followed']],
    ['not how much is said under it', { toCompany: true, comments: 9, commentsOfFollowed: 3, reactions: 9 }, ['whole-company']],
    ['that it is one’s own', { isOwn: true, toCompany: true }, ['own', 'whole-company']],
    ['that anybody may read it, when there is no other', { reactions: 9 }, ['open-community']],
  ])('say %s', (_what, facts, codes) => {
    const reasons = reasonsToShow(aPost(facts));
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    expect(reasons.every(({ points }) => points === null)).toBe(true);
  });
});
