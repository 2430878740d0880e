import type { Ref } from 'vue';

/** A way to find somebody that a higher domain adds to the directory. */
export interface DirectoryTab {
  /** Of the route. */
  name: string;
  /** Key of its words. */
  label: string;
  /** How many things wait there; called when the tabs are set up. */
  useCount?: () => Readonly<Ref<number>>;
}

export const directoryTabs: DirectoryTab[] = [];

export const addDirectoryTab = (tab: DirectoryTab): void => void directoryTabs.push(tab);
