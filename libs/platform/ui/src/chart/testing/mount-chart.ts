import { mount } from '@vue/test-utils';
import { vi } from 'vitest';
import type { Component } from 'vue';
import { createI18n } from 'vue-i18n';

import words from '../../locales/en.json';
import type { ChartFormats } from '../chart-formats.ts';

/** As simple as they can be, with a decimal comma: the real ones stand above this library. */
export const formats: ChartFormats = {
  number: (value) => String(value),
  decimal: (value, digits) => value.toFixed(digits).replace('.', ','),
  percent: (share) => `${Math.round(share * 100)} %`,
  measure: (value, unit, digits) => `${Number(value.toFixed(digits))} ${unit}`,
  dates: () => ({ format: (at) => new Date(at).toISOString().slice(5, 7) }),
  day: (date) => `day ${date}`,
  month: (date) => `month ${date.slice(0, 7)}`,
};

export function mountChart(chart: Component, props: Record<string, unknown>, slots: Record<string, string> = {}) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: words } });
  const page = mount(chart, { props: { title: 'Adoption', formats, minimum: 10, ...props }, slots, global: { plugins: [i18n] }, attachTo: document.body });
  const textOf = (cell: Element): string => cell.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  return {
    page,
    button: (name: string | RegExp) => {
      const found = page.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()).match(name));
      if (!found) throw new Error(`No button ${name}`);
      return found;
    },
    /** What stands in the table, row by row, the headings first; without what a phone shows beneath them. */
    table: () => page.findAll('table tr:not(.beneath)').map((row) => [...row.element.children].map(textOf)),
  };
}

/** Catches files that are given to the reader. */
export function catchFiles() {
  const files: { name: string; content: Blob }[] = [];
  let latest: Blob | undefined;
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => ((latest = blob), 'blob:chart'), revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (latest) files.push({ name: this.download, content: latest });
  });
  return files;
}

/** With the mark at its start, which reading as text would take away. */
export const textWithMark = async (content: Blob): Promise<string> => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer());
