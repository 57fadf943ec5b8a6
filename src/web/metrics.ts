// What can be counted without knowing anybody: turns, answers, requests, the process. Served at /metrics, fed by app.ts and web/server.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
  turn(observation: { kind: string; outcome: string; seconds: number }): void;
  /** An answer was given, or the documents do not hold one. */
  answer(abstained: boolean): void;
  /** What became of an answer that the language model was to write (written, part, default, unavailable). */
  fluent(outcome: string): void;
  request(observation: { route: string; method: string; status: number; seconds: number }): void;
}

/** A registry of its own, so that several apps can live in one process (tests). */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const turns = new Counter({
    name: 'lp_turns_total',
    help: 'Turns by kind and outcome (answered, refused, failed, duplicate).',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'lp_turn_seconds',
    help: 'Seconds from a turn being begun to its answer, without sending it.',
    labelNames: ['kind'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  const answers = new Counter({
    name: 'lp_answers_total',
    help: 'Answers to questions: answered or abstained.',
    labelNames: ['result'],
    registers,
  });
  const fluent = new Counter({
    name: 'lp_model_answers_total',
    help: 'Answers the language model was to write: written, part, default (nothing passed the checks) or unavailable.',
    labelNames: ['outcome'],
    registers,
  });
  const requests = new Histogram({
    name: 'lp_http_request_seconds',
    help: 'Seconds per HTTP request by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 15],
    registers,
  });

  return {
    text: () => register.metrics(),
    contentType: register.contentType,
    turn: ({ kind, outcome, seconds }) => {
      turns.inc({ kind, outcome });
      if (outcome !== 'duplicate') turnSeconds.observe({ kind }, seconds);
    },
    answer: abstained => answers.inc({ result: abstained ? 'abstained' : 'answered' }),
    fluent: outcome => fluent.inc({ outcome }),
    request: ({ route, method, status, seconds }) =>
      requests.observe({ route, method, status: String(status) }, seconds),
  };
}
