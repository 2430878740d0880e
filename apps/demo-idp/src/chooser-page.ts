import type { Request, Response } from 'express';
import { displayName, type DemoPerson } from './demo-person.ts';
import { escapeHtml, hidden, languageOf, sendHtml } from './html.ts';

const texts = {
  fr: {
    title: 'Qui êtes-vous ?',
    intro: 'Ceci est le fournisseur d’identité de démonstration de Parvis. Choisissez une personne : aucun mot de passe n’existe ici.',
    roles: { employee: 'Collaboration', newcomer: 'Nouvelle arrivée', executive: 'Direction', hr: 'Ressources humaines', it: 'Informatique', animator: 'Animation de communauté', moderator: 'Modération', 'works-council': 'Représentation du personnel' },
  },
  en: {
    title: 'Who are you?',
    intro: 'This is the demo identity provider of Parvis. Choose a person: there are no passwords here.',
    roles: { employee: 'Employee', newcomer: 'Newcomer', executive: 'Executive', hr: 'Human resources', it: 'IT', animator: 'Community animator', moderator: 'Moderator', 'works-council': 'Works council' },
  },
} as const;

/** The page where a click says who one is. `pending` is the query string of the sign-in under way, if there is one. */
export function sendChooser(request: Request, response: Response, { people, pending }: { people: readonly DemoPerson[]; pending: string }): void {
  const language = languageOf(request);
  const { title, intro, roles } = texts[language];
  const cards = people.map((person) => {
    const role = roles[person.role as keyof typeof roles] ?? person.role;
    return (
      `<li><button name="identifier" value="${escapeHtml(person.identifier)}"><strong>${escapeHtml(displayName(person))}</strong>` +
      `<span>${escapeHtml(person.title)}</span><span>${escapeHtml(person.department)}</span><em>${escapeHtml(role)}</em></button></li>`
    );
  });
  const body = `<h1>${title}</h1><p>${intro}</p><form method="post" action="/choose">${hidden({ pending })}<ul>${cards.join('')}</ul></form>`;
  sendHtml(response, { language, title, body });
}
