import type { Visitor } from './visitor.ts';

/** The address of an open community that a demo person looks after. */
export async function animatedCommunity(animator: Visitor): Promise<string> {
  const { communities } = await animator.ask<{ communities: { edges: { node: { id: string; visibility: string; viewerCanManage: boolean } }[] } }>(
    '{ communities(joined: true, first: 50) { edges { node { id visibility viewerCanManage } } } }',
  );
  const found = communities.edges.find(({ node }) => node.viewerCanManage && node.visibility === 'OPEN');
  if (!found) throw new Error('The demo company has no open community with its animator.');
  return `/communities/${found.node.id}`;
}
