import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateType } from '../period/date.scalar.ts';

export const EngagementAnnotationKindEnum = { CAMPAIGN_OPENED: 'campaign-opened' } as const;
registerEnumType(EngagementAnnotationKindEnum, {
  name: 'EngagementAnnotationKind',
  description: 'What happened.',
  valuesMap: { CAMPAIGN_OPENED: { description: 'A campaign of ideas opened: its first phase began, or it was published, whichever came later.' } },
});

@ObjectType('EngagementAnnotation', { description: 'Something that happened, to read figures by. It is no figure, and says nothing of why they are as they are.' })
export class EngagementAnnotationType {
  @Field(() => DateType, { description: 'The day, in UTC.' })
  at!: string;

  @Field(() => EngagementAnnotationKindEnum, { description: 'What kind of thing it is.' })
  kind!: (typeof EngagementAnnotationKindEnum)[keyof typeof EngagementAnnotationKindEnum];

  @Field({ description: 'What it is called, as its makers wrote it: the question of the campaign, in full.' })
  label!: string;
}
