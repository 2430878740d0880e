import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { judgesBlind } from '../jury/jury.access.ts';

/** Whether somebody makes the idea, or was asked to: they see it at any stage. Volunteers see what everybody sees. */
const isOfAuthors = (idea: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = ${idea}.id AND made.person_id = ${viewer} AND made.standing <> 'volunteer')`;

/** Whether others than its authors may see it, if they see the campaign: once it was submitted, until it is withdrawn. What is in the idea box is for everybody. */
const isShown = (idea: string, viewer: string, campaignId: string): string =>
  `${idea}.state NOT IN ('draft', 'withdrawn') AND (${campaignId} IS NULL OR EXISTS (SELECT 1 FROM campaign asked WHERE asked.id = ${campaignId} AND ${campaignVisibleTo('asked', viewer)}))`;

/** Whether somebody carries it out: they may be of elsewhere. */
const isCarriedOutBy = (idea: string, viewer: string): string => `EXISTS (SELECT 1 FROM project carried WHERE carried.idea_id = ${idea}.id AND carried.owner_id = ${viewer})`;

/**
 * The one rule of who sees an idea and what hangs on it, as an SQL condition; `idea` is the table's alias. `campaignId`: where all ideas are of one campaign, an expression of
 * its id that does not depend on the row, so that the campaign is asked about once.
 */
export const ideaVisibleTo = (idea: string, viewer: string, campaignId = `${idea}.campaign_id`): string =>
  `(${isShown(idea, viewer, campaignId)} OR ${isOfAuthors(idea, viewer)} OR ${isCarriedOutBy(idea, viewer)})`;

/**
 * The one rule of who may know who made an idea, what they changed in it and what is said under it (which would tell), as an SQL condition for who sees the idea: everybody but those
 * who judge it blind. Whatever names somebody by what they did to an idea asks it.
 */
export const ideaMakersVisibleTo = (idea: string, viewer: string): string => `(NOT ${judgesBlind(`${idea}.campaign_id`, viewer)} OR ${isOfAuthors(idea, viewer)})`;

/** Whether the viewer may change it: its authors. */
export const isAuthorOf = (idea: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = ${idea}.id AND made.person_id = ${viewer} AND made.standing = 'author')`;
