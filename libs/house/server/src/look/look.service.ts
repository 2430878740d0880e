import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import {
  enoughContrast, isReadable, languagesSetting, leastContrast, longestNetworkName, nearestReadable, networkSetting, requiredLine, Settings, spokenLanguages, tonesOf,
  type Accent, type HouseLanguage, type SettingState, type Theme, type Network,
} from '@parvis/platform/server';
import { houseErrors } from '../house.errors.ts';
import type { AccentCheckType } from './look.type.ts';

interface NewLook extends Accent {
  name: string;
  revision: number;
}

/** What the network is called and coloured, and which languages it offers: for IT that has lately said again who they are. */
@Injectable()
export class LookService {
  constructor(
    private readonly settings: Settings,
    private readonly administration: Administration,
  ) {}

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  look(viewer: Viewer): SettingState<Network> {
    this.administration.require(viewer);
    return this.settings.stateOf(networkSetting);
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  languages(viewer: Viewer) {
    this.administration.require(viewer);
    return this.settings.stateOf(languagesSetting);
  }

  /** Before it is saved. Errors: FORBIDDEN, CONFIRMATION_NEEDED, LOOK_COLOUR_INVALID. */
  check(viewer: Viewer, colours: Accent): Record<Theme, AccentCheckType> {
    this.administration.require(viewer);
    const accent = checkedColours(colours);
    return { light: checkOf('light', accent.light), dark: checkOf('dark', accent.dark) };
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, TEXT_REQUIRED, TEXT_TOO_LONG, LOOK_COLOUR_INVALID, LOOK_ACCENT_TOO_FAINT, SETTING_CHANGED_MEANWHILE. */
  async change(viewer: Viewer, { name, light, dark, revision }: NewLook): Promise<SettingState<Network>> {
    this.administration.require(viewer);
    const line = requiredLine('name', name, longestNetworkName);
    const accent = checkedColours({ light, dark });
    for (const theme of ['light', 'dark'] as const) if (!isReadable(theme, accent[theme])) throw houseErrors.accentTooFaint(fields[theme], nearestReadable(theme, accent[theme]), enoughContrast);
    return this.settings.change(networkSetting, { value: { name: line, accent }, revision, actorId: viewer.personId });
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, LANGUAGE_REQUIRED, LANGUAGE_NOT_OFFERED, SETTING_CHANGED_MEANWHILE. */
  async changeLanguages(viewer: Viewer, { offered, standard, revision }: { offered: readonly HouseLanguage[]; standard: HouseLanguage; revision: number }) {
    this.administration.require(viewer);
    if (offered.length === 0) throw houseErrors.languageRequired();
    if (!offered.includes(standard)) throw houseErrors.languageNotOffered();
    return this.settings.change(languagesSetting, { value: { offered: spokenLanguages.filter((one) => offered.includes(one)), standard }, revision, actorId: viewer.personId });
  }
}

const fields: Record<Theme, string> = { light: 'accentLight', dark: 'accentDark' };

function checkedColours({ light, dark }: Accent): Accent {
  return { light: checkedColour('light', light), dark: checkedColour('dark', dark) };
}

function checkedColour(theme: Theme, colour: string): string {
  const written = colour.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(written)) throw houseErrors.colourInvalid(fields[theme]);
  return written;
}

function checkOf(theme: Theme, colour: string): AccentCheckType {
  const nearest = nearestReadable(theme, colour);
  const { strong, onAccent, soft } = tonesOf(theme, nearest);
  return { colour, contrast: Math.floor(leastContrast(theme, colour) * 100) / 100, isReadable: nearest === colour, nearest, strong, onAccent, soft };
}
