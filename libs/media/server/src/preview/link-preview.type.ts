import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('LinkPreview', { description: 'What a page on the web said of itself when it was looked at. The server looked, with nobody’s rights: any colleague may see it.' })
export class LinkPreviewType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The address, http or https.' })
  url!: string;

  @Field({ description: 'The page’s title, as plain text of 200 characters at most.' })
  title!: string;

  @Field({ description: 'What it is about, as plain text of 400 characters at most; may be empty.' })
  description!: string;

  @Field({ description: 'The name of the site; may be empty.' })
  siteName!: string;

  @Field(() => Int, { nullable: true, description: 'Width of its picture in pixels; null when it has none.' })
  imageWidth!: number | null;

  @Field(() => Int, { nullable: true, description: 'Height of its picture in pixels; null when it has none.' })
  imageHeight!: number | null;
}
