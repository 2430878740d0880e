import type { Visitor } from './visitor.ts';

/** A page to look at, as it is found in the demo company. */
export interface Place {
  name: string;
  path: string;
}

/** Every page of Parvis, with addresses of things that the visitor may see. */
export async function placesFor(visitor: Visitor): Promise<Place[]> {
  const { communities, people, homeFeed, viewer, comingSessions, pastSessions, campaigns, pastCampaigns } = await visitor.page.evaluate(async () => {
    const query = `{
      communities(first: 1, joined: true) { edges { node { id } } }
      people(first: 1, search: "Nathalie Brévent") { edges { node { id } } }
      homeFeed: feed(source: FOLLOWING, first: 20) { edges { node { id tags conversation { commentCount } } } }
      viewer { person { id } }
      comingSessions: amaSessions(period: CURRENT, first: 1) { edges { node { id } } }
      campaigns(period: CURRENT, first: 5) { edges { node { id stage ideas(order: NEWEST, first: 1) { edges { node { id } } } } } }
      pastCampaigns: campaigns(period: PAST, first: 1) { edges { node { id ideas(order: SUPPORTED, first: 9) { edges { node { id project { id } } } } } } }
      pastSessions: amaSessions(period: PAST, first: 1) { edges { node { id questions(answered: true, first: 1) { edges { node { id } } } } } }
    }`;
    const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    return ((await answer.json()) as { data: Listed }).data;
  });
  const [community] = communities.edges;
  const [person] = people.edges;
  const posts = homeFeed.edges.map(({ node }) => node);
  const talkedAbout = [...posts].sort((a, b) => b.conversation.commentCount - a.conversation.commentCount)[0];
  const tag = posts.flatMap((post) => post.tags)[0];
  const [coming] = comingSessions.edges;
  const [past] = pastSessions.edges;
  const asked = past?.node.questions.edges[0];
  const gathering = campaigns.edges.find(({ node }) => node.stage === 'GATHER')?.node;
  const voting = campaigns.edges.find(({ node }) => node.stage === 'VOTE')?.node;
  const closed = pastCampaigns.edges[0]?.node;
  const judging = campaigns.edges.find(({ node }) => node.stage === 'JURY')?.node;
  const idea = gathering?.ideas.edges[0]?.node;
  const project = closed?.ideas.edges.flatMap(({ node }) => node.project ?? [])[0];
  if (!community || !person || !talkedAbout || !tag || !coming || !past || !asked || !gathering || !voting || !judging || !closed || !idea || !project) throw new Error('The demo company lacks something to look at.');
  return [
    { name: 'home', path: '/' },
    { name: 'leadership', path: '/leadership' },
    { name: 'questions', path: '/questions' },
    { name: 'events', path: '/events' },
    { name: 'own-events', path: '/events?mine' },
    { name: 'unanswered-questions', path: '/questions?unanswered' },
    { name: 'post', path: `/posts/${talkedAbout.id}` },
    { name: 'tag', path: `/tags/${encodeURIComponent(tag)}` },
    { name: 'everything', path: '/?feed=all&order=newest' },
    { name: 'missed', path: '/?feed=following&order=missed' },
    { name: 'drafts', path: '/drafts' },
    { name: 'saved', path: '/saved' },
    { name: 'tags', path: '/tags' },
    { name: 'about-feed', path: '/about/feed' },
    { name: 'about-experts', path: '/about/experts' },
    { name: 'about-engagement', path: '/about/engagement' },
    { name: 'engagement-processing', path: '/about/engagement/processing' },
    { name: 'audit-refused', path: '/audit/engagement' },
    { name: 'own-figures', path: '/me/exchanges' },
    { name: 'week', path: '/week?week=last' },
    { name: 'expert-preferences', path: '/settings/experts' },
    { name: 'feed-settings', path: '/settings/feed' },
    { name: 'communities', path: '/communities' },
    { name: 'new-community', path: '/communities/new' },
    { name: 'community', path: `/communities/${community.node.id}` },
    { name: 'community-events', path: `/communities/${community.node.id}/events` },
    { name: 'community-questions', path: `/communities/${community.node.id}/questions` },
    { name: 'community-files', path: `/communities/${community.node.id}/files` },
    { name: 'members', path: `/communities/${community.node.id}/members` },
    { name: 'sessions', path: '/leadership/sessions' },
    { name: 'past-sessions', path: '/leadership/sessions/past' },
    { name: 'session', path: `/leadership/sessions/${coming.node.id}` },
    { name: 'past-session', path: `/leadership/sessions/${past.node.id}` },
    { name: 'session-question', path: `/leadership/questions/${asked.node.id}` },
    { name: 'campaigns', path: '/campaigns' },
    { name: 'past-campaigns', path: '/campaigns/past' },
    { name: 'draft-campaigns', path: '/campaigns/drafts' },
    { name: 'new-campaign', path: '/campaigns/new' },
    { name: 'campaign', path: `/campaigns/${gathering.id}` },
    { name: 'campaign-about', path: `/campaigns/${gathering.id}/about` },
    { name: 'campaign-voting', path: `/campaigns/${voting.id}` },
    { name: 'campaign-vote', path: `/campaigns/${voting.id}/vote` },
    { name: 'campaign-results', path: `/campaigns/${closed.id}/results` },
    { name: 'campaign-jury', path: `/campaigns/${judging.id}/jury` },
    { name: 'campaign-judged', path: `/campaigns/${closed.id}/jury` },
    { name: 'campaign-board', path: `/campaigns/${closed.id}/board` },
    { name: 'campaign-answers', path: `/campaigns/${gathering.id}/answers` },
    { name: 'campaign-figures', path: `/campaigns/${closed.id}/figures` },
    { name: 'campaign-closed', path: `/campaigns/${closed.id}` },
    { name: 'edit-campaign', path: `/campaigns/${gathering.id}/edit` },
    { name: 'idea', path: `/ideas/${idea.id}` },
    { name: 'idea-versions', path: `/ideas/${idea.id}/versions` },
    { name: 'pitch', path: `/ideas/${idea.id}/pitch` },
    { name: 'idea-box', path: '/ideas' },
    { name: 'project', path: `/projects/${project.id}` },
    { name: 'new-idea', path: `/campaigns/${gathering.id}/ideas/new` },
    { name: 'people', path: '/people' },
    { name: 'profile', path: `/people/${person.node.id}` },
    { name: 'profile-answers', path: `/people/${person.node.id}/answers` },
    { name: 'profile-pages', path: `/people/${person.node.id}/pages` },
    { name: 'organisation', path: `/people/${person.node.id}/organisation` },
    { name: 'skills-admin-refused', path: '/admin/skills' },
    { name: 'mobility-refused', path: '/people/mobility' },
    { name: 'own-profile-edited', path: `/people/${viewer.person.id}?edit=PROJECTS` },
    { name: 'own-profile', path: `/people/${viewer.person.id}` },
    { name: 'search', path: '/search?q=pompe' },
    { name: 'search-nothing', path: '/search?q=zorglubique' },
    { name: 'experts', path: '/experts' },
    { name: 'handovers', path: '/experts/handover' },
    { name: 'experts-found', path: '/experts?q=pompe' },
    { name: 'expert-requests', path: '/experts/requests' },
    { name: 'experts-nobody', path: '/experts?q=zorglubique' },
    { name: 'notifications', path: '/notifications' },
    { name: 'notification-settings', path: '/settings/notifications' },
    { name: 'not-found', path: '/nowhere' },
  ];
}

interface Listed {
  campaigns: { edges: { node: { id: string; stage: string; ideas: { edges: { node: { id: string } }[] } } }[] };
  pastCampaigns: { edges: { node: { id: string; ideas: { edges: { node: { id: string; project: { id: string } | null } }[] } } }[] };
  communities: { edges: { node: { id: string } }[] };
  people: { edges: { node: { id: string } }[] };
  viewer: { person: { id: string } };
  comingSessions: { edges: { node: { id: string } }[] };
  pastSessions: { edges: { node: { id: string; questions: { edges: { node: { id: string } }[] } } }[] };
  homeFeed: { edges: { node: { id: string; tags: string[]; conversation: { commentCount: number } } }[] };
}
