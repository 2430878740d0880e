import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';

import { focusHeading } from './focus-heading.ts';

beforeEach(() => {
  document.body.innerHTML = '<input><main id="main" tabindex="-1"></main>';
});
const main = () => document.getElementById('main')!;
const focused = () => document.activeElement;

describe('focusHeading', () => {
  it('goes to the main heading', async () => {
    main().innerHTML = '<h1>People</h1>';
    focusHeading();
    await nextTick();

    expect(focused()?.textContent).toBe('People');
  });

  it('waits for a heading that comes with the data', async () => {
    focusHeading();
    await nextTick();
    expect(focused()).toBe(main());

    main().innerHTML = '<h1>Ada Lovelace</h1>';
    await vi.waitFor(() => expect(focused()?.textContent).toBe('Ada Lovelace'));
  });

  it('leaves the person alone who is already elsewhere', async () => {
    focusHeading();
    await nextTick();
    const field = document.querySelector('input')!;
    field.focus();
    main().innerHTML = '<h1>Ada Lovelace</h1>';
    await new Promise((resolve) => setTimeout(resolve));

    expect(focused()).toBe(field);
  });
});
