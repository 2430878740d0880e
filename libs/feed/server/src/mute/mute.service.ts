import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityQuery } from '@parvis/communities/server';
import { PersonQuery, type Viewer } from '@parvis/identity/server';
import { checkedId, Jobs, newId, Transactions } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { mutesChanged } from '../feed.events.ts';
import { eraseEndedMutes, muteEnded } from '../feed.jobs.ts';
import { checkedTag } from '../tag/tag-form.ts';
import { MuteEntity } from './mute.entity.ts';

export const muteDurations = ['day', 'week', 'month', 'until-taken-back'] as const;
export type MuteDuration = (typeof muteDurations)[number];

export interface MuteWish {
  personId?: string | null;
  communityId?: string | null;
  tag?: string | null;
  duration: MuteDuration;
}

type Target = Pick<MuteEntity, 'mutedPersonId' | 'communityId' | 'tag'>;

const intervals: Record<MuteDuration, string | null> = { day: '1 day', week: '7 days', month: '30 days', 'until-taken-back': null };

/** Keeps people, communities and hashtags out of somebody's feeds for a while. The muted never learn of it. */
@Injectable()
export class MuteService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonQuery,
    private readonly communities: CommunityQuery,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(eraseEndedMutes, '47 2 * * *', () => this.transactions.run((tx) => tx.manager.query('DELETE FROM mute WHERE until < now()')));
  }

  /** Muting the same again changes how long. Errors: MUTE_ONE_TARGET, MUTE_SELF, PERSON_NOT_FOUND, COMMUNITY_NOT_FOUND, TAG_INVALID, ID_INVALID. */
  async mute(viewer: Viewer, wish: MuteWish): Promise<MuteEntity> {
    const target = await this.checkedTarget(viewer, wish);
    return this.transactions.run(async (tx) => {
      const conflict = target.tag ? '(tag, person_id)' : target.communityId ? '(community_id, person_id)' : '(muted_person_id, person_id)';
      const [{ id }]: [{ id: string }] = await tx.manager.query(
        `INSERT INTO mute (id, person_id, muted_person_id, community_id, tag, until, created_at) VALUES ($1, $2, $3, $4, $5, now() + $6::interval, now())
         ON CONFLICT ${conflict} DO UPDATE SET id = EXCLUDED.id, until = EXCLUDED.until, created_at = EXCLUDED.created_at RETURNING id`,
        [newId(), viewer.personId, target.mutedPersonId, target.communityId, target.tag, intervals[wish.duration]],
      );
      const mute = await tx.manager.findOneByOrFail(MuteEntity, { id });
      tx.emit(mutesChanged({ personId: viewer.personId }));
      if (mute.until) await this.jobs.at(tx, muteEnded, { personId: viewer.personId }, { at: mute.until, key: mute.id });
      return mute;
    });
  }

  /** Taking back what is not there, or not one's own, changes nothing. Errors: ID_INVALID. */
  async unmute(viewer: Viewer, id: string): Promise<string> {
    const muteId = checkedId('id', id);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.delete(MuteEntity, { id: muteId, personId: viewer.personId });
      if (!affected) return;
      await this.jobs.cancel(tx, muteEnded, muteId);
      tx.emit(mutesChanged({ personId: viewer.personId }));
    });
    return muteId;
  }

  private async checkedTarget(viewer: Viewer, { personId, communityId, tag }: MuteWish): Promise<Target> {
    if ([personId, communityId, tag].filter((named) => named != null).length !== 1) throw feedErrors.muteOneTarget();
    const nothing = { mutedPersonId: null, communityId: null, tag: null };
    if (tag != null) return { ...nothing, tag: checkedTag(tag) };
    if (communityId != null) {
      const community = await this.communities.byId(viewer, checkedId('communityId', communityId));
      if (!community) throw feedErrors.communityNotFound();
      return { ...nothing, communityId: community.id };
    }
    const person = await this.people.byId(viewer, checkedId('personId', String(personId)));
    if (!person) throw feedErrors.personNotFound();
    if (person.id === viewer.personId) throw feedErrors.cannotMuteSelf();
    return { ...nothing, mutedPersonId: person.id };
  }
}
