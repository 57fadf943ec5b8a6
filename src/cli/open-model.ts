// Joins the configured language model for commands that are asked to answer with it (`--model`); what they use is not counted into the day's budget.
import { createFluent } from '../app.ts';
import type { Config } from '../config/config.ts';
import type { FluentAnswers, FluentOutcome } from '../domain/answers/fluent.ts';
import { unlimitedBudget } from '../domain/model-budget.ts';
import { AppError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { systemTimers } from '../lib/timers.ts';

/** @throws AppError `invalid-configuration` when none is configured. */
export function openModel(config: Config, logger: Logger, onOutcome: (outcome: FluentOutcome) => void): FluentAnswers {
  const fluent = createFluent(config, { budget: () => unlimitedBudget, timers: systemTimers, logger, onOutcome });
  if (fluent) return fluent;
  throw new AppError(
    'invalid-configuration',
    'LANGUAGE_MODEL must be set for --model; env.sample shows the ways to set it.',
  );
}
