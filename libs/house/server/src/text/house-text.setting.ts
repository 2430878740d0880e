import { setting, type Setting } from '@parvis/platform/server';
import { z } from 'zod';
import type { HouseTextKind } from './house-text.entity.ts';

/** Which version is in force, and from which one on somebody must have accepted it. 0: none. */
export interface TextInForce {
  number: number;
  asked: number;
}

const shape = z.object({ number: z.number().int().min(0), asked: z.number().int().min(0) });
const none: TextInForce = { number: 0, asked: 0 };

/** As settings, so that every process knows at once, without asking the database at each request. */
export const textsInForce: Record<HouseTextKind, Setting<TextInForce>> = {
  charter: setting('house.charter', shape, none),
  'legal-notice': setting('house.legal-notice', shape, none),
};
