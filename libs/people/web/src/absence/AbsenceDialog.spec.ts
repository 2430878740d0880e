import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';

import en from '../locales/en.json';
import AbsenceDialog from './AbsenceDialog.vue';
import type { OwnAbsenceFragment } from './AbsenceMark.generated.ts';

const words = en.people.absence;
const own = { from: '2026-05-04', until: '2026-05-08' };
const fromHr = { from: '2026-05-01', until: '2026-05-31', isNow: true, isOwn: false };

// What is shown inside it is what matters: not that it is a layer above the page.
const Dialog = defineComponent((_props, { slots }) => () => h('div', [slots['default']?.(), slots['actions']?.()]));
const MomentField = defineComponent({ props: { modelValue: { type: String, required: true } }, setup: (field) => () => h('input', { value: field.modelValue }) });

function shown(absences: Pick<OwnAbsenceFragment, 'absence' | 'ownAbsence'>): { text: string; days: string[] } {
  const dialog = mount(AbsenceDialog, { props: { person: { id: 'me', ...absences }, open: true }, global: { plugins: [i18n, [urql, createGraphqlClient([])]], stubs: { Dialog, MomentField } } });
  const found = { text: dialog.text(), days: dialog.findAll('input').map(({ element }) => element.value) };
  dialog.unmount();
  return found;
}

beforeEach(() => i18n.global.mergeLocaleMessage('en', en));

describe('telling of an absence', () => {
  it('starts from nothing when one said nothing', () => {
    const { text, days } = shown({ absence: null, ownAbsence: null });
    expect(days.join('')).toBe('');
    expect(text).not.toContain(words.end);
    expect(text).not.toContain(words.toldByHr);
  });

  it('shows what one said, to be changed or ended, also while the one of HR is on the profile', () => {
    for (const [absence, isToldByHr] of [[{ ...own, isNow: true, isOwn: true }, false], [fromHr, true]] as const) {
      const { text, days } = shown({ absence, ownAbsence: own });
      expect(days).toEqual([own.from, own.until]);
      expect(text).toContain(words.end);
      expect(text.includes(words.toldByHr)).toBe(isToldByHr);
    }
  });

  it('does not offer to end what HR told', () => {
    const { text, days } = shown({ absence: fromHr, ownAbsence: null });
    expect(days.join('')).toBe('');
    expect(text).not.toContain(words.end);
    expect(text).toContain(words.toldByHr);
  });
});
