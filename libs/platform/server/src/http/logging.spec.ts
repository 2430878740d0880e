import { describe, expect, it } from '@jest/globals';
import { type Options, pinoHttp } from 'pino-http';
import { QueryFailedError } from 'typeorm';
import { Config } from '../config/config.ts';
import { loggerOptions } from './logging.ts';

function logged(error: Error): Record<string, unknown> {
  const lines: string[] = [];
  const { pinoHttp: options } = loggerOptions(Config.of({ NODE_ENV: 'test', LOG_LEVEL: 'info' }), { write: (line) => void lines.push(line) });
  const { stream, ...others } = options as Options & { stream: { write(line: string): void } };
  pinoHttp(others, stream).logger.error({ err: error }, 'A resolver failed.');
  return (JSON.parse(lines[0] as string) as { err: Record<string, unknown> }).err;
}

describe('what the log tells of an error', () => {
  it('is nothing that people wrote or are called, when the database refused it', () => {
    const refused = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), { code: '23505', detail: 'Key (email)=(ada@corp.example) already exists.', constraint: 'person_email' });
    const error = new QueryFailedError('INSERT INTO person (email) VALUES ($1)', ['ada@corp.example', 'My words'], refused);
    const told = logged(error);
    expect(told).toMatchObject({ type: 'QueryFailedError', code: '23505', constraint: 'person_email', query: 'INSERT INTO person (email) VALUES ($1)' });
    expect(String(told['stack'])).toContain('logging.spec.ts');
    expect(JSON.stringify(told)).not.toMatch(/ada@corp|My words/);
  });

  it('is where it happened', () => {
    expect(logged(new TypeError('Nobody is there'))).toMatchObject({ type: 'TypeError', message: 'Nobody is there', stack: expect.stringContaining('logging.spec.ts') });
  });
});
