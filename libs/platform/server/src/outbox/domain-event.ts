/** Something that happened, told to other domains after the commit. `payload` holds ids and small facts, never a person's words. */
export interface DomainEvent<P extends object = object> {
  /** `<domain>.<what happened>`, for example `feed.post-published`. */
  type: string;
  payload: P;
}

/** Declares an event: `const postPublished = eventType<{ postId: string }>('feed.post-published')`, made by `postPublished({ postId })`. */
export function eventType<P extends object>(type: string) {
  const make = (payload: P): DomainEvent<P> => ({ type, payload });
  return Object.assign(make, { type });
}

export type EventType<P extends object> = ReturnType<typeof eventType<P>>;
