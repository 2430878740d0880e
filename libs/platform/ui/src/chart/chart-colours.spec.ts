import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

type Colours = Record<string, string>;
type Rgb = [number, number, number];

const read = (file: string): string => readFileSync(resolve(import.meta.dirname, file), 'utf8');
const css = read('chart.css');

function declared(block: string, side?: 'light' | 'dark'): Colours {
  const pairs = [...block.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)];
  return Object.fromEntries(pairs.map(([, name, light, dark, alone]) => [name, alone ?? (side === 'dark' ? dark : light)] as [string, string]));
}
const tokens = read('../styles/tokens.css');
const own = css.slice(0, css.indexOf('.chart-on-white'));
const onWhite = declared(css.slice(css.indexOf('.chart-on-white'), css.indexOf('@media print')));
const themes: Record<string, Colours> = {
  light: { ...declared(tokens, 'light'), ...declared(own, 'light') },
  dark: { ...declared(tokens, 'dark'), ...declared(own, 'dark') },
  picture: onWhite,
  print: declared(css.slice(css.indexOf('@media print'))),
};
const named = (colours: Colours, name: string): string[] => Object.keys(colours).filter((key) => key.startsWith(name)).sort().map((key) => colours[key]!);

const linear = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Rgb;
const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Colours as they are seen (Machado, Oliveira and Fernandes 2009, full severity). */
const sights: Record<string, [Rgb, Rgb, Rgb]> = {
  'full sight': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Oklab (Ottosson 2020), in which distance is about what the eye tells apart: 0.02 is just seen. */
function seen(hex: string, sight: [Rgb, Rgb, Rgb]): Rgb {
  const from = linear(hex);
  const [r, g, b] = sight.map((row) => Math.max(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2])) as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

describe.each(Object.keys(themes))('the colours of charts, %s', (theme) => {
  const colours = themes[theme]!;

  it('of series stand out from the surface (WCAG 1.4.11)', () => {
    expect(named(colours, 'chart-')).toHaveLength(6);
    for (const colour of named(colours, 'chart-')) expect(contrast(colour, colours['color-surface']!), colour).toBeGreaterThanOrEqual(3);
  });

  it('of a scale carry their text (WCAG 1.4.3) and read in grey, step by step', () => {
    const steps = named(colours, 'heat-');
    const words = named(colours, 'on-heat-');
    expect(steps).toHaveLength(6);
    steps.forEach((step, i) => expect(contrast(step, words[i]!), step).toBeGreaterThanOrEqual(4.5));
    const ratios = steps.slice(1).map((step, i) => contrast(step, steps[i]!));
    for (const ratio of ratios) expect(ratio).toBeGreaterThan(1.15);
    const brightness = steps.map(luminance);
    expect(brightness).toEqual([...brightness].sort((a, b) => (theme === 'dark' ? a - b : b - a)));
  });

  // On paper there are marks and dashes only.
  if (theme === 'print') return;
  it.each(Object.keys(sights))('of series are told apart: %s', (sight) => {
    const views = named(colours, 'chart-').map((colour) => seen(colour, sights[sight]!));
    for (const [i, one] of views.entries()) {
      for (const other of views.slice(0, i)) expect(Math.hypot(...one.map((part, axis) => part - other[axis]!))).toBeGreaterThan(0.08);
    }
  });
});

it('are those of the light theme in a picture, but for its white ground', () => {
  expect({ ...themes['light'], ...onWhite, 'color-surface': themes['light']!['color-surface'] }).toEqual(themes['light']);
});
