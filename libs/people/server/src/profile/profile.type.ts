import { Field, InputType, Int } from '@nestjs/graphql';
import type { VisibilityChoice } from '../visibility/profile-visibility.service.ts';
import { ProfileCertificateInput, ProfileLinkInput, ProfileProjectInput } from './profile-entries.type.ts';
import { ProfileVisibilityInput } from '../visibility/profile-visibility.type.ts';

@InputType({ description: 'What to change in the viewer’s own profile; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters. Errors: TEXT_TOO_LONG.' })
  biography?: string | null;

  @Field(() => [String], { nullable: true, description: 'BCP 47 codes such as fr or en-GB. Errors: LANGUAGE_UNKNOWN.' })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 30, of 60 characters each. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS.' })
  askMeAbout?: string[] | null;

  @Field(() => [ProfileProjectInput], { nullable: true, description: 'All of them, 20 at most. A refusal names the place, as `projects.2.url`. Errors: TOO_MANY_ITEMS.' })
  projects?: ProfileProjectInput[] | null;

  @Field(() => [ProfileCertificateInput], { nullable: true, description: 'All of them, 20 at most. A refusal names the place, as `certificates.0.year`. Errors: TOO_MANY_ITEMS.' })
  certificates?: ProfileCertificateInput[] | null;

  @Field(() => [ProfileLinkInput], { nullable: true, description: 'All of them, 20 at most. A refusal names the place, as `links.1.url`. Errors: TOO_MANY_ITEMS.' })
  links?: ProfileLinkInput[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 30, of 60 characters each. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS.' })
  hobbies?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Whose clock they go by, as an IANA name such as Europe/Paris; chosen from then on, until it is empty. Errors: TIME_ZONE_UNKNOWN.' })
  timeZone?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Days on which they work: Monday is 1, Sunday 7 (ISO 8601). Empty: no longer said. Errors: WORKING_DAYS_INVALID.' })
  workingDays?: number[] | null;

  @Field(() => [ProfileVisibilityInput], { nullable: true, description: 'Who may see which field, in the same step as what it says; fields that are not named stay.' })
  visibility?: VisibilityChoice[] | null;
}
