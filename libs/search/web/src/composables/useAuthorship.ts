import { useI18n } from 'vue-i18n';

interface Authored {
  author?: { displayName: string } | null;
  writtenBy?: { displayName: string } | null;
}

/** Who wrote something: both names, when one wrote on behalf of the other. */
export function useAuthorship(): (hit: Authored) => string {
  const { t } = useI18n();
  return ({ author, writtenBy }) => (author && writtenBy ? t('search.onBehalf', { writer: writtenBy.displayName, author: author.displayName }) : (author?.displayName ?? ''));
}
