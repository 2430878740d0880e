import type { Request, Response } from 'express';

/** What every resolver's context holds. */
export interface GraphqlContext {
  req: Request;
  res: Response;
}
