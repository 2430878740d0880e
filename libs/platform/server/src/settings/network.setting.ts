import { z } from 'zod';
import type { Accent } from './accent.ts';
import { setting } from './setting.ts';

/** That of tokens.css. */
export const standardAccent: Readonly<Accent> = { light: '#17695a', dark: '#74c7b4' };
export const longestName = 40;

const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const shape = z.object({ name: z.string().trim().min(1).max(longestName), accent: z.object({ light: colour, dark: colour }) });

/** What the company calls its network, and the one colour of it. */
export type Network = z.infer<typeof shape>;

export const networkSetting = setting<Network>('network', shape, { name: 'Parvis', accent: { ...standardAccent } });
