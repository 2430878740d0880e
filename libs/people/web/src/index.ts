import { defineAsyncComponent } from 'vue';

export { default as DirectoryTabs } from './components/DirectoryTabs.vue';
export { addDirectoryTab } from './components/directory-tabs.ts';
export type { PersonLineFragment } from './components/PersonLine.generated.ts';
export { default as PersonLine } from './components/PersonLine.vue';
export { default as PersonPicker } from './components/PersonPicker.vue';
export { peopleCache } from './people.cache.ts';
export { default as EscoNotice } from './skill/EscoNotice.vue';
export { default as SkillField, type NamedSkill } from './skill/SkillField.vue';
export { isOfEsco, useSkillName } from './skill/useSkillName.ts';
export { peopleRoutes, type PersonParts, type PersonTab } from './people.routes.ts';

/** Recommends a colleague, where higher domains show what they wrote; loaded when it is asked for. */
export const EndorseDialog = defineAsyncComponent(() => import('./skill/endorsement/EndorseDialog.vue'));
