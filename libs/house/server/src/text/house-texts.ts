import { Injectable } from '@nestjs/common';
import { checkedRichText } from '@parvis/conversations/server';
import { Administration, type Viewer } from '@parvis/identity/server';
import { languagesSetting, newId, platformErrors, Settings } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { houseErrors } from '../house.errors.ts';
import { HouseTextEntity, type HouseTextBodies, type HouseTextKind } from './house-text.entity.ts';
import { textsInForce } from './house-text.setting.ts';

export interface NewHouseText {
  kind: HouseTextKind;
  /** Of what the author has seen in force. */
  revision: number;
  bodies: Partial<Record<keyof HouseTextBodies, unknown>>;
  /** Everybody is asked to accept it; else it corrects the one before, and whoever has accepted that one has accepted this one. */
  asksAgain: boolean;
}

/** What the company says of itself in its own words: the charter of use and the legal notice, version by version. */
@Injectable()
export class HouseTexts {
  /** The newest of each kind, as published: never changed, so that it is read once. */
  private readonly known = new Map<HouseTextKind, HouseTextEntity>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly administration: Administration,
  ) {}

  /** The version in force; null: there is none yet. For everybody, signed in or not. */
  async inForce(kind: HouseTextKind): Promise<HouseTextEntity | null> {
    const { number } = this.settings.get(textsInForce[kind]);
    if (number === 0) return null;
    const known = this.known.get(kind);
    if (known?.number === number) return known;
    const text = await this.dataSource.manager.findOneBy(HouseTextEntity, { kind, number });
    if (text) this.known.set(kind, text);
    return text;
  }

  /** Whether there is one, for whoever shows a link to it. */
  isPublished(kind: HouseTextKind): boolean {
    return this.settings.get(textsInForce[kind]).number > 0;
  }

  /** The newest 20 versions, for the page of administration. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async versions(viewer: Viewer, kind: HouseTextKind): Promise<HouseTextEntity[]> {
    this.administration.require(viewer);
    return this.dataSource.manager.find(HouseTextEntity, { where: { kind }, order: { number: 'DESC' }, take: 20 });
  }

  /**
   * In force at once, everywhere. The first charter asks everybody, whatever `asksAgain` says; a legal notice asks nobody.
   * Errors: FORBIDDEN, CONFIRMATION_NEEDED, HOUSE_TEXT_MISSING, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, SETTING_CHANGED_MEANWHILE.
   */
  async publish(viewer: Viewer, { kind, revision, bodies, asksAgain }: NewHouseText): Promise<void> {
    this.administration.require(viewer);
    const checked = this.checkedBodies(bodies);
    const inForce = textsInForce[kind];
    const { value: before, revision: newest } = this.settings.stateOf(inForce);
    if (newest !== revision) throw platformErrors.settingChangedMeanwhile();
    const number = before.number + 1;
    const asks = kind === 'charter' && (asksAgain || before.number === 0);
    await this.settings.change(inForce, {
      value: { number, asked: asks ? number : before.asked },
      revision,
      actorId: viewer.personId,
      record: { action: `configuration.${kind}-published`, details: { number, asksAgain: asks } },
      alongside: async ({ manager }) => {
        await manager.insert(HouseTextEntity, { id: newId(), kind, number, bodies: checked, asksAgain: asks, publishedAt: new Date(), publishedById: viewer.personId });
      },
    });
  }

  private checkedBodies(bodies: NewHouseText['bodies']): HouseTextBodies {
    const missing = this.settings.get(languagesSetting).offered.find((language) => bodies[language] == null);
    if (missing) throw houseErrors.textMissing(missing);
    const written = Object.entries(bodies).filter(([, body]) => body != null);
    return Object.fromEntries(written.map(([language, body]) => [language, checkedRichText(language, body)]));
  }
}
