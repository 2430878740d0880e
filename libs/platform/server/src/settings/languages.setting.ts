import { z } from 'zod';
import { setting } from './setting.ts';

/** Those that Parvis speaks. */
export const spokenLanguages = ['fr', 'en'] as const;
export type HouseLanguage = (typeof spokenLanguages)[number];

const language = z.enum(spokenLanguages);
const shape = z.object({ offered: z.array(language).min(1), standard: language }).refine(({ offered, standard }) => offered.includes(standard), { path: ['standard'] });

/** Which languages the company offers, and which one is for whoever asks for none of them. */
export const languagesSetting = setting<z.infer<typeof shape>>('languages', shape, { offered: [...spokenLanguages], standard: 'en' });

/** The first of `wanted` (tags such as `fr-CA`, the dearest first) that is offered, else the company's own. */
export function offeredLanguage({ offered, standard }: Readonly<z.infer<typeof shape>>, wanted: readonly string[]): HouseLanguage {
  const heads = wanted.map((tag) => tag.split('-')[0]?.toLowerCase());
  return heads.flatMap((head) => offered.filter((one) => one === head))[0] ?? standard;
}
