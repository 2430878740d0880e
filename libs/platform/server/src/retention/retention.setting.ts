import { z } from 'zod';
import { setting } from '../settings/setting.ts';

/** Days for which something is kept, by the name of its term; where a name is missing, its standard holds. */
export const retentionSetting = setting('retention', z.object({ days: z.record(z.string().max(100), z.number().int().min(1).max(3_660)) }), { days: {} });
