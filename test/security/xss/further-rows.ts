import { richTextOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import { command, mutation, type Expected, type FieldRow } from '../access-matrix/row.ts';
import { dayIn, type World } from '../access-matrix/world.ts';

/** Mutations with the parts that those of the matrix leave out, since access does not depend on them. */
export function furtherRows(w: World): FieldRow[] {
  const byMember: Expected = { member: 'yes', others: 'no' };
  const byAnimator: Expected = { animator: 'yes', others: 'no' };
  const byIt: Expected = { it: 'yes', others: 'no' };
  const post = { key: newId(), communityId: w.open, body: richTextOf('So.'), title: 'What' };
  const event = { starts: `${dayIn(5)}T14:00`, ends: `${dayIn(5)}T15:00`, isAllDay: false, timeZone: 'Europe/Paris', place: 'Here', link: 'https://example.org/' };
  const milestones = [{ title: 'First', dueOn: dayIn(10) }];
  const phases = [{ kind: 'GATHER', opens: `${dayIn(2)}T09:00`, closes: `${dayIn(20)}T09:00` }];
  const campaign = {
    key: newId(), question: 'How?', context: richTextOf('So.'), criteria: [{ label: 'Use', weight: 1 }], phases, timeZone: 'Europe/Paris', banner: { pattern: 'WAVES', tone: 'MOSS' },
    audience: { departments: [], communityIds: [w.closed] },
  };
  return [
    command('createPost', { ...post, kind: 'QUESTION' }, byMember),
    command('createPost', { ...post, kind: 'EVENT', event }, byMember),
    command('createPost', { ...post, kind: 'POLL', poll: { options: ['One', 'Two'] } }, byMember),
    command('editPost', { id: w.question, title: 'What', body: richTextOf('So.') }, byMember),
    command('mute', { tag: 'quartier', duration: 'DAY' }, byMember),
    command('updateProfile', {
      certificates: [{ name: 'Welder', issuer: 'School', url: 'https://example.org/', year: 2020 }],
      links: [{ label: 'Here', url: 'https://example.org/' }],
      projects: [{ name: 'Bridge', description: 'Long', url: 'https://example.org/' }],
    }, byMember),
    command('changeExpertPreferences', { topics: [{ words: 'Welding' }] }, byMember),
    command('draftCampaign', campaign, byAnimator),
    command('changeMailServer', { host: 'mail.example', port: 25, encryption: 'NONE', user: 'parvis', password: 'x', fromName: 'Parvis', fromAddress: 'parvis@example.com', revision: 0 }, byIt),
    command('beginProject', { key: newId(), ideaId: w.selected, ownerId: w.people.member, endsOn: dayIn(30), milestones }, byAnimator),
    mutation('chooseBallots', { campaignId: w.draftCampaign, ballots: [{ kind: 'BUDGET', envelopes: [{ amount: 10_000, department: 'Atelier' }], hidesResults: false, isSecret: false }] }, byAnimator),
    command('changeIdentityProvider', { id: w.identityProvider, roleGroups: [{ role: 'IT', groups: ['x'] }], attributes: [{ field: 'IDENTIFIER', names: ['x'] }] }, byIt),
    // These name something that there is.
    mutation('discardFailedJobs', { name: 'media.sweep', typedName: 'media.sweep' }, byIt),
    mutation('deliverEventsAgain', { type: 'none' }, byIt),
    mutation('sendLettersAgain', { type: 'none' }, byIt),
    mutation('useSigningKey', { fingerprint: 'of none' }, byIt),
  ];
}
