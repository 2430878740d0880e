import type { TestApi } from '@parvis/identity/server/testing';
import type { World } from '../access-matrix/world.ts';

/** What the parameters of addresses stand for: by the beginning of the address, the things to open. */
export async function thingsToOpen({ manager }: TestApi, w: World): Promise<ReadonlyMap<string, readonly string[]>> {
  /** Those that hold a text of the list, the newest first. */
  const hostile = async (table: string, limit: number): Promise<string[]> => {
    const rows: { id: string }[] = await manager.query(`SELECT id FROM ${table} one WHERE one::text LIKE '%planted=1%' ORDER BY id DESC LIMIT ${limit}`);
    return rows.map(({ id }) => id);
  };
  const newest = async (table: string, limit: number): Promise<string[]> => {
    const rows: { id: string }[] = await manager.query(`SELECT id FROM ${table} ORDER BY id DESC LIMIT ${limit}`);
    return rows.map(({ id }) => id);
  };
  const people = [...(await hostile('person', 2)), w.people.employee, w.people.executive];
  const wikiPages: { id: string }[] = await manager.query(`SELECT DISTINCT page_id AS id FROM wiki_version one WHERE one::text LIKE '%planted=1%' LIMIT 2`);
  return new Map<string, readonly string[]>([
    ['/posts/', [...(await hostile('post', 8)), w.memberPost]],
    ['/tags/', ['quartier']],
    ['/people/', [w.people.member, ...people]],
    ['/administration/people/', [w.people.member, ...people]],
    ['/administration/sign-in/', [w.identityProvider]],
    ['/break-glass/', [w.glass.open]],
    ['/communities/', [w.open, w.closed, w.hidden]],
    ['/campaigns/', [...new Set([...(await hostile('campaign', 3)), w.gathering, w.judging, w.judged, w.openJury, w.draftCampaign])]],
    ['/ideas/', [...new Set([...(await newest('idea', 3)), w.memberIdea, w.authorIdea, w.sharedIdea, w.openIdea, w.boxIdea, w.judgedIdea, w.conflictIdea, w.selected, w.postponed, w.rankedIdea])]],
    ['/projects/', [...new Set([...(await newest('project', 2)), w.project.id, w.delivered.id])]],
    ['/wiki/', wikiPages.map(({ id }) => id)],
    ['/leadership/sessions/', [...(await hostile('ama_session', 2)), w.ama]],
    ['/leadership/questions/', [...(await hostile('ama_question', 2)), w.amaQuestion]],
  ]);
}

/** Every address of the pages' router, its parameters filled. Throws for one of which nothing is known. */
export function addressesOf(patterns: readonly string[], things: ReadonlyMap<string, readonly string[]>): string[] {
  const all = patterns.filter((pattern) => !pattern.includes('(.*)')).flatMap((pattern) => {
    const [, beginning, rest] = /^(.*?\/):\w+(.*)$/.exec(pattern) ?? [];
    if (beginning === undefined || rest === undefined) return [pattern];
    const known = things.get(beginning);
    if (!known) throw new Error(`Nothing is known of what stands at ${pattern}: name it in thingsToOpen.`);
    // A second parameter: draws of a jury, which are opened from its page.
    return rest.includes(':') ? [] : known.map((id) => `${beginning}${id}${rest}`);
  });
  return [...new Set(all.filter(Boolean))];
}
