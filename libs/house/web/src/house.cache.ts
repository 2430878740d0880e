import type { CacheRules } from '@parvis/platform/web';

export const houseCache: CacheRules = {
  embedded: ['HouseTextState', 'HouseText', 'HouseTextBody', 'CharterAcceptanceCount', 'HouseLook', 'HouseLanguages', 'AccentChecks', 'AccentCheck'],
};
