import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScimTestApi } from '../testing/scim-test-api.ts';

let scim: ScimTestApi;
beforeAll(async () => {
  scim = await ScimTestApi.start();
});
afterAll(() => scim.api.stop());

describe('wrong tokens from one address', () => {
  it('are made to wait after twenty, while the right one from there is let in', async () => {
    const wrong = () => scim.ask('GET', '/Users', undefined, { authorization: `Bearer parvis_scim_${'a'.repeat(43)}` });
    for (let i = 0; i < 20; i += 1) expect((await wrong()).status).toBe(401);
    const late = await wrong();
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await scim.ask('GET', '/Users')).status).toBe(200);
    // Letting the right one in forgives the others nothing.
    expect((await wrong()).status).toBe(429);
  });
});
