const kinds: Record<string, string> = {
  'post.home': 'post',
  'post.community': 'post',
  'edit.post': 'editPost',
  comment: 'comment',
  reply: 'reply',
  'edit.comment': 'editComment',
  'wiki.new': 'newWikiPage',
  wiki: 'wikiPage',
  'ama-answer': 'answer',
  'edit.ama-answer': 'editAnswer',
};

/** What is being written, as the words of the list name it: `comment.<id>` is a comment. */
export function draftKind(subject: string): string {
  return kinds[subject.replace(/\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '')] ?? 'text';
}
