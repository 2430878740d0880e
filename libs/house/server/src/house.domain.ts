import type { Domain } from '@parvis/platform/server';
import { CharterAcceptanceEntity } from './charter/charter-acceptance.entity.ts';
import { HouseModule } from './house.module.ts';
import { HouseTexts1764192100000 } from './migrations/1764192100000-house-texts.migration.ts';
import { HouseTextEntity } from './text/house-text.entity.ts';

export const houseDomain: Domain = {
  name: 'house',
  module: HouseModule,
  entities: [HouseTextEntity, CharterAcceptanceEntity],
  migrations: [HouseTexts1764192100000],
};
