import type { Language } from '../records.ts';
import type { Who } from './scene.ts';

/** Who waits to be let in where. */
export const joinRequests: readonly { person: Who; in: string; daysBefore: number }[] = [
  { person: 4, in: 'Managers de proximité', daysBefore: 2 },
  { person: 12, in: 'Managers de proximité', daysBefore: 1 },
  { person: 6, in: 'HR partners', daysBefore: 3 },
  { person: 'elodie.marchand', in: 'ERP : utilisateurs clés', daysBefore: 2 },
  { person: 'fatou.diallo', in: 'Supplier watch', daysBefore: 5 },
  { person: 'minh-anh.nguyen', in: 'Managers de proximité', daysBefore: 4 },
];

export const invitations: readonly { person: string; in: string; by: Who; language: Language; word: string; daysBefore: number }[] = [
  { person: 'ines.carvalho', in: 'Parrainage des nouveaux', by: 'karim.benjelloun', daysBefore: 5, language: 'fr', word: "C'est ici que l'on pose les questions du premier mois. Six marraines et parrains y répondent." },
  { person: 'ines.carvalho', in: 'Software craft', by: 'thomas.vandenberghe', daysBefore: 3, language: 'en', word: 'Releases, incidents, reviews: have a look before your first one.' },
  { person: 'minh-anh.nguyen', in: 'Control & defrost', by: 'animator', daysBefore: 2, language: 'en', word: 'Your defrost curves would find careful readers here.' },
  { person: 'oliver.hughes', in: 'Projet Estran', by: 'animator', daysBefore: 1, language: 'en', word: 'We need the eye of somebody who repairs what we draw. Please keep it to yourself for now.' },
  { person: 'elodie.marchand', in: 'Sécurité au poste', by: 'animator', daysBefore: 4, language: 'fr', word: "Ton retour sur les chaussures de la ligne 3 nous aiderait à choisir le prochain modèle." },
  { person: 'herve.kerbrat', in: 'Sécurité au poste', by: 'animator', daysBefore: 3, language: 'fr', word: "Les chutes de plain-pied au quai de Lille sont à l'ordre du jour : ton avis de cariste nous manque." },
];

/** Executives who have declared that a colleague may write on their behalf. */
export const delegations: readonly { executive: string; delegate: string; daysBefore: number }[] = [{ executive: 'nathalie.brevent', delegate: 'fatou.diallo', daysBefore: 95 }];

/** Questions that nobody has answered, and who is asked: familiar faces, and one whom the asker, who is one, does not know of. */
export const expertRequests: readonly { scene: string; person: Who; in: string }[] = [
  { scene: 'silent-weekend', person: 'elodie.marchand', in: 'Énergie & carbone' },
  { scene: 'generator', person: 'oliver.hughes', in: 'Heat pump field returns' },
  { scene: 'two-probes', person: 1, in: 'Python & data' },
];

/** Which scenes familiar faces keep at hand. */
export const savedScenes: readonly { person: string; scene: string }[] = [
  { person: 'elodie.marchand', scene: 'keys' },
  { person: 'elodie.marchand', scene: 'meter-reading' },
  { person: 'oliver.hughes', scene: 'resample' },
  { person: 'minh-anh.nguyen', scene: 'open-lab' },
  { person: 'ines.carvalho', scene: 'newcomers' },
  { person: 'nathalie.brevent', scene: 'shared-accounts' },
  { person: 'karim.benjelloun', scene: 'five-minutes' },
  { person: 'thomas.vandenberghe', scene: 'shared-accounts' },
  { person: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', scene: 'grease' },
  { person: 'fatou.diallo', scene: 'quarter' },
  { person: 'herve.kerbrat', scene: 'five-minutes' },
];

/** Hashtags that familiar faces follow. */
export const followedTags: readonly { person: string; tags: readonly string[] }[] = [
  { person: 'elodie.marchand', tags: ['énergie', 'sobriété', 'atelier'] },
  { person: 'oliver.hughes', tags: ['field', 'installation'] },
  { person: 'minh-anh.nguyen', tags: ['acoustique', 'essais', 'data'] },
  { person: 'nathalie.brevent', tags: ['production', 'atelier'] },
  { person: 'karim.benjelloun', tags: ['nouveaux', 'viedesite'] },
  { person: 'thomas.vandenberghe', tags: ['informatique'] },
  { person: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', tags: ['améliorationcontinue', 'qualité', 'retours'] },
  { person: 'fatou.diallo', tags: ['communication', 'terrain'] },
];
