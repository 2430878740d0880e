import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dataSourceOf, platformDomain } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import type { DataSource } from 'typeorm';
import { Highlighter } from './highlighter.ts';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await dataSourceOf([platformDomain], database.url, { poolSize: 2 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it.each<{ wanted: string; text: string; marked: string[]; isTyping?: boolean }>([
  { wanted: 'réparer', text: 'Qui répare les repères ? Réparé.', marked: ['répare', 'Réparé'] },
  { wanted: 'die', text: 'Plants are dying, dry or dyed.', marked: ['dying'] },
  { wanted: 'œuvre', text: 'Des oeuvres et une Œuvre à l’œil.', marked: ['oeuvres', 'Œuvre'] },
  { wanted: 'oeuvre', text: 'Une œuvre.', marked: ['œuvre'] },
  { wanted: 'o', text: 'Oliver, or Élodie', marked: ['Oliver', 'or'], isTyping: true },
  { wanted: 'the pump', text: 'The pumps of the thermal unit', marked: ['pumps'] },
  { wanted: 'vanne', text: 'Rien de tout cela', marked: [] },
])('of « $wanted » in « $text »: $marked', async ({ wanted, text, marked, isTyping = false }) => {
  const isMatch = await new Highlighter(dataSource).ofWords([wanted.split(' ')], [text], isTyping);
  expect((text.match(/\p{L}+/gu) ?? []).filter(isMatch)).toEqual(marked);
});
