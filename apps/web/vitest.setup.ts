import { i18n } from '@parvis/platform/web';

// Tests read the English words, as a person would.
const words = import.meta.glob<object>(['./src/locales/en.json', '../../libs/*/{web,ui}/src/locales/en.json'], { eager: true, import: 'default' });
for (const messages of Object.values(words)) i18n.global.mergeLocaleMessage('en', messages);
