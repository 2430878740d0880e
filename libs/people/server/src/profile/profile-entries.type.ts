import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Certificate, ProfileLink, Project } from './profile-entries.ts';

@ObjectType('ProfileProject', { description: 'Something that somebody worked on, in their words.' })
export class ProjectType implements Project {
  @Field({ description: 'What it is called.' })
  name!: string;

  @Field({ description: 'What they did there; may be empty.' })
  description!: string;

  @Field(() => Int, { nullable: true, description: 'When they began.' })
  startYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'When they ended; null while it goes on, or when nobody said.' })
  endYear!: number | null;

  @Field(() => String, { nullable: true, description: 'A page about it, http or https.' })
  url!: string | null;
}

@ObjectType('ProfileCertificate', { description: 'Something that somebody was examined in, in their words.' })
export class CertificateType implements Certificate {
  @Field({ description: 'What it is called.' })
  name!: string;

  @Field({ description: 'Who gave it; may be empty.' })
  issuer!: string;

  @Field(() => Int, { nullable: true, description: 'When they got it.' })
  year!: number | null;

  @Field(() => String, { nullable: true, description: 'A page about it, http or https.' })
  url!: string | null;
}

@ObjectType('ProfileLink', { description: 'A page that somebody wants to show.' })
export class ProfileLinkType implements ProfileLink {
  @Field({ description: 'What it is called; the name of its site when they gave it none.' })
  label!: string;

  @Field({ description: 'Its address, http or https.' })
  url!: string;
}

const name = { description: 'At most 120 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' };
const page = { nullable: true, description: 'An http or https address of at most 500 characters; none when empty. Errors: LINK_INVALID, TEXT_TOO_LONG.' };
const year = { nullable: true, description: '1940 to ten years ahead. Errors: YEAR_INVALID.' };

@InputType({ description: 'Something that the viewer worked on.' })
export class ProfileProjectInput {
  @Field(name)
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 400 characters. Errors: TEXT_TOO_LONG.' })
  description?: string | null;

  @Field(() => Int, year)
  startYear?: number | null;

  @Field(() => Int, { nullable: true, description: 'Not before the first. Errors: YEAR_INVALID, YEARS_REVERSED.' })
  endYear?: number | null;

  @Field(() => String, page)
  url?: string | null;
}

@InputType({ description: 'Something that the viewer was examined in.' })
export class ProfileCertificateInput {
  @Field(name)
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters. Errors: TEXT_TOO_LONG.' })
  issuer?: string | null;

  @Field(() => Int, year)
  year?: number | null;

  @Field(() => String, page)
  url?: string | null;
}

@InputType({ description: 'A page that the viewer wants to show.' })
export class ProfileLinkInput {
  @Field(() => String, { nullable: true, description: 'At most 120 characters; the name of the site when empty. Errors: TEXT_TOO_LONG.' })
  label?: string | null;

  @Field({ description: 'An http or https address of at most 500 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, LINK_INVALID.' })
  url!: string;
}
