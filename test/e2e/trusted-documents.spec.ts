import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';

/** As in production: the server takes what its own pages ask, and nothing else. */
const parvis = parvisForThisFile({ env: async () => ({ GRAPHQL_DOCUMENTS: 'trusted' }) });

describe('a server that takes the operations of its pages alone', () => {
  it('answers its pages, which send no text of an operation', async () => {
    const employee = await parvis.arrive();
    const sent: string[] = [];
    employee.page.on('request', (request) => request.url().endsWith('/graphql') && sent.push(request.postData() ?? ''));
    await employee.openAs('Élodie Marchand', '/');
    for (const path of ['/', '/communities', '/people', '/campaigns', '/search?q=pompe', '/notifications']) {
      await employee.open(path);
      await employee.settled();
    }
    const { page } = employee;
    await employee.open('/');
    await page.getByRole('button', { name: /Share something/ }).click();
    await page.getByRole('textbox', { name: 'Your post' }).fill('Asked by its hash');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('article').getByText('Asked by its hash').waitFor();
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.filter((body) => !/"sha256Hash":"[0-9a-f]{64}"/.test(body) || body.includes('"query":'))).toEqual([]);
    expect(employee.complaints).toEqual([]);
  });

  it('refuses the same person anything else', async () => {
    const employee = await parvis.arriveAs('Oliver Hughes', '/');
    await expect(employee.ask('{ viewer { person { id } } }')).rejects.toThrow('DOCUMENT_NOT_TRUSTED');
    await expect(employee.ask('{ __schema { types { name } } }')).rejects.toThrow('DOCUMENT_NOT_TRUSTED');
  });

  it('says to a page of an older version that it should be reloaded, and what was being written is still there', async () => {
    const writer = await parvis.arriveAs('Oliver Hughes', '/', { width: 390, height: 844 });
    await writer.settled();
    const { page } = writer;
    // The server has been updated under the page: it knows none of its documents any more.
    await page.route('**/graphql', (route) => route.continue({ postData: (route.request().postData() ?? '').replace(/[0-9a-f]{64}/, '0'.repeat(64)) }));
    await page.getByRole('button', { name: /Share something/ }).click();
    await page.getByRole('textbox', { name: 'Your post' }).fill('Half a sentence');
    await page.getByText('Parvis has just been updated.').waitFor();
    expect([...(await writer.accessibilityFaults()), ...(await writer.sidewaysScroll())]).toEqual([]);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('textbox', { name: 'Your post' }).getByText('Half a sentence').waitFor();
    expect(await page.getByText('Parvis has just been updated.').count()).toBe(0);
  });
});
