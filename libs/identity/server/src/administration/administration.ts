import { Inject, Injectable } from '@nestjs/common';
import { hourMs, platformErrors } from '@parvis/platform/server';
import { identityErrors } from '../identity.errors.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** Token: whether administration wants its people to have confirmed who they are. */
export const administrationConfirmation = Symbol('administrationConfirmation');

/** How long a confirmation holds. */
export const confirmedForMs = hourMs / 2;

/** Stands before everything on the administration pages, reading included. */
@Injectable()
export class Administration {
  constructor(@Inject(administrationConfirmation) private readonly wantsConfirmation: boolean) {}

  isFor(viewer: Viewer): boolean {
    return viewer.roles.includes('it');
  }

  isConfirmed({ confirmedAt }: Viewer): boolean {
    return !this.wantsConfirmation || (confirmedAt != null && Date.now() - confirmedAt.getTime() < confirmedForMs);
  }

  /** Errors: FORBIDDEN to whoever is not of IT, CONFIRMATION_NEEDED to whoever said who they are too long ago. */
  require(viewer: Viewer): void {
    if (!this.isFor(viewer)) throw platformErrors.forbidden();
    this.requireConfirmation(viewer);
  }

  /** For those whose right to be there was looked at already. Errors: CONFIRMATION_NEEDED. */
  requireConfirmation(viewer: Viewer): void {
    if (!this.isConfirmed(viewer)) throw identityErrors.confirmationNeeded();
  }
}
