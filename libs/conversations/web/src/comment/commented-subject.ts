/** What is talked about, and where it is read: comments are linked to there. */
export interface CommentedSubject {
  type: string;
  id: string;
  /** The address of its page: `/posts/<id>`. */
  path: string;
}

/** Where one comment is read: its page opens the thread with the comment in sight. */
export function commentAddress({ path }: CommentedSubject, commentId: string): string {
  return `${path}#comment-${commentId}`;
}
