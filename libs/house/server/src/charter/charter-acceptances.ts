import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Administration, EntryConditions, type EntryCondition, type Viewer } from '@parvis/identity/server';
import { type DomainError, type HouseLanguage, Realtime, Settings } from '@parvis/platform/server';
import { DataSource, MoreThanOrEqual } from 'typeorm';
import { houseErrors } from '../house.errors.ts';
import { textsInForce } from '../text/house-text.setting.ts';
import { CharterAcceptanceEntity } from './charter-acceptance.entity.ts';

/** How many of those who work here have accepted what everybody is asked to accept. */
export interface AcceptanceCount {
  accepted: number;
  people: number;
}

/** Who has accepted the charter. Whoever has not reads it before anything else is open to them. */
@Injectable()
export class CharterAcceptances implements EntryCondition, OnModuleInit {
  readonly page = '/charter';
  /** Who is known to have accepted what is asked, so that a request costs nothing: nobody takes it back. */
  private readonly known = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly administration: Administration,
    private readonly conditions: EntryConditions,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.conditions.register(this);
    let { asked } = this.settings.get(textsInForce.charter);
    this.settings.onChange(textsInForce.charter, ({ value }) => {
      if (value.asked === asked) return;
      asked = value.asked;
      this.known.clear();
      // Those who have not accepted it are not let in again.
      this.realtime.admitAnew();
    });
  }

  async isMetBy({ personId }: Viewer): Promise<boolean> {
    const { asked } = this.settings.get(textsInForce.charter);
    if (asked === 0 || this.known.has(personId)) return true;
    const hasAccepted = await this.dataSource.manager.existsBy(CharterAcceptanceEntity, { personId, number: MoreThanOrEqual(asked) });
    // Not when another version was asked for meanwhile.
    if (hasAccepted && this.settings.get(textsInForce.charter).asked === asked) this.known.add(personId);
    return hasAccepted;
  }

  refusal(): DomainError {
    return houseErrors.charterNotAccepted();
  }

  /** False: another version is in force than the one that was read. The same again changes nothing. */
  async accept({ personId }: Viewer, { number, language }: { number: number; language: HouseLanguage }): Promise<boolean> {
    if (number !== this.settings.get(textsInForce.charter).number) return false;
    await this.dataSource.manager.createQueryBuilder().insert().into(CharterAcceptanceEntity).values({ personId, number, language, acceptedAt: new Date() }).orIgnore().execute();
    return true;
  }

  /** The newest that somebody has accepted; null: none. For themselves. */
  async latestOf({ personId }: Viewer): Promise<CharterAcceptanceEntity | null> {
    return this.dataSource.manager.findOne(CharterAcceptanceEntity, { where: { personId }, order: { number: 'DESC' } });
  }

  /** Numbers alone: who has not accepted is not told. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async count(viewer: Viewer): Promise<AcceptanceCount> {
    this.administration.require(viewer);
    const [counted]: [AcceptanceCount] = await this.dataSource.query(
      `SELECT count(*)::int AS people, count(*) FILTER (WHERE EXISTS (SELECT FROM charter_acceptance accepted WHERE accepted.person_id = person.id AND accepted.number >= $1))::int AS accepted
       FROM person WHERE deactivated_at IS NULL`,
      [this.settings.get(textsInForce.charter).asked],
    );
    return counted;
  }
}
