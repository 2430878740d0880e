import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Administration, CurrentViewer, type Viewer } from '@parvis/identity/server';
import { languagesSetting, Settings, SignedIn, type HouseLanguage } from '@parvis/platform/server';
import { CharterAcceptances } from '../charter/charter-acceptances.ts';
import type { HouseTextEntity, HouseTextKind } from './house-text.entity.ts';
import { textsInForce } from './house-text.setting.ts';
import { CharterAcceptanceCountType, HouseLanguageEnum, HouseTextBodyType, HouseTextKindEnum, HouseTextStateType, HouseTextType, PublishHouseTextInput } from './house-text.type.ts';
import { HouseTexts } from './house-texts.ts';

/** The page of administration about the charter and the legal notice. */
@SignedIn()
@Resolver(() => HouseTextStateType)
export class HouseTextResolver {
  constructor(
    private readonly administration: Administration,
    private readonly settings: Settings,
    private readonly texts: HouseTexts,
    private readonly whoAccepted: CharterAcceptances,
  ) {}

  @Query(() => HouseTextStateType, { description: 'The charter or the legal notice, for IT alone; everybody reads them at `/legal/charter` and `/legal`. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  houseText(@CurrentViewer() viewer: Viewer, @Args('kind', { type: () => HouseTextKindEnum, description: 'Which of the two.' }) kind: HouseTextKind): HouseTextStateType {
    this.administration.require(viewer);
    return this.stateOf(kind);
  }

  @Mutation(() => HouseTextStateType, {
    description: 'Puts a new version in force, at once; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, HOUSE_TEXT_MISSING, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, SETTING_CHANGED_MEANWHILE.',
  })
  async publishHouseText(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The new version.' }) { kind, revision, bodies, asksAgain }: PublishHouseTextInput): Promise<HouseTextStateType> {
    await this.texts.publish(viewer, { kind, revision, asksAgain, bodies: Object.fromEntries(bodies.map(({ language, body }) => [language, body])) });
    return this.stateOf(kind);
  }

  @ResolveField(() => [HouseLanguageEnum], { description: 'In which the company offers its pages: each needs a text.' })
  languages(): readonly HouseLanguage[] {
    return this.settings.get(languagesSetting).offered;
  }

  @ResolveField(() => [HouseTextBodyType], { description: 'What the version in force says, in each language; empty: there is none yet.' })
  async bodies(@Parent() { kind }: HouseTextStateType): Promise<HouseTextBodyType[]> {
    const text = await this.texts.inForce(kind);
    return Object.entries(text?.bodies ?? {}).map(([language, body]) => ({ language, body }) as HouseTextBodyType);
  }

  @ResolveField(() => [HouseTextType], { description: 'The newest first, at most 20.' })
  versions(@Parent() { kind }: HouseTextStateType, @CurrentViewer() viewer: Viewer): Promise<HouseTextEntity[]> {
    return this.texts.versions(viewer, kind);
  }

  @ResolveField(() => CharterAcceptanceCountType, { nullable: true, description: 'How many have accepted the charter; null for the legal notice, and as long as there is no charter.' })
  acceptances(@Parent() { kind }: HouseTextStateType, @CurrentViewer() viewer: Viewer): Promise<CharterAcceptanceCountType> | null {
    return kind === 'charter' && this.texts.isPublished('charter') ? this.whoAccepted.count(viewer) : null;
  }

  private stateOf(kind: HouseTextKind): HouseTextStateType {
    return { kind, revision: this.settings.stateOf(textsInForce[kind]).revision };
  }
}
