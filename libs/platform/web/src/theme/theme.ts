import { readonly, ref } from 'vue';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

// The same key is read by apps/web/public/theme.js before the first paint.
const storageKey = 'parvis.theme';
const theme = ref<Theme>(stored());

function stored(): Theme {
  const value = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey);
  return themes.find((known) => known === value) ?? 'system';
}

export function useTheme() {
  return {
    theme: readonly(theme),
    choose(chosen: Theme): void {
      theme.value = chosen;
      if (chosen === 'system') {
        localStorage.removeItem(storageKey);
        delete document.documentElement.dataset['theme'];
      } else {
        localStorage.setItem(storageKey, chosen);
        document.documentElement.dataset['theme'] = chosen;
      }
    },
  };
}
