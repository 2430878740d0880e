import { describeEveryPage } from './accessible-pages.ts';

describeEveryPage('on a desk, light, in French', { locale: 'fr-FR', colorScheme: 'light', width: 1440, height: 900 });
