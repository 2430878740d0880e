import type { INestApplication } from '@nestjs/common';
import type { Request } from 'express';
import { languagesSetting } from './languages.setting.ts';
import { networkSetting } from './network.setting.ts';
import type { Setting } from './setting.ts';
import { Settings } from './settings.ts';

const place = 'settings';

/** For pages that functions write, without a service: what is set for the server that a request or a response is of. */
export function keepSettings(app: INestApplication): void {
  (app.getHttpAdapter().getInstance() as { locals: Record<string, unknown> }).locals[place] = app.get(Settings);
}

function settingOf<T extends object>({ app }: Pick<Request, 'app'>, setting: Setting<T>): Readonly<T> {
  const settings: unknown = app.locals[place];
  return settings instanceof Settings ? settings.get(setting) : setting.standard();
}

export const networkOf = (of: Pick<Request, 'app'>) => settingOf(of, networkSetting);
export const languagesOf = (of: Pick<Request, 'app'>) => settingOf(of, languagesSetting);
