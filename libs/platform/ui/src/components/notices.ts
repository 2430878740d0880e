import { ref, shallowReactive } from 'vue';

export interface Notice {
  id: number;
  text: string;
  tone: 'neutral' | 'danger';
  /** What can be done about it, such as taking it back. */
  action?: NoticeAction;
}

export interface NoticeAction {
  label: string;
  run: () => void;
}

let lastId = 0;
export const notices = shallowReactive<Notice[]>([]);
export const announcement = ref('');

/** Says in sight and aloud that something happened: done elsewhere, or refused. Errors of a field belong to the field. */
export function notify(text: string, tone: Notice['tone'] = 'neutral', action?: NoticeAction): void {
  notices.push({ id: ++lastId, text, tone, ...(action && { action }) });
}

export function dismissNotice(id: number): void {
  const index = notices.findIndex((notice) => notice.id === id);
  if (index >= 0) notices.splice(index, 1);
}

/** Says aloud only, politely, what sighted people see happen: "20 more results". */
export function announce(text: string): void {
  // The same words twice in a row are no change for a live region: empty it first.
  announcement.value = '';
  setTimeout(() => (announcement.value = text), 50);
}
