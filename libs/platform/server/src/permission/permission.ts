import { SetMetadata } from '@nestjs/common';

/** Who may call a resolver or a controller: everybody, or anybody who is signed in. Finer rules live in the domain's policies and queries. */
export type Permission = 'public' | 'signed-in';

export const permissionKey = 'parvis:permission';

/** Anybody, signed in or not. Only for sign-in itself and for monitoring. */
export const Public = () => SetMetadata(permissionKey, 'public' satisfies Permission);

/** Anybody who is signed in. */
export const SignedIn = () => SetMetadata(permissionKey, 'signed-in' satisfies Permission);
