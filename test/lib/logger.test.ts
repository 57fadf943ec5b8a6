// The log never holds what people wrote or who they are.
import { expect, test } from 'vitest';
import { AppError } from '../../src/lib/errors.ts';
import { createLogger, type LogLevel } from '../../src/lib/logger.ts';

function loggerWithLines(level: LogLevel = 'info') {
  const lines: string[] = [];
  const logger = createLogger(level, { destination: { write: line => lines.push(line) } });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

const secret = 'Anne Andersen';

test.each(['text', 'name', 'email', 'upn', 'userPrincipalName', 'given_name', 'question', 'comment', 'password'])(
  'the value of %s is left out at any depth',
  key => {
    const { logger, lines } = loggerWithLines();
    logger.info(
      { [key]: secret, turn: { from: { [key]: { first: secret } }, list: [{ [key]: secret }] } },
      'turn done',
    );
    logger.child({ turn: '7', [key]: secret }).info('child');
    expect(lines.join()).not.toContain('Anne');
    expect(lines).toHaveLength(2);
    expect(lines.join()).toContain('[redacted]');
  },
);

test('what is not private is logged as it is', () => {
  const { logger, last } = loggerWithLines();
  logger.child({ turnId: '01ABC' }).warn({ ms: 12, ok: true, at: new Date(0), codes: [1, null] }, 'slow');
  expect(last()).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    turnId: '01ABC',
    ms: 12,
    ok: true,
    at: '1970-01-01T00:00:00.000Z',
    codes: [1, null],
    msg: 'slow',
  });
});

test('an error is logged with code, stack and cause, and without what a driver hung on it', () => {
  const { logger, last, lines } = loggerWithLines();
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: `Key (person)=(${secret})` });
  const error = new AppError('internal', 'could not save', { cause });
  logger.error({ err: error }, 'turn failed');
  expect(last()).toMatchObject({
    err: {
      type: 'AppError',
      code: 'internal',
      message: 'could not save',
      stack: expect.stringContaining('logger.test.ts'),
      cause: { type: 'Error', code: '23505', message: 'duplicate key' },
    },
  });
  logger.error(error);
  expect(last()).toMatchObject({ err: { type: 'AppError', cause: { code: '23505' } } });
  expect(lines.join()).not.toContain(secret);
});

test('an object that refers to itself ends somewhere', () => {
  const { logger, last } = loggerWithLines();
  const loop: Record<string, unknown> = { id: 1 };
  loop.self = loop;
  logger.info({ loop }, 'loop');
  expect(last()).toMatchObject({ loop: { id: 1, self: { id: 1 } } });
});

test('only what reaches the level is written', () => {
  const { logger, lines } = loggerWithLines('error');
  logger.warn('unheard');
  logger.error('heard');
  expect(lines).toHaveLength(1);
});
