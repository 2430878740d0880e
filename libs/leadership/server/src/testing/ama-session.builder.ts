import { hourMs, newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { AmaCohostEntity } from '../session/ama-cohost.entity.ts';
import { AmaSessionEntity } from '../session/ama-session.entity.ts';
import type { AmaState } from '../session/ama-state.ts';

/** Hours from now at which questions open, the session starts and it ends. */
const hoursOf: Record<AmaState, [number, number, number]> = {
  announced: [24, 48, 49],
  collecting: [-24, 24, 25],
  live: [-24, -0.5, 0.5],
  over: [-72, -48, -47],
  cancelled: [-24, 24, 25],
};

/** Makes a session for a test: of `host`, to the whole company, collecting questions, unless said otherwise. */
export class AmaSessionBuilder {
  private readonly session: AmaSessionEntity;
  private readonly cohosts: string[] = [];

  constructor(host: { id: string }) {
    this.session = Object.assign(new AmaSessionEntity(), {
      id: newId(), hostId: host.id, plannedById: host.id, communityId: null, key: newId(), title: 'Ask me anything', description: 'About whatever you like.',
      createdAt: new Date(), cancelledAt: null,
    });
    this.being('collecting');
  }

  being(state: AmaState): this {
    const [opensAt, startsAt, endsAt] = hoursOf[state].map((hours) => new Date(Date.now() + hours * hourMs));
    Object.assign(this.session, { opensAt, startsAt, endsAt, cancelledAt: state === 'cancelled' ? new Date() : null });
    return this;
  }

  titled(title: string): this {
    this.session.title = title;
    return this;
  }

  in(community: { id: string } | null): this {
    this.session.communityId = community?.id ?? null;
    return this;
  }

  with(...cohosts: { id: string }[]): this {
    this.cohosts.push(...cohosts.map(({ id }) => id));
    return this;
  }

  async save(manager: EntityManager): Promise<AmaSessionEntity> {
    const session = await manager.save(this.session);
    await manager.insert(AmaCohostEntity, this.cohosts.map((personId) => ({ sessionId: session.id, personId })));
    return session;
  }
}

export const anAmaSession = (host: { id: string }): AmaSessionBuilder => new AmaSessionBuilder(host);
