import { command, field, mutation, query, type Expected, type Row } from '../row.ts';
import { dayIn, type World } from '../world.ts';

const everybody: Expected = { others: 'yes' };
const skillKeepers: Expected = { hr: 'yes', it: 'yes', others: 'FORBIDDEN' };

/** A profile is for colleagues; what one says of oneself is changed by oneself, and no argument names another. */
export function peopleRows(w: World): Row[] {
  const ofMember = [['person', { id: w.people.member }]] as [string, Record<string, unknown>][];
  return [
    query('viewer', {}, everybody),
    query('person', { id: w.people.member }, everybody),
    query('people', {}, everybody),
    query('departments', {}, everybody),
    query('profileNextSteps', {}, { member: 'yes', others: 'yes' }),
    query('openToMobility', {}, { hr: 'yes', others: 'null' }),
    query('endorsableThings', { personId: w.people.author }, { insiders: 'inside', others: 'yes' }),
    query('freeSkills', {}, skillKeepers),
    query('skillMappings', {}, skillKeepers),
    query('skillSuggestions', { typed: 'soud', language: 'FR' }, everybody),

    field('Person.communities', ofMember, { first: 5 }, { insiders: 'inside', others: 'yes' }),
    field('Person.reports', [['person', { id: w.people.executive }]], {}, everybody),
    field('Person.seenBy', ofMember, { audience: 'EVERYONE' }, { member: 'yes', others: 'null' }),

    command('updateProfile', { biography: 'Me' }, everybody),
    mutation('setProfileVisibility', { choices: [{ field: 'BIOGRAPHY', audience: 'NOBODY' }] }, everybody),
    mutation('setMySkills', { skills: [{ words: 'Poterie' }] }, everybody),
    mutation('setMobility', { wish: 'Elsewhere' }, everybody),
    mutation('declareAbsence', { until: dayIn(3) }, everybody),
    mutation('endAbsence', {}, everybody),
    mutation('dismissProfileNextSteps', {}, { others: 'empty' }),
    mutation('followPerson', { id: w.people.author }, everybody),
    mutation('unfollowPerson', { id: w.people.author }, everybody),
    mutation('declareDelegation', { personId: w.people.author }, { executive: 'yes', others: 'DELEGATION_ONLY_EXECUTIVES' }),
    mutation('endDelegation', { id: w.delegation }, { executive: 'yes', employee: 'yes', others: 'DELEGATION_NOT_FOUND' }),
    // For what they wrote in the closed community: whoever does not see it cannot recommend for it.
    command('endorseSkill', { personId: w.people.author, words: 'Titane', thing: { type: 'comment', id: w.answer } }, { insiders: 'yes', others: 'ENDORSED_THING_NOT_FOUND' }),
    mutation('withdrawEndorsement', { id: w.endorsement }, { member: 'yes', others: 'ENDORSEMENT_NOT_FOUND' }),
    mutation('hideEndorsement', { id: w.ownEndorsement, hidden: true }, { member: 'yes', others: 'ENDORSEMENT_NOT_FOUND' }),
    mutation('keepSkill', { words: 'Macramé', fr: 'Macramé', en: 'Macrame' }, skillKeepers),
    mutation('mapSkill', { words: 'Macramé', skillId: w.skill }, skillKeepers),
    mutation('undoSkillMapping', { key: w.mapping }, skillKeepers),
    mutation('deleteFile', { id: w.file }, { member: 'yes', others: 'FILE_NOT_FOUND' }),
    command('updateFileAlt', { id: w.file, alt: 'A page' }, { member: 'yes', others: 'FILE_NOT_FOUND' }),
    mutation('deleteFile', { id: w.looseFile }, { member: 'yes', others: 'FILE_NOT_FOUND' }),
  ];
}
