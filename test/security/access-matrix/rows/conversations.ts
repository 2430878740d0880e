import { richTextOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import { command, field, mutation, query, type Expected, type Row } from '../row.ts';
import type { World } from '../world.ts';

const body = richTextOf('Said.');
const inside: Expected = { insiders: 'inside', others: 'null' };

/** What is said under something is seen by those who see it. A draft is its writer's alone. */
export function conversationRows(w: World): Row[] {
  const subject = { type: 'post', id: w.memberPost };
  const seen: Expected = { insiders: 'yes', others: 'SUBJECT_NOT_FOUND' };
  const ofMember: Expected = { member: 'yes', animator: 'COMMENT_NOT_YOURS', others: 'COMMENT_NOT_FOUND' };
  const comment = { key: newId(), subject, body, asksAuthors: false };
  const draft = { subject: 'post.home', version: newId(), key: newId(), body };
  const talk = [['conversation', { subject }]] as [string, Record<string, unknown>][];
  const ofComment = [['comment', { id: w.memberComment }]] as [string, Record<string, unknown>][];
  const page = [['wikiPage', { id: w.wikiPage }]] as [string, Record<string, unknown>][];
  const byAnimator: Expected = { animator: 'yes', member: 'COMMUNITY_NOT_ANIMATOR', others: 'WIKI_PAGE_NOT_FOUND' };
  const byMembers: Expected = { insiders: 'yes', others: 'WIKI_PAGE_NOT_FOUND' };
  return [
    query('comment', { id: w.memberComment }, inside),
    // What they wrote there, they do not see any more either.
    query('comment', { id: w.outsiderComment }, { insiders: 'yes', others: 'null' }),
    query('conversation', { subject }, { insiders: 'yes', others: 'null' }),
    query('conversation', { subject: { type: 'idea', id: w.memberIdea } }, { insiders: 'yes', others: 'null' }),
    query('draft', { subject: 'post.home' }, { member: 'inside', others: 'null' }),
    query('drafts', {}, { member: 'inside', outsider: 'yes', others: 'empty' }),
    query('richTextOfMarkdown', { markdown: '*Hi*' }, { others: 'yes' }),
    query('wikiPage', { id: w.wikiPage }, inside),

    field('Comment.reactors', ofComment, {}, { insiders: 'yes', others: 'null' }),
    field('Comment.replies', ofComment, {}, inside),
    field('Conversation.comments', talk, {}, inside),
    field('Conversation.reactors', talk, {}, { insiders: 'yes', others: 'null' }),
    field('WikiPage.comparison', page, { from: 1, to: 2 }, inside),
    field('WikiPage.versionNumbered', page, { number: 1 }, inside),
    field('WikiPage.versions', page, {}, inside),
    field('Person.wikiPages', [['person', { id: w.people.author }]], {}, { insiders: 'inside', others: 'empty' }),

    command('addComment', comment, seen),
    command('addComment', { ...comment, subject: { type: 'wiki-page', id: w.wikiPage } }, seen),
    command('editComment', { id: w.memberComment, body }, ofMember),
    mutation('deleteComment', { id: w.memberComment }, ofMember),
    mutation('deleteComment', { id: w.outsiderComment }, { insiders: 'COMMENT_NOT_YOURS', others: 'COMMENT_NOT_FOUND' }),
    // The asker, or an animator when the asker forgets.
    mutation('acceptAnswer', { id: w.answer, accepted: true }, { insiders: 'yes', others: 'COMMENT_NOT_FOUND' }),
    mutation('acceptAnswer', { id: w.openAnswer, accepted: true }, { employee: 'yes', others: 'ANSWER_NOT_YOURS_TO_ACCEPT' }),
    mutation('voteAnswer', { id: w.answer, voted: true }, { insiders: 'yes', others: 'COMMENT_NOT_FOUND' }),
    command('setReaction', { subject, kind: 'THANKS' }, seen),
    command('setThreadState', { subject, state: 'MUTED' }, seen),
    // Each has drafts of their own: of `member` there is one already, which this save was not made from.
    command('saveDraft', { ...draft, basedOn: [] }, { others: 'yes' }),
    // Nobody throws away but what is theirs.
    command('throwDraftAway', { subject: 'post.home', versions: [w.draftVersion] }, { member: 'yes', others: 'null' }),

    command('createWikiPage', { key: newId(), communityId: w.closed, title: 'New', body }, { insiders: 'yes', others: 'COMMUNITY_NOT_MEMBER' }),
    command('createWikiPage', { key: newId(), communityId: w.hidden, title: 'New', body }, { insiders: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
    command('editWikiPage', { id: w.otherPage, version: 1, title: 'Changed', body }, byMembers),
    mutation('moveWikiPage', { id: w.otherPage, parentId: w.wikiPage }, byMembers),
    mutation('restoreWikiVersion', { id: w.wikiPage, number: 1 }, byMembers),
    mutation('deleteWikiPage', { id: w.otherPage }, byAnimator),
    mutation('bringBackWikiPage', { id: w.deletedPage }, byAnimator),
  ];
}
