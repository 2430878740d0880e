import { registerEnumType } from '@nestjs/graphql';
import type { Standing } from '../idea/idea-author.entity.ts';

export const IdeaStandingEnum = { AUTHOR: 'author', INVITED: 'invited', VOLUNTEER: 'volunteer' } as const satisfies Record<string, Standing>;

registerEnumType(IdeaStandingEnum, {
  name: 'IdeaStanding',
  description: 'What somebody is to an idea.',
  valuesMap: {
    AUTHOR: { description: 'Makes it, with others or alone.' },
    INVITED: { description: 'Was asked by its authors to make it with them.' },
    VOLUNTEER: { description: 'Offers to make it with its authors.' },
  },
});
