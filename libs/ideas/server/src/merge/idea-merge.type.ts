import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonType } from '@parvis/identity/server';
import { IdeaType } from '../idea/idea.type.ts';

@ObjectType('IdeaMerge', { description: 'Two ideas that are to become one, or have. Seen by the authors of both, and by who runs the campaign.' })
export class IdeaMergeType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => IdeaType, { nullable: true, description: 'The idea that goes into the other; null when the viewer does not see it any more.' })
  source!: IdeaType | null;

  @Field(() => IdeaType, { nullable: true, description: 'The idea that lives on; null when the viewer does not see it any more.' })
  target!: IdeaType | null;

  @Field(() => PersonType, { description: 'Who proposed it.' })
  proposedBy!: PersonType;

  @Field({ description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field({ description: 'Whether an author of the source agrees.' })
  sourceAgreed!: boolean;

  @Field({ description: 'Whether an author of the target agrees.' })
  targetAgreed!: boolean;

  @Field(() => Date, { nullable: true, description: 'When the two became one; null: not yet.' })
  mergedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When each had its own back; null: it was not undone.' })
  undoneAt!: Date | null;
}
