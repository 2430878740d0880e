import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { placesFor } from './places.ts';
import { startStack } from './stack.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

/** `npm run screenshots`: every page at 1440 and 390 px, light and dark, in French, some of them in English, and the table of a juror, into screenshots/. */
const folder = join(import.meta.dirname, '../../screenshots');
const sizes = [
  { name: '1440', width: 1440, height: 1000 },
  { name: '390', width: 390, height: 844 },
];
mkdirSync(folder, { recursive: true });

const [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
try {
  for (const { name: size, ...viewport } of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await shoot('Élodie Marchand', { locale: 'fr-FR', colorScheme, ...viewport }, `${size}-${colorScheme}`);
    }
  }
  await shoot('Oliver Hughes', { locale: 'en-GB', width: 1440, height: 1000 }, '1440-light-en', ['home', 'community', 'profile']);
  await shoot('Karim Benjelloun', { locale: 'fr-FR', width: 1440, height: 1000 }, '1440-light-juror', ['campaign-jury']);
  await shoot('Inês Carvalho', { locale: 'fr-FR', width: 390, height: 844 }, '390-light-newcomer', ['home']);
} finally {
  await browser.close();
  await stack.stop();
}
console.log(`The screenshots are in ${folder}.`);

async function shoot(person: string, look: VisitorOptions, suffix: string, only?: string[]): Promise<void> {
  const visitor = await Visitor.arrive(browser, stack, look);
  await visitor.openAs(person, '/');
  const places = person === 'Inês Carvalho' ? [{ name: 'home', path: '/' }] : await placesFor(visitor);
  for (const { name, path } of places.filter((place) => !only || only.includes(place.name))) {
    await visitor.open(path);
    await visitor.settled();
    await visitor.page.screenshot({ path: join(folder, `${name}-${suffix}.png`) });
  }
  await visitor.leave();
}
