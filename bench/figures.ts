// What is measured, what it must reach, and how it is shown; used by bench/measure.ts and the measurements beside it.

/** One flat object: name → number. */
export type Figures = Record<string, number>;

interface Goal {
  name: string;
  atMost?: number;
  atLeast?: number;
}

/** Other figures are measured for the reader and have no goal. */
export const goals: readonly Goal[] = [
  { name: 'turn.p50_ratio', atMost: 2 },
  { name: 'turn.rate_ratio', atLeast: 0.5 },
  { name: 'search.p99_ms_5000', atMost: 5 },
  { name: 'memory.rss_mb', atMost: 250 },
  { name: 'memory.growth_ratio', atMost: 1.1 },
  { name: 'start.ready_ms', atMost: 2_000 },
  { name: 'model.check_p99_ms', atMost: 5 },
  { name: 'model.first_ms', atMost: 50 },
];

/** @param share 0–1; the smallest value that at least this share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is nothing to take a percentile of.');
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** `undefined` for a figure without a goal. */
export function reaches(name: string, value: number): boolean | undefined {
  const goal = goals.find(one => one.name === name);
  return goal && value <= (goal.atMost ?? Number.POSITIVE_INFINITY) && value >= (goal.atLeast ?? 0);
}

/** One line a figure: name, value, goal, verdict. */
export function table(figures: Figures): string {
  const rows = Object.entries(figures).map(([name, value]) => [
    name,
    String(value),
    goalText(name),
    verdict(name, value),
  ]);
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows
    .map(([name = '', value = '', goal = '', said = '']) =>
      `${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${goal.padEnd(widths[2] ?? 0)}  ${said}`.trimEnd(),
    )
    .join('\n');
}

function goalText(name: string): string {
  const goal = goals.find(one => one.name === name);
  if (!goal) return '';
  return goal.atMost === undefined ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function verdict(name: string, value: number): string {
  const reached = reaches(name, value);
  if (reached === undefined) return '';
  return reached ? 'reached' : 'MISSED';
}
