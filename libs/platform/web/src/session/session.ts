import { computed, shallowRef } from 'vue';

import { addressOf } from '../address.ts';
import type { Role } from '../graphql/schema.generated.ts';
import { goToLogin } from './login.ts';

export interface SessionPerson {
  id: string;
  displayName: string;
  email: string | null;
  roles: string[];
}

const person = shallowRef<SessionPerson>();

/** Who is there. Resolves only when there is somebody: otherwise the browser is on its way to the sign-in. */
export async function startSession(): Promise<SessionPerson> {
  const response = await fetch(addressOf('/auth/session'), { credentials: 'same-origin', headers: { accept: 'application/json' } });
  if (response.status === 401) {
    goToLogin();
    return new Promise(() => {});
  }
  if (!response.ok) throw new Error(`/auth/session answered ${response.status}`);
  const answer = (await response.json()) as { person: SessionPerson };
  person.value = answer.person;
  return answer.person;
}

/** The person of this session; everything is shown only once there is one. */
export function useSession() {
  return {
    person: computed(() => {
      if (!person.value) throw new Error('useSession() before startSession()');
      return person.value;
    }),
    // The address of the session names roles as the database does, in small letters and with hyphens.
    hasRole: (role: Role) => person.value?.roles.some((own) => own.toUpperCase().replaceAll('-', '_') === role) ?? false,
  };
}
