/** Work to be done later, or again and again; `<domain>.<what>`, for example `feed.publish-scheduled`. Its payload holds ids and small facts. */
export interface JobType<P extends object> {
  readonly name: string;
  /** For the types alone. */
  readonly payload?: P;
}

/** Declares a job: `const publishScheduled = jobType<{ postId: string }>('feed.publish-scheduled')`. */
export const jobType = <P extends object = object>(name: string): JobType<P> => ({ name });
