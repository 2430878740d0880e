import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { HouseLanguage } from '@parvis/platform/server';
import { HouseLanguageEnum } from '../text/house-text.type.ts';

@ObjectType('HouseLook', { description: 'What the company calls its network, and the one colour of it.' })
export class HouseLookType {
  @Field({ description: 'At most 40 characters.' })
  name!: string;

  @Field({ description: 'On light ground, such as `#17695a`.' })
  accentLight!: string;

  @Field({ description: 'On dark ground, such as `#74c7b4`.' })
  accentDark!: string;

  @Field({ description: 'Whether all of it is as Parvis comes.' })
  isStandard!: boolean;

  @Field(() => Int, { description: 'To be handed back with a change: it is refused when somebody else has made one meanwhile.' })
  revision!: number;
}

@ObjectType('AccentCheck', { description: 'Whether a colour can be read wherever the interface has it, and what would become of it.' })
export class AccentCheckType {
  @Field({ description: 'What was asked about, in small letters.' })
  colour!: string;

  @Field(() => Float, { description: 'The least contrast that it has anywhere (WCAG 2.2), from 1 to 21; 4.5 is enough.' })
  contrast!: number;

  @Field({ description: 'Whether that is enough.' })
  isReadable!: boolean;

  @Field({ description: 'The colour itself, or the nearest of its hue that can be read.' })
  nearest!: string;

  @Field({ description: 'What stands on the nearest.' })
  onAccent!: string;

  @Field({ description: 'A stronger one, for what is pressed or chosen.' })
  strong!: string;

  @Field({ description: 'A soft one, for grounds.' })
  soft!: string;
}

@ObjectType('AccentChecks', { description: 'One for each theme.' })
export class AccentChecksType {
  @Field({ description: 'On light ground.' })
  light!: AccentCheckType;

  @Field({ description: 'On dark ground.' })
  dark!: AccentCheckType;
}

@InputType({ description: 'All of it.' })
export class ChangeHouseLookInput {
  @Field(() => Int, { description: 'That of the look that was changed.' })
  revision!: number;

  @Field({ description: 'At most 40 characters, not blank.' })
  name!: string;

  @Field({ description: 'A colour such as `#17695a` that can be read on light ground.' })
  accentLight!: string;

  @Field({ description: 'A colour such as `#74c7b4` that can be read on dark ground.' })
  accentDark!: string;
}

@ObjectType('HouseLanguages', { description: 'The languages in which the company offers its pages.' })
export class HouseLanguagesType {
  @Field(() => [HouseLanguageEnum], { description: 'One at least.' })
  offered!: readonly HouseLanguage[];

  @Field(() => HouseLanguageEnum, { description: 'For whoever asks for none that is offered.' })
  standard!: HouseLanguage;

  @Field(() => Int, { description: 'To be handed back with a change: it is refused when somebody else has made one meanwhile.' })
  revision!: number;
}

@InputType({ description: 'All of it.' })
export class ChangeHouseLanguagesInput {
  @Field(() => Int, { description: 'That of the languages that were changed.' })
  revision!: number;

  @Field(() => [HouseLanguageEnum], { description: 'One at least.' })
  offered!: HouseLanguage[];

  @Field(() => HouseLanguageEnum, { description: 'One of those that are offered.' })
  standard!: HouseLanguage;
}
