import { importCommunities, importMemberships } from '@parvis/communities/server';
import { importComments, importReactions } from '@parvis/conversations/server';
import { importPosts } from '@parvis/feed/server';
import { importFollows } from '@parvis/people/server';
import type { ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { HistoryRecord, HistoryType } from './history-record.ts';
import { bodyWriter } from './mentions.ts';

export interface HistoryLine<Record extends HistoryRecord = HistoryRecord> {
  line: number;
  record: Record;
}

const subjectType = 'post';
const instant = (value: string | null | undefined): Date | null => (value ? new Date(value) : null);

/** Writes checked lines, what is referred to before what refers to it: the order within a batch is free. */
export async function writeHistory(manager: EntityManager, lines: readonly HistoryLine[]): Promise<Record<HistoryType, ImportOutcome & { lines: number }>> {
  const byType = Map.groupBy(lines, ({ record }) => record.type);
  const all = <Type extends HistoryType>(type: Type) =>
    ((byType.get(type) ?? []) as HistoryLine<Extract<HistoryRecord, { type: Type }>>[]).map(({ line, record }) => ({ line, ...record }));
  const counted = async (type: HistoryType, outcome: Promise<ImportOutcome>) => ({ ...(await outcome), lines: byType.get(type)?.length ?? 0 });

  const community = await counted(
    'community',
    importCommunities(manager, all('community').map((told) => ({ ...told, description: told.description ?? '', createdAt: instant(told.createdAt) }))),
  );
  const membership = await counted(
    'membership',
    importMemberships(manager, all('membership').map((told) => ({ ...told, role: told.role ?? 'member', joinedAt: instant(told.joinedAt) }))),
  );
  const follow = await counted('follow', importFollows(manager, all('follow').map((told) => ({ ...told, createdAt: instant(told.createdAt) }))));
  const bodyOf = await bodyWriter(manager, [...all('post'), ...all('comment')].map(({ body }) => body));
  const post = await counted(
    'post',
    importPosts(
      manager,
      all('post').map((told) => ({
        ...told, community: told.community ?? null, title: told.title || null, body: bodyOf(told.body), createdAt: new Date(told.createdAt), tags: told.tags ?? [],
      })),
    ),
  );
  const comment = await counted(
    'comment',
    importComments(
      manager,
      all('comment').map((told) => ({
        ...told, subject: { type: subjectType, id: told.post }, body: bodyOf(told.body), createdAt: new Date(told.createdAt), isAccepted: told.accepted ?? false,
      })),
    ),
  );
  const reaction = await counted('reaction', importReactions(manager, all('reaction').map((told) => ({ ...told, createdAt: new Date(told.createdAt) })), [subjectType]));
  return { community, membership, follow, post, comment, reaction };
}
