import { expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';

const parvis = parvisForThisFile();

it('the administrator gives the network a name, a colour and a language, and everybody has them from the first page on', async () => {
  const administrator = await parvis.arriveAs('Thomas Vandenberghe', '/', { locale: 'fr-FR' });
  const { page } = administrator;
  await page.goto(`${parvis.stack.url}/saml/confirm?returnTo=/administration/look`);
  await page.getByRole('button', { name: 'Thomas Vandenberghe' }).click();
  await page.getByLabel('Nom du réseau').fill('Agora');
  const light = page.getByRole('textbox', { name: /^Couleur sur fond clair/ });
  await light.fill('#ffcc00');
  await page.getByText(/trop faible/).waitFor();
  await administrator.settled();
  expect(await administrator.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await page.getByText(/Cette couleur ne se lit pas assez bien/).waitFor();
  await page.getByRole('button', { name: /^Prendre #/ }).click();
  await page.getByRole('textbox', { name: /^Couleur sur fond sombre/ }).fill('#ffcc00');
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await page.getByText('L’apparence est enregistrée.', { exact: true }).waitFor();
  await page.getByLabel('Langues proposées').selectOption({ label: 'Français' });
  await page.getByRole('button', { name: 'Enregistrer' }).last().click();
  await page.getByText('Les langues sont enregistrées.', { exact: true }).waitFor();

  const colleague = await parvis.arrive({ locale: 'en-GB', width: 390, colorScheme: 'dark' });
  await colleague.signInAs('Élodie Marchand', '/communities');
  await colleague.settled();
  expect(await colleague.page.title()).toMatch(/Communautés · Agora$/);
  expect(await colleague.page.evaluate(() => getComputedStyle(document.querySelector('header a[href="/"] rect')!).fill)).toBe('rgb(255, 204, 0)');
  expect([...(await colleague.accessibilityFaults()), ...(await colleague.sidewaysScroll()), ...colleague.complaints]).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await administrator.open('/administration/look');
  await administrator.settled();
  expect([...(await administrator.accessibilityFaults()), ...(await administrator.sidewaysScroll()), ...administrator.complaints]).toEqual([]);
});
