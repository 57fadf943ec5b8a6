// Joins the configured language model for commands that are asked to answer with it (`--model`).
import { createFluent } from '../app.ts';
import type { Config } from '../config/config.ts';
import type { FluentAnswers } from '../domain/answers/fluent.ts';
import { systemClock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { systemTimers } from '../lib/timers.ts';
import type { Db } from '../store/tables.ts';

/** @throws AppError `invalid-configuration` when none is configured. */
export function openModel(config: Config, db: Db, logger: Logger): FluentAnswers {
  const fluent = createFluent(config, { db, clock: systemClock, timers: systemTimers, logger });
  if (fluent) return fluent;
  throw new AppError(
    'invalid-configuration',
    'LANGUAGE_MODEL must be set for --model; env.sample shows the ways to set it.',
  );
}
