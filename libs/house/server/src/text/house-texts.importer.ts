import type { RichTextDocument } from '@parvis/conversations/server';
import { newId, type HouseLanguage } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { houseTextKinds, type HouseTextKind } from './house-text.entity.ts';
import { textsInForce } from './house-text.setting.ts';

export interface ImportedHouseTexts {
  at: Date;
  texts: Record<HouseTextKind, Record<HouseLanguage, RichTextDocument>>;
  /** Identifier of whoever is still to be asked; everybody else has accepted. */
  notAcceptedBy: string;
}

/** The first charter and the first legal notice of a company that is made, not met. */
export async function importHouseTexts(manager: EntityManager, { at, texts, notAcceptedBy }: ImportedHouseTexts): Promise<void> {
  for (const kind of houseTextKinds) {
    const asks = kind === 'charter';
    await manager.query(`INSERT INTO house_text (id, kind, number, bodies, asks_again, published_at) VALUES ($1, $2, 1, $3, $4, $5)`, [newId(), kind, JSON.stringify(texts[kind]), asks, at]);
    await manager.query(`INSERT INTO setting (key, value, revision, changed_at) VALUES ($1, $2, 1, $3)`, [textsInForce[kind].key, JSON.stringify({ number: 1, asked: asks ? 1 : 0 }), at]);
  }
  await manager.query(`INSERT INTO charter_acceptance (person_id, number, language, accepted_at) SELECT id, 1, 'fr', $1 FROM person WHERE identifier <> $2`, [at, notAcceptedBy]);
}
