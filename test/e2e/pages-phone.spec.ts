import { describeEveryPage } from './accessible-pages.ts';

describeEveryPage('on a phone, dark, in English', { locale: 'en-GB', colorScheme: 'dark', width: 390, height: 844 }, 'look');
