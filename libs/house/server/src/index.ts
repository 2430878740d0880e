export { CharterAcceptances } from './charter/charter-acceptances.ts';
export { importHouseTexts, type ImportedHouseTexts } from './text/house-texts.importer.ts';
export { FirstPage } from './first-page.ts';
export { houseDomain } from './house.domain.ts';
export { HouseModule } from './house.module.ts';
