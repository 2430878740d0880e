import { drawBiography } from './biographies.ts';
import { workingDayBefore } from './calendar.ts';
import { departments } from './departments.ts';
import { jobs } from './jobs.ts';
import type { People } from './people.ts';
import { mailDomain } from './plan.ts';
import { Stream, hashText, unit } from './prng.ts';
import type { PersonRecord } from './records.ts';
import { ownSkills, skillWords } from './skills/index.ts';
import { sites } from './sites.ts';

const PROFILE = hashText('profile');
const GROUP = hashText('group');
const SKILLS = hashText('skills');

function titleOf(people: People, person: number, draws: Stream): string {
  const job = jobs[people.departmentOf(person)];
  const level = people.hierarchy.level[person]!;
  if (level === 1) return 'Chief Executive Officer';
  if (level === 2) return job.head;
  return draws.pick(level === 3 ? job.managers : level === 4 ? job.leaders : job.staff);
}

/** BCP 47 codes, the language that the person writes in first. */
function languagesOf(people: People, person: number, draws: Stream): string[] {
  const first = people.firstLanguage(person);
  const second = first === 'fr' ? 'en' : 'fr';
  const spoken = [first, ...(people.writes(person, second) ? [second] : []), ...sites[people.site[person]!]!.alsoSpeaks];
  const further = draws.pick(['es', 'it', 'de', 'pt', 'ar']);
  if (draws.chance(0.15) && !spoken.includes(further)) spoken.push(further);
  return spoken;
}

function groupsOf(people: People, person: number): string[] {
  const department = people.departmentOf(person);
  const share = unit(people.seed, GROUP, person);
  const groups = ['all-staff'];
  if (people.hierarchy.level[person]! <= 2) groups.push('executives');
  if (department === 'hr') groups.push('hr');
  if (department === 'it' && share < 0.45) groups.push('it');
  if ((department === 'marketing' || department === 'hr' || department === 'service') && share > 0.96) groups.push('moderators');
  for (const group of people.face(person)?.groups ?? []) if (!groups.includes(group)) groups.push(group);
  return groups;
}

/** Their skills as they would write them, a few in words that no taxonomy has, with what they say of each. */
function saidSkills(people: People, person: number, known: readonly string[]): Pick<PersonRecord, 'skills' | 'skillLevels'> {
  const draws = new Stream(people.seed, SKILLS, person);
  const language = people.firstLanguage(person);
  const words = known.map((skill) => skillWords(skill, language, draws.unit()));
  // A newcomer has not said anything yet, not even in words of their own.
  if (known.length > 0 && draws.chance(0.12)) words.push(draws.pick(ownSkills[language]));
  const skills = [...new Set(words)];
  const says = draws.chance(0.6);
  return { skills, skillLevels: skills.map(() => (says && draws.chance(0.8) ? draws.pick([1, 2, 2, 3, 3, 3, 4] as const) : null)) };
}

export function personRecord(people: People, person: number, endMs: number): PersonRecord {
  const face = people.face(person);
  const draws = new Stream(people.seed, PROFILE, person);
  const department = people.departmentOf(person);
  const language = people.firstLanguage(person);
  const title = titleOf(people, person, draws);
  const skills = draws.sample(jobs[department].skills, 3 + draws.below(5));
  const askMeAbout = draws.sample(jobs[department].subjects[language], 1 + draws.below(3));
  const languages = languagesOf(people, person, draws);
  const biography = drawBiography(draws, {
    language,
    years: Math.max(1, Math.floor(people.hiredDaysBefore[person]! / 365)),
    site: sites[people.site[person]!]!.nameIn[language],
    department: departments[department].name,
    subjects: jobs[department].subjects[language],
    skill: skills[0] ?? '',
  });
  const name = people.nameOf(person);
  const manager = people.hierarchy.manager[person]!;
  const identifier = people.identifiers[person]!;
  return {
    type: 'person',
    identifier,
    mail: `${identifier}@${mailDomain}`,
    givenName: name.givenName,
    surname: name.surname,
    title: face?.title ?? title,
    department: departments[department].name,
    managerIdentifier: manager < 0 ? null : people.identifiers[manager]!,
    ...saidSkills(people, person, face?.role === 'newcomer' ? [] : skills),
    location: sites[people.site[person]!]!.name,
    hiredOn: new Date(workingDayBefore(endMs, people.hiredDaysBefore[person]!)).toISOString().slice(0, 10),
    languages: face ? [...face.languages] : languages,
    askMeAbout: face?.role === 'newcomer' ? [] : askMeAbout,
    biography: face?.biography ?? biography,
    groups: groupsOf(people, person),
  };
}
