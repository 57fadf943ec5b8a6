// Leaves a language model alone for a while after it has failed several times in a row; used by language-model.ts.
import {
  type CircuitState as BreakerState,
  BrokenCircuitError,
  CircuitState as breakerStates,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import type { Logger } from '../lib/logger.ts';
import { ModelFailure } from './failures.ts';

/** `half-open`: one call tries whether it works again; the others fail at once as while it is open. */
export type CircuitState = 'closed' | 'open' | 'half-open';

const failuresInARow = 5;
const openMs = 30_000;

export interface Circuit {
  /**
   * @returns what must be told once how the call ended; only the first time counts, and the end of `signal` counts as too late.
   * @throws ModelFailure `circuit-open`.
   */
  enter(signal: AbortSignal): Promise<(failure?: ModelFailure) => void>;
}

export function createCircuit(parts: { logger: Logger; onState?: (state: CircuitState) => void }): Circuit {
  // A refusal is an answer: the endpoint works.
  const counts = handleWhen(error => !(error instanceof ModelFailure && error.code === 'refused'));
  const breaker = circuitBreaker(counts, {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  breaker.onStateChange(value => {
    const state = stateOf(value);
    const last = breaker.lastFailure;
    if (state === 'open')
      parts.logger.warn(
        { err: last && 'error' in last ? last.error : undefined },
        'the language model is left alone for a while',
      );
    else parts.logger.info({ circuit: state }, 'the language model is asked again');
    parts.onState?.(state);
  });

  return {
    enter: signal =>
      new Promise((admit, reject) => {
        if (breaker.state === breakerStates.HalfOpen) return reject(circuitOpen());
        const call = () =>
          new Promise<void>((resolve, fail) => {
            const end = (failure?: ModelFailure) => (failure ? fail(failure) : resolve());
            // Whoever forgets a call must not leave the circuit half-open.
            signal.addEventListener('abort', () => end(new ModelFailure('late', 'the time was up')), { once: true });
            admit(end);
          });
        breaker.execute(call).catch(error => reject(error instanceof BrokenCircuitError ? circuitOpen() : error));
      }),
  };
}

const circuitOpen = () => new ModelFailure('circuit-open', 'the language model has failed too often and is left alone');

function stateOf(state: BreakerState): CircuitState {
  if (state === breakerStates.Closed) return 'closed';
  return state === breakerStates.HalfOpen ? 'half-open' : 'open';
}
