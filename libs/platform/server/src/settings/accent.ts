export type Theme = 'light' | 'dark';

/** One colour for each theme: `#17695a`. */
export interface Accent {
  light: string;
  dark: string;
}

/** What the one colour becomes, each as `#rrggbb`. */
export interface AccentTones {
  accent: string;
  strong: string;
  onAccent: string;
  soft: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** WCAG 2.2, 1.4.3: text of any size. */
export const enoughContrast = 4.5;

/** What the colour stands on as text, and what stands on it: paper, surface and sunken of the tokens (tokens.css). */
const grounds: Record<Theme, readonly string[]> = { light: ['#f7f5f1', '#fffefb', '#efebe4'], dark: ['#1a1816', '#232120', '#2e2b28'] };
const surface: Record<Theme, string> = { light: '#fffefb', dark: '#232120' };
const on: Record<Theme, string> = { light: '#ffffff', dark: '#14110f' };
const softShare: Record<Theme, number> = { light: 0.13, dark: 0.22 };
const white: Record<Theme, string> = { light: '#000000', dark: '#ffffff' };

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast that the colour has anywhere in a theme. */
export const leastContrast = (theme: Theme, colour: string): number => Math.min(...[...grounds[theme], on[theme]].map((ground) => contrast(colour, ground)));

export const isReadable = (theme: Theme, colour: string): boolean => leastContrast(theme, colour) >= enoughContrast;

/** The colour itself where it can be read, else the nearest of its hue that can: darker on light ground, lighter on dark. */
export function nearestReadable(theme: Theme, colour: string): string {
  return toward(theme, colour, (candidate) => isReadable(theme, candidate));
}

/** What the interface makes of a readable colour: each pair of it that carries text keeps enough contrast. */
export function tonesOf(theme: Theme, accent: string): AccentTones {
  const soft = mixed(accent, surface[theme], softShare[theme]);
  const pressed = mixed(white[theme], accent, theme === 'light' ? 0.22 : 0.3);
  const strong = toward(theme, pressed, (candidate) => contrast(candidate, soft) >= enoughContrast && isReadable(theme, candidate));
  return { accent, strong, onAccent: on[theme], soft };
}

function toward(theme: Theme, colour: string, fits: (candidate: string) => boolean): string {
  for (let percent = 0; percent <= 100; percent += 1) {
    const candidate = mixed(white[theme], colour, percent / 100);
    if (fits(candidate)) return candidate;
  }
  return white[theme];
}

/** `share` of one in the other. */
function mixed(one: string, other: string, share: number): string {
  const [a, b] = [partsOf(one), partsOf(other)];
  return `#${a.map((part, i) => Math.round(part * share + (b[i] ?? 0) * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}

const partsOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

function luminance(hex: string): number {
  const [red, green, blue] = partsOf(hex).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
