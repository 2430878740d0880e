import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';
import { others, pairs } from './similar-pairs.ts';

const SIMILAR = 'query ($title: String!, $text: String! = "", $exceptId: ID) { similarIdeas(title: $title, text: $text, exceptId: $exceptId) { share idea { id title } } }';

interface Similar {
  share: number;
  idea: { id: string; title: string };
}

let api: TestApi;
let author: PersonEntity, colleague: PersonEntity, owner: PersonEntity, sponsor: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
});
afterAll(() => api.stop());

const parts = (line: string): [title: string, text: string] => line.split('|') as [string, string];
const similar = async (person: PersonEntity, title: string, text = '', exceptId: string | null = null) => (await api.as(person).send<{ similarIdeas: Similar[] }>(SIMILAR, { title, text, exceptId })).similarIdeas;
const idsOf = async (...given: Parameters<typeof similar>) => (await similar(...given)).map(({ idea }) => idea.id);

describe('similar ideas', () => {
  it('are those that the viewer sees, in any campaign and in the idea box, without the one that is written', async () => {
    const inBox = await anIdea(author).titled('Une ruche sur le toit').saying('Les abeilles manquent de place.').save(api.manager);
    const earlier = await aCampaign({ owner, sponsor }).at('closed').save(api.manager);
    const before = await anIdea(author).in(earlier).titled('Des ruches sur les toits').saying('Pour les abeilles.').save(api.manager);
    const hidden = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    await anIdea(owner).in(hidden).titled('Une ruche sur le toit').saying('Les abeilles manquent de place.').save(api.manager);
    await anIdea(author).in(campaign).titled('Une ruche sur le toit').being('draft').save(api.manager);
    await anIdea(author).in(campaign).titled('Une ruche sur le toit').being('archived').save(api.manager);
    expect((await idsOf(colleague, 'Ruches sur le toit')).toSorted()).toEqual([inBox.id, before.id].toSorted());
    expect(await idsOf(colleague, 'Ruches sur le toit', '', inBox.id)).toEqual([before.id]);
    expect(await idsOf(owner, 'Ruches sur le toit')).toHaveLength(3);
  });

  it('are looked for as they read now', async () => {
    const idea = await anIdea(author).titled('Une tyrolienne').saying('Personne ne descend assez vite.').save(api.manager);
    expect(await idsOf(colleague, 'tyroliennes')).toEqual([idea.id]);
    await api.manager.query(`UPDATE idea SET title = 'Un toboggan' WHERE id = $1`, [idea.id]);
    expect([await idsOf(colleague, 'tyrolienne'), await idsOf(colleague, 'toboggans')]).toEqual([[], [idea.id]]);
    await api.manager.query(`UPDATE idea SET state = 'withdrawn' WHERE id = $1`, [idea.id]);
    expect(await idsOf(colleague, 'toboggans')).toEqual([]);
  });

  it('leave out what is far less alike than the first', async () => {
    const same = await anIdea(author).titled('Un composteur derrière la cantine').saying('Les épluchures partent à la poubelle.').save(api.manager);
    const other = await anIdea(author).titled('Des poissons à la cantine').saying('Le vendredi.').save(api.manager);
    expect(await idsOf(colleague, 'cantine')).toEqual(expect.arrayContaining([same.id, other.id]));
    expect(await idsOf(colleague, 'Un composteur derrière la cantine', 'Les épluchures partent à la poubelle.')).toEqual([same.id]);
  });

  it.each(['', ' ', 'le la les', '💡', "l'\u0000'; --", 'x'.repeat(6_000)])('are none for text %#', async (title) => {
    expect(await similar(colleague, title)).toEqual([]);
  });

  it('are asked for by their id', async () => {
    await expect(similar(colleague, 'x', '', 'y')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'exceptId' });
  });
});

describe('of two hundred ideas in two languages', () => {
  it('those that say the same in other words are among the first three, and mostly the first', async () => {
    await api.manager.query('DELETE FROM idea');
    for (const line of [...pairs.map(([first]) => first), ...others]) {
      const [title, text] = parts(line);
      await anIdea(author).in(campaign).titled(title).saying(text).save(api.manager);
    }
    const places = await Promise.all(pairs.map(async ([first, again]) => (await similar(colleague, ...parts(again))).findIndex(({ idea }) => idea.title === parts(first)[0])));
    expect(places.filter((place) => place >= 0).length).toBeGreaterThanOrEqual(19);
    expect(places.filter((place) => place === 0).length).toBeGreaterThanOrEqual(15);
  });
});
