import type { RefusalReason } from '../saml-refusal.ts';
import type { Language } from './language.ts';

interface RefusalText {
  /** What is wrong, in words for whoever stands before the page. */
  what: string;
  /** What to do about it. */
  then: string;
}

const again = { fr: 'Reprenez la connexion depuis le début.', en: 'Start the sign-in again.' };
const tellIt = {
  fr: 'Transmettez la référence ci-dessous à votre service informatique : le journal de Parvis dit ce qui était attendu.',
  en: 'Give the reference below to your IT department: the log of Parvis says what was expected.',
};
const clocks = {
  fr: 'Réessayez ; si cela continue, l’horloge du fournisseur d’identité ou celle de Parvis n’est pas à l’heure, dites-le à votre service informatique.',
  en: 'Try again; if it goes on, the clock of the identity provider or that of Parvis is wrong, so tell your IT department.',
};

export const refusalTexts: Record<Language, Record<RefusalReason, RefusalText>> = {
  fr: {
    'too-large': { what: 'La réponse du fournisseur d’identité est trop volumineuse.', then: tellIt.fr },
    malformed: { what: 'La réponse du fournisseur d’identité est incomplète ou illisible.', then: again.fr },
    'document-type': { what: 'La réponse contient une déclaration de type de document, ce qui est interdit.', then: tellIt.fr },
    encrypted: { what: 'La réponse est chiffrée avec une autre clé que celle de Parvis, ou d’une façon refusée.', then: tellIt.fr },
    status: { what: 'Le fournisseur d’identité n’a pas voulu vous connecter.', then: 'Vérifiez auprès de votre service informatique que vous avez accès à Parvis.' },
    'no-passive': { what: 'Le fournisseur d’identité n’a pas pu vous reconnaître sans vous le demander.', then: again.fr },
    destination: { what: 'La réponse était destinée à une autre adresse.', then: tellIt.fr },
    issuer: { what: 'La réponse vient d’un fournisseur d’identité que Parvis ne connaît pas.', then: tellIt.fr },
    algorithm: { what: 'La réponse est signée avec un algorithme refusé, SHA-1 par exemple.', then: tellIt.fr },
    signature: { what: 'La réponse n’est pas signée par le fournisseur d’identité, ou elle a été modifiée en route.', then: tellIt.fr },
    unsolicited: { what: 'Cette réponse ne correspond à aucune demande de connexion.', then: again.fr },
    'unknown-request': { what: 'Cette connexion a pris trop de temps, ou Parvis ne l’a jamais demandée.', then: again.fr },
    'other-browser': { what: 'Cette connexion a été commencée dans un autre navigateur, ou celui-ci refuse les cookies.', then: 'Autorisez les cookies pour Parvis, puis reprenez la connexion.' },
    replayed: { what: 'Cette réponse a déjà servi.', then: again.fr },
    recipient: { what: 'La réponse était destinée à un autre service.', then: tellIt.fr },
    audience: { what: 'La réponse n’est pas destinée à Parvis.', then: tellIt.fr },
    conditions: { what: 'La réponse ne dit pas jusqu’à quand elle est valable, ou pose une condition inconnue.', then: tellIt.fr },
    expired: { what: 'La réponse n’est plus valable.', then: clocks.fr },
    'too-early': { what: 'La réponse n’est pas encore valable.', then: clocks.fr },
    'no-name-id': { what: 'Le fournisseur d’identité n’a pas dit qui vous êtes.', then: tellIt.fr },
    'not-admitted': { what: 'Votre compte d’entreprise ne donne pas accès à Parvis.', then: 'Si vous en avez besoin, demandez l’accès à votre service informatique.' },
    'no-identifier': { what: 'Le fournisseur d’identité ne transmet aucun identifiant stable pour vous.', then: tellIt.fr },
    deactivated: { what: 'Votre compte Parvis est désactivé.', then: 'Si vous faites partie de l’entreprise, demandez à votre service informatique de le rétablir.' },
    'too-many-attempts': { what: 'Votre navigateur a demandé la connexion plusieurs fois de suite sans aboutir.', then: 'Vérifiez qu’il accepte les cookies de Parvis, attendez une minute, puis réessayez.' },
    unreachable: { what: 'Le fournisseur d’identité ne répond pas.', then: 'Réessayez dans quelques instants ; votre service informatique trouvera la cause dans le journal.' },
    unverifiable: { what: 'Le fournisseur d’identité ne répond pas : sa réponse n’a pas pu être vérifiée.', then: 'Réessayez dans quelques instants ; votre service informatique trouvera la cause dans le journal.' },
    'nobody-may': { what: 'Personne ne peut se connecter : aucun fournisseur d’identité n’est activé.', then: tellIt.fr },
    'other-person': { what: 'Vous avez confirmé votre identité sous un autre compte.', then: 'Reprenez avec le compte avec lequel vous utilisez Parvis.' },
    'not-confirmed': { what: 'Le fournisseur d’identité ne vous a pas redemandé qui vous êtes.', then: tellIt.fr },
  },
  en: {
    'too-large': { what: 'The answer of the identity provider is too large.', then: tellIt.en },
    malformed: { what: 'The answer of the identity provider is incomplete or cannot be read.', then: again.en },
    'document-type': { what: 'The answer contains a document type declaration, which is forbidden.', then: tellIt.en },
    encrypted: { what: 'The answer is encrypted with another key than that of Parvis, or in a way that is refused.', then: tellIt.en },
    status: { what: 'The identity provider would not sign you in.', then: 'Ask your IT department whether you have access to Parvis.' },
    'no-passive': { what: 'The identity provider could not recognise you without asking.', then: again.en },
    destination: { what: 'The answer was meant for another address.', then: tellIt.en },
    issuer: { what: 'The answer comes from an identity provider that Parvis does not know.', then: tellIt.en },
    algorithm: { what: 'The answer is signed with an algorithm that is refused, such as SHA-1.', then: tellIt.en },
    signature: { what: 'The answer is not signed by the identity provider, or was changed on its way.', then: tellIt.en },
    unsolicited: { what: 'This answer belongs to no sign-in that was asked for.', then: again.en },
    'unknown-request': { what: 'This sign-in took too long, or Parvis never asked for it.', then: again.en },
    'other-browser': { what: 'This sign-in was begun in another browser, or this one refuses cookies.', then: 'Allow cookies for Parvis, then start the sign-in again.' },
    replayed: { what: 'This answer has been used before.', then: again.en },
    recipient: { what: 'The answer was meant for another service.', then: tellIt.en },
    audience: { what: 'The answer is not meant for Parvis.', then: tellIt.en },
    conditions: { what: 'The answer does not say until when it is valid, or sets an unknown condition.', then: tellIt.en },
    expired: { what: 'The answer is no longer valid.', then: clocks.en },
    'too-early': { what: 'The answer is not valid yet.', then: clocks.en },
    'no-name-id': { what: 'The identity provider did not say who you are.', then: tellIt.en },
    'not-admitted': { what: 'Your company account does not give access to Parvis.', then: 'If you need it, ask your IT department for access.' },
    'no-identifier': { what: 'The identity provider gives no stable identifier for you.', then: tellIt.en },
    deactivated: { what: 'Your account in Parvis is deactivated.', then: 'If you are part of the company, ask your IT department to restore it.' },
    'too-many-attempts': { what: 'Your browser has asked to sign in several times in a row without success.', then: 'Check that it accepts cookies from Parvis, wait a minute, then try again.' },
    unreachable: { what: 'The identity provider does not answer.', then: 'Try again in a moment; your IT department will find the cause in the log.' },
    unverifiable: { what: 'The identity provider does not answer: what it sent could not be checked.', then: 'Try again in a moment; your IT department will find the cause in the log.' },
    'nobody-may': { what: 'Nobody can sign in: no identity provider is enabled.', then: tellIt.en },
    'other-person': { what: 'You confirmed your identity by another account.', then: 'Start again with the account that you use Parvis with.' },
    'not-confirmed': { what: 'The identity provider did not ask again who you are.', then: tellIt.en },
  },
};
