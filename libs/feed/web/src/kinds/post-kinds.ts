import type { PostKind } from '@parvis/platform/web';

import { announcementLook } from './announcement/announcement.look.ts';
import { eventLook } from './event/event.look.ts';
import type { KindLook } from './kind-look.ts';
import { pollLook } from './poll/poll.look.ts';
import { questionLook } from './question/question.look.ts';
import { statusLook } from './status.look.ts';

/** Each look takes its own part back and no other: the registry alone forgets which. */
const asKind = <Part>(look: KindLook<Part>) => look as unknown as KindLook;

/** Every kind of post, in the order in which they are offered. */
export const postKinds: readonly KindLook[] = [statusLook, asKind(questionLook), asKind(pollLook), asKind(eventLook), asKind(announcementLook)];

export function lookOf(kind: PostKind): KindLook {
  const look = postKinds.find((one) => one.kind === kind);
  if (!look) throw new Error(`There is no look for ${kind}.`);
  return look;
}
