import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import type { HouseLanguage } from '@parvis/platform/server';
import type { HouseTextKind } from './house-text.entity.ts';

export const HouseTextKindEnum = { CHARTER: 'charter', LEGAL_NOTICE: 'legal-notice' } as const satisfies Record<string, HouseTextKind>;
registerEnumType(HouseTextKindEnum, {
  name: 'HouseTextKind',
  description: 'What the company says in its own words.',
  valuesMap: {
    CHARTER: { description: 'The charter of use, which everybody accepts before anything else is open to them.' },
    LEGAL_NOTICE: { description: 'Who publishes this network, and what the law wants to be said of it; for everybody, signed in or not.' },
  },
});

export const HouseLanguageEnum = { FR: 'fr', EN: 'en' } as const satisfies Record<string, HouseLanguage>;
registerEnumType(HouseLanguageEnum, { name: 'HouseLanguage', description: 'A language that Parvis speaks.', valuesMap: { FR: { description: 'French.' }, EN: { description: 'English.' } } });

@ObjectType('HouseTextBody', { description: 'A text in one language.' })
export class HouseTextBodyType {
  @Field(() => HouseLanguageEnum, { description: 'That of the text.' })
  language!: HouseLanguage;

  @Field(() => RichText, { description: 'The whole of it.' })
  body!: RichTextDocument;
}

@ObjectType('HouseText', { description: 'A version of the charter or of the legal notice, as it was published.' })
export class HouseTextType {
  @Field(() => Int, { description: 'From 1, without gaps.' })
  number!: number;

  @Field({ description: 'When it was published.' })
  publishedAt!: Date;

  @Field({ description: 'Whether everybody was asked to accept it, or it corrects the one before.' })
  asksAgain!: boolean;
}

@ObjectType('CharterAcceptanceCount', { description: 'Numbers alone: who has not accepted is told to nobody.' })
export class CharterAcceptanceCountType {
  @Field(() => Int, { description: 'Who has accepted what everybody is asked to accept.' })
  accepted!: number;

  @Field(() => Int, { description: 'Who works here.' })
  people!: number;
}

@ObjectType('HouseTextState', { description: 'The charter or the legal notice, as administration sees it.' })
export class HouseTextStateType {
  kind!: HouseTextKind;

  @Field(() => Int, { description: 'To be handed back with the next version: it is refused when another was published meanwhile.' })
  revision!: number;
}

@InputType({ description: 'A text in one language.' })
export class HouseTextBodyInput {
  @Field(() => HouseLanguageEnum, { description: 'That of the text.' })
  language!: HouseLanguage;

  @Field(() => RichText, { description: 'Not blank.' })
  body!: unknown;
}

@InputType({ description: 'A new version of the charter or of the legal notice.' })
export class PublishHouseTextInput {
  @Field(() => HouseTextKindEnum, { description: 'Which of the two.' })
  kind!: HouseTextKind;

  @Field(() => Int, { description: 'That of the state from which it was written.' })
  revision!: number;

  @Field(() => [HouseTextBodyInput], { description: 'One for each language that the company offers.' })
  bodies!: HouseTextBodyInput[];

  @Field({ description: 'True: everybody is asked to accept the charter before anything else. False: it corrects the one before, and whoever has accepted that one has accepted this one. The first charter asks everybody anyway; a legal notice asks nobody.' })
  asksAgain!: boolean;
}
