import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { connectionType } from '@parvis/platform/server';

@ObjectType('WikiVersion', { description: 'What a page said from one save to the next.' })
export class WikiVersionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, without gaps.' })
  number!: number;

  @Field({ description: 'The title then.' })
  title!: string;

  @Field(() => RichText, { description: 'What it said.' })
  body!: RichTextDocument;

  @Field({ description: 'What its author says has changed; may be empty.' })
  note!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the version that it brought back; null for one that was written.' })
  restoredFrom!: number | null;

  @Field({ description: 'When it was saved.' })
  createdAt!: Date;
}

@ObjectType('WikiVersionConnection', { description: 'A page of the versions of a wiki page.' })
export class WikiVersionConnection extends connectionType('WikiVersion', () => WikiVersionType) {}
