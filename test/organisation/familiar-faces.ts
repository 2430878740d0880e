import type { DepartmentKey } from './departments.ts';

/** The few people whom the demo identity provider, the tests and the screenshots know by name. Every company has them. */
export interface FamiliarFace {
  identifier: string;
  role: 'employee' | 'newcomer' | 'executive' | 'hr' | 'it' | 'animator' | 'moderator' | 'works-council';
  givenName: string;
  surname: string;
  department: DepartmentKey;
  level: 2 | 4 | 5;
  title: string;
  site: string;
  languages: readonly string[];
  hiredDaysBefore: number;
  groups: readonly string[];
  biography: string;
}

export const familiarFaces: readonly FamiliarFace[] = [
  {
    identifier: 'elodie.marchand', role: 'employee', givenName: 'Élodie', surname: 'Marchand', department: 'production', level: 5,
    title: 'Assembly Line Technician', site: 'Lyon', languages: ['fr', 'es'], hiredDaysBefore: 2_215, groups: [],
    biography: 'Six ans à l’assemblage à Lyon, d’abord au brasage, aujourd’hui sur la ligne 3. Je forme les intérimaires au poste d’essai d’étanchéité.',
  },
  {
    identifier: 'oliver.hughes', role: 'employee', givenName: 'Oliver', surname: 'Hughes', department: 'service', level: 5,
    title: 'Technical Support Engineer', site: 'Manchester', languages: ['en'], hiredDaysBefore: 1_340, groups: [],
    biography: 'Second-line support for UK installers. Ten years on the tools before I moved to the phone, so photos of plant rooms are welcome.',
  },
  {
    identifier: 'minh-anh.nguyen', role: 'employee', givenName: 'Minh Anh', surname: 'Nguyễn', department: 'research', level: 5,
    title: 'Thermal Engineer', site: 'Grenoble', languages: ['fr', 'en', 'vi'], hiredDaysBefore: 1_020, groups: [],
    biography: 'Dégivrage et régulation des petites puissances, au laboratoire de Grenoble. Je partage volontiers mes courbes, y compris celles qui ratent.',
  },
  {
    identifier: 'ines.carvalho', role: 'newcomer', givenName: 'Inês', surname: 'Carvalho', department: 'software', level: 5,
    title: 'Software Engineer', site: 'Lyon', languages: ['fr', 'en', 'pt'], hiredDaysBefore: 7, groups: [], biography: '',
  },
  {
    identifier: 'nathalie.brevent', role: 'executive', givenName: 'Nathalie', surname: 'Brévent', department: 'production', level: 2,
    title: 'Director of Production', site: 'Lyon', languages: ['fr', 'en'], hiredDaysBefore: 4_380, groups: ['executives'],
    biography: 'Trois usines, un peu plus de cent métiers. Je suis en atelier tous les mardis matin : arrêtez-moi dans l’allée, c’est fait pour.',
  },
  {
    identifier: 'karim.benjelloun', role: 'hr', givenName: 'Karim', surname: 'Benjelloun', department: 'hr', level: 5,
    title: 'HR Analyst', site: 'Lyon', languages: ['fr', 'en', 'ar'], hiredDaysBefore: 1_610, groups: ['hr'],
    biography: 'Je tiens les tableaux de bord RH : effectifs, formation, absences, toujours par groupes assez grands pour que personne n’y soit reconnaissable.',
  },
  {
    identifier: 'thomas.vandenberghe', role: 'it', givenName: 'Thomas', surname: 'Vandenberghe', department: 'it', level: 5,
    title: 'Identity & Access Administrator', site: 'Lille', languages: ['fr', 'en', 'nl'], hiredDaysBefore: 2_890, groups: ['it', 'auditors'],
    biography: 'Comptes, droits et authentification unique. Si une porte ne s’ouvre pas le premier jour, c’est pour moi.',
  },
  {
    identifier: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', role: 'animator', givenName: 'Marie-Éléonore',
    surname: "de L'Hermitage-Kerguélen-Guézennec", department: 'quality', level: 4, title: 'Continuous Improvement Lead', site: 'Nantes',
    languages: ['fr', 'en'], hiredDaysBefore: 3_310, groups: [],
    biography: 'Chantiers courts, mesurés avant et après. J’anime la communauté Amélioration continue et le cercle des managers de proximité.',
  },
  {
    identifier: 'fatou.diallo', role: 'moderator', givenName: 'Fatou', surname: 'Diallo', department: 'marketing', level: 5,
    title: 'Internal Communications Officer', site: 'Lyon', languages: ['fr', 'en'], hiredDaysBefore: 1_905, groups: ['moderators'],
    biography: 'Communication interne et modération. La charte tient en une page ; si un doute subsiste, écrivez-moi avant de publier.',
  },
  {
    identifier: 'herve.kerbrat', role: 'works-council', givenName: 'Hervé', surname: 'Kerbrat', department: 'supply', level: 5,
    title: 'Warehouse Operator, Works Council Secretary', site: 'Lille', languages: ['fr'], hiredDaysBefore: 5_480, groups: ['works-council'],
    biography: 'Cariste à Lille depuis quinze ans et secrétaire du CSE. Pour une question sur vos droits ou sur un projet en consultation, passez au local.',
  },
];

export const demoPeople: readonly { identifier: string; role: string }[] = familiarFaces.map(({ identifier, role }) => ({ identifier, role }));
