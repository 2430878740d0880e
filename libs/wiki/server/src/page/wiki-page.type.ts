import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';

@ObjectType('WikiPage', { description: 'A page on which a community keeps what it has learnt; seen by those who may read the community.' })
export class WikiPageType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 150 characters.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'UUID of the page that it stands below; null at the top.' })
  parentId!: string | null;

  @Field(() => Int, { description: 'Number of the newest version, from 1.' })
  version!: number;

  @Field({ description: 'When its first version was saved.' })
  createdAt!: Date;

  @Field({ description: 'When its newest version was saved.' })
  updatedAt!: Date;
}

@InputType({ description: 'A page to make.' })
export class CreateWikiPageInput {
  @Field(() => ID, { description: 'UUID made by the client once per page; the same again returns what the first call made. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { description: 'In which community. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER.' })
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'Below which page; at the top when left out. Errors: WIKI_PARENT_NOT_FOUND, WIKI_PARENT_NOT_POSSIBLE.' })
  parentId?: string | null;

  @Field({ description: 'At most 150 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  title!: string;

  @Field(() => RichText, { description: 'What it says. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body!: RichTextDocument;
}

@InputType({ description: 'A new version of a page.' })
export class EditWikiPageInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, WIKI_PAGE_NOT_FOUND.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change starts from. Errors: WIKI_PAGE_CHANGED with `version`, the newest one, when it is another.' })
  version!: number;

  @Field({ description: 'At most 150 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  title!: string;

  @Field(() => RichText, { description: 'What it says from now on. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body!: RichTextDocument;

  @Field(() => String, { nullable: true, description: 'What has changed, in a few words; at most 200 characters. Errors: TEXT_TOO_LONG.' })
  note?: string | null;
}
