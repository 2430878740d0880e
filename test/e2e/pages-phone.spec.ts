import { lookAtEveryPage } from './every-page.ts';

lookAtEveryPage({ name: 'on a phone, dark, in English', rules: 'look', writer: 'Karim Benjelloun', locale: 'en-GB', colorScheme: 'dark', width: 390, height: 844 });
