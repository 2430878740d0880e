import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn, type Network, type SettingState } from '@parvis/platform/server';
import { LookService } from './look.service.ts';
import { AccentChecksType, ChangeHouseLanguagesInput, ChangeHouseLookInput, HouseLanguagesType, HouseLookType } from './look.type.ts';

/** The page of administration about name, colour and languages. */
@SignedIn()
@Resolver()
export class LookResolver {
  constructor(private readonly service: LookService) {}

  @Query(() => HouseLookType, { description: 'Name and colour of the network, for IT alone. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  houseLook(@CurrentViewer() viewer: Viewer): HouseLookType {
    return lookOf(this.service.look(viewer));
  }

  @Query(() => AccentChecksType, { description: 'What two colours would be like, before they are saved; for IT alone. Errors: FORBIDDEN, CONFIRMATION_NEEDED, LOOK_COLOUR_INVALID.' })
  accentChecks(
    @CurrentViewer() viewer: Viewer,
    @Args('light', { description: 'On light ground, such as `#17695a`. Errors: LOOK_COLOUR_INVALID.' }) light: string,
    @Args('dark', { description: 'On dark ground, such as `#74c7b4`. Errors: LOOK_COLOUR_INVALID.' }) dark: string,
  ): AccentChecksType {
    return this.service.check(viewer, { light, dark });
  }

  @Mutation(() => HouseLookType, {
    description: 'Changes name and colour, everywhere at once; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, TEXT_REQUIRED, TEXT_TOO_LONG, LOOK_COLOUR_INVALID, LOOK_ACCENT_TOO_FAINT (`nearest` can be read), SETTING_CHANGED_MEANWHILE.',
  })
  async changeHouseLook(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All of it.' }) { name, accentLight, accentDark, revision }: ChangeHouseLookInput): Promise<HouseLookType> {
    return lookOf(await this.service.change(viewer, { name, light: accentLight, dark: accentDark, revision }));
  }

  @Query(() => HouseLanguagesType, { description: 'For IT alone. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  houseLanguages(@CurrentViewer() viewer: Viewer): HouseLanguagesType {
    const { value, revision } = this.service.languages(viewer);
    return { ...value, revision };
  }

  @Mutation(() => HouseLanguagesType, { description: 'Says which languages are offered; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, LANGUAGE_REQUIRED, LANGUAGE_NOT_OFFERED, SETTING_CHANGED_MEANWHILE.' })
  async changeHouseLanguages(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All of it.' }) input: ChangeHouseLanguagesInput): Promise<HouseLanguagesType> {
    const { value, revision } = await this.service.changeLanguages(viewer, input);
    return { ...value, revision };
  }
}

const lookOf = ({ value: { name, accent }, isStandard, revision }: SettingState<Network>): HouseLookType => ({ name, accentLight: accent.light, accentDark: accent.dark, isStandard, revision });
