import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export const WeekContributionKindEnum = { POST: 'post', QUESTION: 'question', ANSWER: 'answer', COMMENT: 'comment', IDEA: 'idea', PAGE: 'page' } as const;
export type WeekContributionKind = (typeof WeekContributionKindEnum)[keyof typeof WeekContributionKindEnum];

registerEnumType(WeekContributionKindEnum, {
  name: 'WeekContributionKind',
  description: 'What somebody contributed.',
  valuesMap: {
    POST: { description: 'A post.' },
    QUESTION: { description: 'A question.' },
    ANSWER: { description: 'An answer to somebody’s question.' },
    COMMENT: { description: 'A comment, or a reply to one.' },
    IDEA: { description: 'An idea.' },
    PAGE: { description: 'A wiki page, written or changed.' },
  },
});

@ObjectType({ description: 'Whose weeks the viewer may read, to notice and thank.' })
export class WeekPlaces {
  @Field({ description: 'That of their team: they have at least 3 people who report to them.' })
  hasTeam!: boolean;

  communityIds!: string[];
}

@ObjectType({ description: 'What was contributed in a week, from Monday to Sunday, subject by subject. Nothing is counted by person, and whoever contributed nothing is not told of.' })
export class ContributionWeek {
  @Field({ description: 'Its Monday, YYYY-MM-DD.' })
  startsOn!: string;

  @Field(() => [WeekSubject], { description: 'What contributions are about, by the newest of each.' })
  subjects!: WeekSubject[];

  @Field({ description: 'There was more: the newest 100 contributions are shown.' })
  hasMore!: boolean;
}

@ObjectType({ description: 'What contributions are about: a post, an idea, a wiki page.' })
export class WeekSubject {
  @Field({ description: 'Its kind: post, idea, wiki-page, campaign, ama-session, ama-question.' })
  type!: string;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name, for what has one.' })
  title!: string | null;

  @Field({ description: 'Its first words, plain text.' })
  extract!: string;

  communityId!: string | null;

  @Field(() => [WeekContribution], { description: 'Newest first.' })
  contributions!: WeekContribution[];
}

@ObjectType({ description: 'Something that one person contributed, or several together.' })
export class WeekContribution {
  @Field({ description: 'What to thank for, as reactions name it: post, comment, idea, wiki-page.' })
  type!: string;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => WeekContributionKindEnum, { description: 'What it is.' })
  kind!: WeekContributionKind;

  @Field({ description: 'When; of a wiki page, the last time in the week.' })
  at!: Date;

  @Field({ description: 'Its first words, plain text.' })
  extract!: string;

  personIds!: string[];

  @Field({ description: 'Whether the viewer may react to it: its place is live.' })
  canThank!: boolean;

  @Field({ description: 'Whether the viewer has thanked for it.' })
  isThanked!: boolean;
}
