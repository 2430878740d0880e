import { describe, expect, it } from '@jest/globals';
import { type Place, type Step } from './headcounts.ts';
import { type GroupFilter, type Publication } from './publication.ts';
import { publish } from './publish.ts';
import { treeOf } from './testing/journeys.ts';

/** So many people in a department, all of one kind unless something else is said; a number stays the same on all days. */
type Row = [department: string | null, people: number | Step[], elsewhere?: Partial<Place>];

interface Company {
  tree?: Record<string, string>;
  rows: Row[];
  days?: number;
}

const published = ({ tree = {}, rows, days = 1 }: Company): Publication =>
  publish({
    headcounts: {
      days,
      places: rows.map(([department, , elsewhere]) => ({ department, location: 'Paris', level: 'employee', seniority: 'years', ...elsewhere })),
      steps: rows.map(([, people]) => (typeof people === 'number' ? [[0, people]] : people)),
    },
    tree: treeOf(tree),
  });

/** As a page would say it: "60", "60 of 61", or why not. */
function told(publication: Publication, filter: GroupFilter): string {
  const answer = publication.select(filter);
  if ('refused' in answer) return answer.refused;
  return answer.leftOut === 0 ? `${answer.people}` : `${answer.people} of ${answer.people + answer.leftOut}`;
}

const inDepartment = (publication: Publication, ...departments: string[]): string[] => departments.map((department) => told(publication, { department }));

describe('whom figures may be told about', () => {
  it('is everybody, exactly, and each department of ten or more', () => {
    const company = published({ rows: [['Sales', 40], ['Works', 100], ['Legal', 10]] });
    expect(told(company, {})).toBe('150');
    expect(inDepartment(company, 'Sales', 'Works', 'Legal')).toEqual(['40', '100', '10']);
    expect(company.departments).toEqual(['Legal', 'Sales', 'Works']);
  });

  it('hides the sibling of one small team, since taking the sibling from the whole would leave the small team', () => {
    const company = published({ rows: [['Legal', 4], ['Sales', 40], ['Works', 100]] });
    expect(inDepartment(company, 'Legal', 'Sales', 'Works')).toEqual(['too-few', 'would-reveal', '100']);
    expect(told(company, {})).toBe('144');
    expect(company.departments).toEqual(['Works']);
  });

  it('pools two small teams that are enough together, and then hides nobody else', () => {
    const company = published({ rows: [['Legal', 4], ['Press', 6], ['Sales', 40]] });
    expect(inDepartment(company, 'Legal', 'Press', 'Sales')).toEqual(['too-few', 'too-few', '40']);
    expect(told(company, {})).toBe('50');
  });

  it('tells of a department whose teams are all small, but not of its teams', () => {
    const company = published({ tree: { Contracts: 'Legal', Patents: 'Legal', Privacy: 'Legal' }, rows: [['Contracts', 7], ['Patents', 5], ['Privacy', 3], ['Sales', 40]] });
    expect(inDepartment(company, 'Legal', 'Contracts', 'Patents', 'Privacy')).toEqual(['15', 'too-few', 'too-few', 'too-few']);
  });

  it('hides a small team that is a whole department as any other, and as little as it can beside it', () => {
    const company = published({ tree: { Counsel: 'Legal', North: 'Sales', South: 'Sales' }, rows: [['Counsel', 3], ['North', 30], ['South', 20]] });
    expect(inDepartment(company, 'Legal', 'Counsel')).toEqual(['too-few', 'too-few']);
    // Counsel is hidden with North, the first team of the first department that is large enough.
    expect(inDepartment(company, 'North', 'South', 'Sales')).toEqual(['would-reveal', '20', '20 of 50']);
    expect(told(company, {})).toBe('53');
  });

  it('leaves the head of a department out of its answer rather than hide a team', () => {
    const company = published({
      tree: { North: 'Sales', South: 'Sales' },
      rows: [['Sales', 1], ['North', 30], ['South', 30], ['Works', 100], [null, 12]],
    });
    expect(inDepartment(company, 'Sales', 'North', 'South', 'Works')).toEqual(['60 of 61', '30', '30', '100']);
    expect(told(company, {})).toBe('173');
  });

  it('tells of a department with all its heads once there are ten of them', () => {
    const teams = Array.from({ length: 10 }, (_, index) => `Team ${index}`);
    const crews = teams.map((team) => `Crew of ${team}`);
    const company = published({
      tree: Object.fromEntries([...teams.map((team) => [team, 'Works']), ...crews.map((crew, index) => [crew, teams[index]])]) as Record<string, string>,
      rows: [...teams.map((team): Row => [team, 1]), ...crews.map((crew): Row => [crew, 20])],
    });
    expect(inDepartment(company, 'Works', 'Team 3', 'Crew of Team 3')).toEqual(['210', '20 of 21', '20']);
  });

  it('keeps the head in the answer where small teams are pooled anyway', () => {
    const company = published({ tree: { North: 'Sales', South: 'Sales', East: 'Sales' }, rows: [['Sales', 1], ['North', 7], ['South', 5], ['East', 20], ['Works', 100]] });
    expect(inDepartment(company, 'Sales', 'East', 'North')).toEqual(['33', '20', 'too-few']);
  });

  it('parts a department by location, and tells of a location everywhere', () => {
    const company = published({ rows: [['Sales', 30], ['Sales', 12, { location: 'Lyon' }], ['Works', 50], ['Works', 14, { location: 'Lyon' }]] });
    expect(told(company, { department: 'Sales', location: 'Lyon' })).toBe('12');
    expect(told(company, { location: 'Lyon' })).toBe('26');
    expect(told(company, { location: 'Paris' })).toBe('80');
  });

  it('leaves a department out of a location where it would tell of the few who are elsewhere', () => {
    const company = published({ rows: [['Sales', 30], ['Sales', 2, { location: 'Lyon' }], ['Works', 50], ['Works', 14, { location: 'Lyon' }]] });
    expect(told(company, { department: 'Sales' })).toBe('32');
    expect(told(company, { department: 'Sales', location: 'Paris' })).toBe('would-reveal');
    expect(told(company, { location: 'Paris' })).toBe('50 of 80');
    expect(told(company, { location: 'Lyon' })).toBe('14 of 16');
  });

  it('parts a location by level, then by seniority', () => {
    const company = published({ rows: [['Sales', 30], ['Sales', 10, { level: 'manager' }], ['Sales', 11, { level: 'manager', seniority: 'months' }]] });
    expect(told(company, { level: 'manager' })).toBe('21');
    expect(told(company, { level: 'manager', seniority: 'months' })).toBe('11');
    expect(told(company, { seniority: 'years' })).toBe('40');
  });

  it('refuses for the whole month a department that was small for three days of it', () => {
    const rows: Row[] = [['Labs', [[0, 12], [10, 9], [13, 12]]], ['Sales', 40], ['Works', 100]];
    expect(inDepartment(published({ rows, days: 30 }), 'Labs', 'Sales', 'Works')).toEqual(['would-reveal', 'would-reveal', '100']);
    expect(inDepartment(published({ rows: [['Labs', 12], ['Sales', 40], ['Works', 100]], days: 10 }), 'Labs', 'Sales', 'Works')).toEqual(['12', '40', '100']);
  });

  it('tells of a department that opened or closed within the month, if it was never small', () => {
    const company = published({ rows: [['Labs', [[5, 12]]], ['Plant', [[0, 30], [9, 0]]], ['Works', 100]], days: 30 });
    expect(inDepartment(company, 'Labs', 'Plant', 'Works')).toEqual(['12', 'nobody', '100']);
  });

  it('refuses a filter that finds only small places', () => {
    const company = published({ rows: [['Sales', 30], ['Works', 50], ...['Sales', 'Works'].map((department): Row => [department, 6, { location: 'Lyon' }])] });
    expect(told(company, { location: 'Lyon' })).toBe('would-reveal');
    expect(told(company, { location: 'Lyon', department: 'Sales' })).toBe('too-few');
  });

  it('says that nobody is found where a filter names what is not there', () => {
    const company = published({ rows: [['Sales', 30]] });
    expect([{ department: 'Slaes' }, { location: 'Rome' }, { department: 'Sales', level: 'manager' }].map((filter) => told(company, filter))).toEqual(['nobody', 'nobody', 'nobody']);
  });

  it('says nothing of a company of nine, nor of one that was so on any day', () => {
    expect(told(published({ rows: [['Sales', 4], ['Works', 5]] }), {})).toBe('too-few');
    const company = published({ rows: [['Sales', [[0, 9], [1, 40]]]], days: 2 });
    expect([told(company, {}), told(company, { department: 'Sales' })]).toEqual(['too-few', 'too-few']);
    expect([company.departments, company.blocks]).toEqual([[], [[0]]]);
  });

  it('never offers people without a department by name, and hides the few with them', () => {
    const company = published({ rows: [[null, 20], ['Legal', 3], ['Sales', 30]] });
    expect(inDepartment(company, 'Legal', 'Sales')).toEqual(['too-few', '30']);
    expect(company.departments).toEqual(['Sales']);
    expect(told(company, {})).toBe('53');
  });

  it('is not undone by one department above all others, nor by a stray one beside it', () => {
    const company = published({ tree: { Sales: 'Group', Works: 'Group', North: 'Sales', South: 'Sales' }, rows: [['Group', 1], ['North', 30], ['South', 30], ['Works', 100], ['Test', 2]] });
    expect(inDepartment(company, 'Group', 'Sales', 'North', 'South', 'Works')).toEqual(['130 of 161', '30 of 60', 'would-reveal', '30', '100']);
  });

  it('does not hang on departments that are above themselves, and takes departments without people', () => {
    const company = published({ tree: { Sales: 'North', North: 'Sales', South: 'North', Works: 'Works', Labs: 'Empty', Empty: 'Emptier' }, rows: [['Sales', 20], ['North', 15], ['South', 10], ['Works', 30], ['Labs', 11]] });
    expect(inDepartment(company, 'Sales', 'North', 'South', 'Works', 'Empty', 'Emptier')).toEqual(['20', '25', '10', '30', '11', '11']);
    expect(told(company, {})).toBe('86');
  });

  it('says nothing of a company of nobody', () => {
    expect(told(published({ rows: [] }), {})).toBe('nobody');
  });
});

describe('what the gate is given', () => {
  it('must ask for five people at least', () => {
    const headcounts = { places: [], days: 1, steps: [] };
    for (const minGroup of [4, 0, -1, 7.5, NaN]) expect(() => publish({ headcounts, tree: treeOf({}), minGroup })).toThrow(RangeError);
    expect(publish({ headcounts, tree: treeOf({}), minGroup: 5 }).blocks).toEqual([]);
  });

  it.each<[string, Step[], number]>([
    ['half a person', [[0, 1.5]], 3],
    ['fewer than nobody', [[0, -1]], 3],
    ['not a number', [[0, NaN]], 3],
    ['days out of order', [[1, 10], [0, 20]], 3],
    ['one day twice', [[1, 10], [1, 20]], 3],
    ['a day after the period', [[3, 10]], 3],
    ['no days', [], 0],
  ])('must make sense: %s', (_name, steps, days) => {
    expect(() => published({ rows: [['Sales', steps]], days })).toThrow(RangeError);
  });
});
