import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { sharesOf, type Reading } from './juror-shares.ts';
import { JuryShareEntity } from './jury-share.entity.ts';

/** A juror has a part in an idea, or has declared a conflict of interest. SQL condition on `idea`, `judging` and `sheet`. */
export const isMakerOf = `EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = idea.id AND made.person_id = judging.person_id AND made.standing = 'author')`;
const mayRead = `NOT COALESCE(sheet.is_conflict, FALSE) AND NOT ${isMakerOf}`;

/** Each serving juror with each idea that stands, as far as their jury reads by shares and judges now. */
const pairs = `campaign_jury jury JOIN campaign_phase phase ON phase.campaign_id = jury.campaign_id AND phase.kind = 'jury' AND phase.opens_at <= clock_timestamp() AND phase.closes_at > clock_timestamp()
  JOIN campaign_role judging ON judging.campaign_id = jury.campaign_id AND judging.role = 'juror' JOIN idea ON idea.campaign_id = jury.campaign_id AND idea.state = 'submitted'
  LEFT JOIN jury_sheet sheet ON sheet.idea_id = idea.id AND sheet.juror_id = judging.person_id LEFT JOIN jury_share share ON share.idea_id = idea.id AND share.juror_id = judging.person_id`;

/** Shares ideas out among jurors, from the opening of their phase on, and anew where one has left, may not read an idea, or was called since. */
@Injectable()
export class JurySharesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
  ) {}

  /** Before anybody is told what they are to read. Nothing happens where each idea has its readers and each juror their share. */
  async settle(campaignId: string): Promise<void> {
    if (!(await this.isUnsettled(campaignId))) return;
    await this.transactions.run(async (tx) => {
      await tx.manager.query('SELECT 1 FROM campaign WHERE id = $1 FOR NO KEY UPDATE', [campaignId]);
      await share(tx, campaignId);
    });
  }

  /** An idea lacks readers, somebody is to read what they may not, or a juror has nothing while another has several. */
  private async isUnsettled(campaignId: string): Promise<boolean> {
    const [found]: { unsettled: boolean }[] = await this.dataSource.query(
      `WITH pair AS (SELECT idea.id AS idea_id, judging.person_id AS juror_id, jury.readers, share.idea_id IS NOT NULL AS is_shared, ${mayRead} AS may_read FROM ${pairs} WHERE jury.campaign_id = $1 AND jury.readers IS NOT NULL)
       SELECT EXISTS (SELECT 1 FROM pair WHERE is_shared AND NOT may_read)
           OR EXISTS (SELECT 1 FROM pair WHERE may_read GROUP BY idea_id, readers HAVING count(*) FILTER (WHERE is_shared) < least(readers, count(*)))
           OR (SELECT min(shared) = 0 AND max(shared) > 1 FROM (SELECT count(*) FILTER (WHERE is_shared) AS shared FROM pair GROUP BY juror_id) AS held) AS unsettled`,
      [campaignId],
    );
    return found?.unsettled ?? false;
  }
}

async function share(tx: Transaction, campaignId: string): Promise<void> {
  const rows: (Reading & { readers: number; mayRead: boolean; isShared: boolean; isBegun: boolean; isSubmitted: boolean })[] = await tx.manager.query(
    `SELECT idea.id AS "ideaId", judging.person_id AS "jurorId", jury.readers, ${mayRead} AS "mayRead", share.idea_id IS NOT NULL AS "isShared", COALESCE(sheet.scores <> '{}' OR sheet.comment <> '' OR sheet.note <> '', FALSE) AS "isBegun",
            COALESCE(sheet.is_submitted, FALSE) AS "isSubmitted" FROM ${pairs} WHERE jury.campaign_id = $1 AND jury.readers IS NOT NULL`,
    [campaignId],
  );
  const [first] = rows;
  if (!first) return;
  const idsOf = (name: keyof Reading): string[] => [...new Set(rows.map((row) => row[name]))];
  const readings = sharesOf({
    readers: first.readers, ideaIds: idsOf('ideaId'), jurorIds: idsOf('jurorId'),
    conflicts: rows.filter(({ mayRead: able }) => !able), held: rows.filter(({ isShared }) => isShared), begun: rows.filter(({ isShared, isBegun, isSubmitted }) => isSubmitted || (isShared && isBegun)),
  });
  await tx.manager.query('DELETE FROM jury_share USING idea WHERE idea.id = jury_share.idea_id AND idea.campaign_id = $1', [campaignId]);
  for (let from = 0; from < readings.length; from += atOnce) await tx.manager.insert(JuryShareEntity, readings.slice(from, from + atOnce));
}

const atOnce = 5_000;
