import { describe, expect, it } from '@jest/globals';
import { importedTables } from './import-session.ts';
import { importGround, importRuns } from './testing/import-ground.ts';

const ground = importGround(importedTables);
const { run, runTwice } = importRuns(ground);

describe('a profile', () => {
  const told = {
    type: 'profile', person: 'u1', biography: ' Ten years on line 3. ', languages: ['FR', 'en-gb'], askMeAbout: ['Brazing', ' Brazing '], skills: [{ name: 'Welding', level: 'fluent' }, { name: 'Brazing' }],
    projects: [{ name: 'Alto', startYear: 2020 }], certificates: [{ name: 'Fluids', year: 2019 }], links: [{ url: 'https://example.org/line' }], hobbies: ['Trail'],
    workingDays: [2, 1, 2], timeZone: 'Europe/Lisbon', visibility: { hobbies: 'department', askMeAbout: 'nobody' },
  };
  const read = async (): Promise<unknown> => {
    const [row] = await ground.dataSource.query(`SELECT biography, languages, ask_me_about AS "askMeAbout", projects, certificates, links, hobbies, working_days AS days, time_zone AS zone, time_zone_chosen AS chosen, owners,
        (SELECT jsonb_object_agg(field, audience) FROM profile_visibility WHERE profile_visibility.person_id = person.id) AS visibility,
        (SELECT jsonb_agg(jsonb_build_array(words, level) ORDER BY position) FROM person_skill WHERE person_skill.person_id = person.id) AS skills
      FROM person JOIN profile ON profile.person_id = person.id LEFT JOIN working_time ON working_time.person_id = person.id WHERE identifier = 'u1'`);
    return row;
  };

  it('comes with all that somebody said, once, and is theirs from then on', async () => {
    expect(await runTwice([told], read)).toEqual({
      biography: 'Ten years on line 3.', languages: ['fr', 'en-GB'], askMeAbout: ['Brazing'], hobbies: ['Trail'], days: [1, 2], zone: 'Europe/Lisbon', chosen: true,
      projects: [{ name: 'Alto', description: '', startYear: 2020, endYear: null, url: null }],
      certificates: [{ name: 'Fluids', issuer: '', year: 2019, url: null }],
      links: [{ label: 'example.org', url: 'https://example.org/line' }],
      skills: [['Welding', 3], ['Brazing', null]],
      visibility: { hobbies: 'department', askMeAbout: 'nobody' },
      owners: expect.objectContaining({ biography: 'person', languages: 'person', askMeAbout: 'person', skills: 'person' }),
    });
  });

  it('leaves what the person has said here, and what they have emptied since', async () => {
    await run([]);
    await ground.dataSource.query(`UPDATE person SET owners = owners || '{"biography": "person", "skills": "person"}' WHERE identifier = 'u1'`);
    await ground.dataSource.query(`UPDATE profile SET biography = 'Mine', projects = '[{"name": "Mine"}]' FROM person WHERE person.id = person_id AND identifier = 'u1'`);
    await run([told]);
    expect(await read()).toMatchObject({ biography: 'Mine', skills: null, projects: [{ name: 'Mine' }], languages: ['fr', 'en-GB'], hobbies: ['Trail'] });
    await ground.dataSource.query(`UPDATE profile SET hobbies = '{}', languages = '{}'`);
    await run([told]);
    expect(await read()).toMatchObject({ languages: [], hobbies: [] });
  });

  it('takes the place of what HR told, and says nothing by what is empty', async () => {
    await run([]);
    await ground.dataSource.query(`UPDATE profile SET biography = 'Of HR', languages = '{de}' FROM person WHERE person.id = person_id AND identifier = 'u1'`);
    await ground.dataSource.query(`UPDATE person SET owners = owners || '{"biography": "hr", "languages": "hr"}' WHERE identifier = 'u1'`);
    await run([{ ...told, biography: ' ', languages: [], askMeAbout: null }]);
    expect(await read()).toMatchObject({ biography: 'Of HR', languages: ['de'], askMeAbout: [], owners: expect.objectContaining({ biography: 'hr', skills: 'person' }) });
  });

  it('of somebody unknown is told, and refuses no other; of two, the first counts', async () => {
    const { problems, added } = await run([{ ...told, person: 'u9' }, told, { ...told, biography: 'Another' }]);
    expect(problems).toEqual(['line 1: person "u9" is unknown.']);
    expect(added('profile')).toBe(1);
    expect(await read()).toMatchObject({ biography: 'Ten years on line 3.' });
  });
});
