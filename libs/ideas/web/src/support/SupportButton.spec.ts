import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';

import SupportButton from './SupportButton.vue';

function shown({ viewerSupports = false, viewerCanSupport = true, left, over = 0 }: { viewerSupports?: boolean; viewerCanSupport?: boolean; left: number | null; over?: number }) {
  const campaign = { id: 'c', viewerSupportsLeft: left, viewerSupportsOver: over };
  const page = mount(SupportButton, { props: { idea: { id: 'i', title: 'A bin', supportCount: 3, viewerSupports, viewerCanSupport, campaign } }, global: { plugins: [i18n, [urql, createGraphqlClient([])]] } });
  return { text: page.get('[aria-live]').text(), isOffered: page.find('button:not([disabled])').exists() };
}

describe('SupportButton', () => {
  it.each([
    ['as many as one likes', { left: null }, '3 support it', true],
    ['some left', { left: 2 }, '3 support it · 2 left to give', true],
    ['none left', { left: 0 }, '3 support it · none left to give', false],
    ['none left, but this one', { left: 0, viewerSupports: true }, '3 support it · none left to give', true],
    ['one too many', { left: 0, over: 1, viewerSupports: true }, '3 support it · one too many: please take one back', true],
    ['several too many', { left: 0, over: 2 }, '3 support it · 2 too many: please take 2 back', false],
    ['the vote has closed', { left: 0, over: 1, viewerSupports: true, viewerCanSupport: false }, '3 support it', false],
  ])('tells what is left to give: %s', (_case, state, text, isOffered) => {
    expect(shown(state)).toEqual({ text, isOffered });
  });
});
