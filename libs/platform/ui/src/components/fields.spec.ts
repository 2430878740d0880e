import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';

import MomentField from './MomentField.vue';
import Select from './Select.vue';
import TextArea from './TextArea.vue';
import TextField from './TextField.vue';

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: { ui: { required: '(required)' } } } });

describe.each([
  { name: 'TextField', field: TextField, own: {} },
  { name: 'TextArea', field: TextArea, own: {} },
  { name: 'MomentField', field: MomentField, own: {} },
  { name: 'Select', field: Select, own: { options: [{ value: 'a', label: 'A' }] } },
])('$name', ({ field, own }) => {
  it('shows its label, its hint and its error, also when they change', async () => {
    const page = mount(field as typeof TextField, { props: { modelValue: 'a', label: 'Name', ...own }, global: { plugins: [i18n] } });
    const control = page.get('input, textarea, select');
    expect(page.get('label').text()).toBe('Name');
    expect(page.get('label').attributes('for')).toBe(control.attributes('id'));
    expect(control.attributes('aria-invalid')).toBeUndefined();

    await page.setProps({ label: 'Title', hint: 'In a few words', error: 'Missing', required: true });

    expect(page.get('label').text()).toMatch(/^Title\s*\(required\)$/);
    expect(page.get('[role=alert]').text()).toBe('Missing');
    expect(control.attributes()).toMatchObject({ 'aria-invalid': 'true', required: '' });
    expect(control.attributes('aria-describedby')).toBe(`${control.attributes('id')}-hint ${control.attributes('id')}-error`);
  });

  it('keeps its value out of the attributes of the page', () => {
    const page = mount(field as typeof TextField, { props: { modelValue: 'a', label: 'Name', ...own }, global: { plugins: [i18n] } });
    expect(page.html().toLowerCase()).not.toContain('modelvalue');
  });
});
