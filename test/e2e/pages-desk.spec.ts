import { lookAtEveryPage } from './every-page.ts';

lookAtEveryPage({ name: 'on a desk, light, in French', rules: 'all', writer: 'Élodie Marchand', locale: 'fr-FR', colorScheme: 'light', width: 1440, height: 900 });
