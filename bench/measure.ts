// Runs the measurements one after the other, prints them beside their goals and writes them to a file; started by bench/run.ts as built code.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figures, reaches, table } from './figures.ts';
import { measureMemory } from './memory.ts';
import { measureModel } from './model.ts';
import { measureSearch } from './search.ts';
import { measureStart } from './start.ts';
import { measureTurns } from './turn.ts';

const benches: Record<string, () => Figures | Promise<Figures>> = {
  turn: measureTurns,
  search: measureSearch,
  memory: measureMemory,
  start: measureStart,
  model: measureModel,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const names = values.only === undefined ? Object.keys(benches) : [values.only];

const figures: Figures = {};
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`--only takes one of ${Object.keys(benches).join(', ')}.`);
  for (const [figure, value] of Object.entries(await bench())) figures[figure] = Number(value.toPrecision(4));
}
const gigabytes = Math.round(totalmem() / 1024 ** 3);
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${gigabytes} GB, load ${loadavg()[0]?.toFixed(1)}\n`,
);
console.log(table(figures));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
if (Object.entries(figures).some(([name, value]) => reaches(name, value) === false)) process.exitCode = 1;
