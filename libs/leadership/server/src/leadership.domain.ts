import type { Domain } from '@parvis/platform/server';
import { AmaAnswerRevisionEntity } from './answer/ama-answer-revision.entity.ts';
import { AmaAnswerEntity } from './answer/ama-answer.entity.ts';
import { BriefingDismissalEntity } from './briefing/briefing-dismissal.entity.ts';
import { BriefingItemEntity } from './briefing/briefing-item.entity.ts';
import { LeadershipModule } from './leadership.module.ts';
import { Ama1764108000000 } from './migrations/1764108000000-ama.migration.ts';
import { Briefing1764108100000 } from './migrations/1764108100000-briefing.migration.ts';
import { AmaSearch1764121000000 } from './migrations/1764121000000-ama-search.migration.ts';
import { AmaSequence1764125000000 } from './migrations/1764125000000-ama-sequence.migration.ts';
import { AmaQuestionEntity } from './question/ama-question.entity.ts';
import { AmaVoteEntity } from './question/ama-vote.entity.ts';
import { AmaCohostEntity } from './session/ama-cohost.entity.ts';
import { AmaSessionEntity } from './session/ama-session.entity.ts';

export const leadershipDomain: Domain = {
  name: 'leadership',
  module: LeadershipModule,
  entities: [AmaSessionEntity, AmaCohostEntity, AmaQuestionEntity, AmaVoteEntity, AmaAnswerEntity, AmaAnswerRevisionEntity, BriefingItemEntity, BriefingDismissalEntity],
  migrations: [Ama1764108000000, Briefing1764108100000, AmaSearch1764121000000, AmaSequence1764125000000],
};
