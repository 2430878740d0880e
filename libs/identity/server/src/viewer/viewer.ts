import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphqlContext } from '@parvis/platform/server';
import type { Request } from 'express';
import type { Role } from '../person/role.ts';

/** Who asks: one object for each request, so that loaders can hang on it. */
export interface Viewer {
  readonly personId: string;
  readonly sessionId: string;
  readonly roles: readonly Role[];
  /** When they last said again who they are, at our asking. */
  readonly confirmedAt?: Date | null;
}

export type RequestWithViewer = Request & { viewer?: Viewer | null; looking?: Promise<Viewer | null>; /** Whether it was counted. */ paced?: boolean };

export function requestOf(context: ExecutionContext): RequestWithViewer {
  if (context.getType<string>() === 'http') return context.switchToHttp().getRequest();
  return GqlExecutionContext.create(context).getContext<GraphqlContext>().req;
}

/** The viewer, as a parameter of a resolver or a controller that only signed-in people reach. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = requestOf(context);
  if (!viewer) throw new Error('CurrentViewer is used where nobody need be signed in.');
  return viewer;
});
