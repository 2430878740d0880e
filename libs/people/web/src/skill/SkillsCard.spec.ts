import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import en from '../locales/en.json';
import SkillsCard from './SkillsCard.vue';

const notice = en.skills.esco;
const ofEsco = { id: 's1', uri: 'http://data.europa.eu/esco/skill/1234', fr: 'soudage', en: 'welding', isRetired: false };
const ofTheCompany = { id: 's2', uri: null, fr: 'brasage', en: 'brazing', isRetired: false };

function aCard(skills: (typeof ofEsco | typeof ofTheCompany | null)[]): string {
  const person = {
    id: 'p1', displayName: 'Ada', isViewer: false, isFormer: false, endorsements: [],
    skills: skills.map((skill, index) => ({ id: `own${index}`, words: 'My words', level: null, skill, endorsementCount: 0, endorsements: [] })),
  };
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/people', name: 'people', component: { template: '<p />' } }, { path: '/', component: { template: '<p />' } }] });
  const shown = mount(SkillsCard, { props: { person: person as never }, global: { plugins: [i18n, router, [urql, createGraphqlClient([])]] } });
  const text = shown.text();
  shown.unmount();
  return text;
}

beforeEach(() => i18n.global.mergeLocaleMessage('en', en));

describe('the skills of somebody', () => {
  it('name ESCO where one of its skills shows, as its licence asks', () => {
    expect(aCard([ofTheCompany, ofEsco])).toContain(notice);
  });

  it('do not name it where none of its skills shows', () => {
    const text = aCard([ofTheCompany, null]);
    expect(text).toContain('My words');
    expect(text).not.toContain(notice);
  });
});
