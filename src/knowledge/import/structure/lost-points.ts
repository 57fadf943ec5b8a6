// Finds the points of lists whose bullets are gone; called by blocks.ts.
import { isCapitals, type Unit } from './units.ts';

const longestPoint = 140;

/** Units with kind `item` where a run of short lines after a colon, or of lines that begin alike, is a list. */
export function markLostPoints(units: Unit[]): Unit[] {
  const points = new Set<number>();
  units.forEach((unit, i) => {
    if (unit.kind === 'text' && unit.text.endsWith(':'))
      for (const point of afterColon(units, i + 1)) points.add(point);
  });
  for (const point of beginningAlike(units)) points.add(point);
  return units.map((unit, i) => (points.has(i) ? { ...unit, kind: 'item' } : unit));
}

const isShort = (unit: Unit | undefined): unit is Unit =>
  unit !== undefined &&
  (unit.kind === 'text' || unit.kind === 'item') &&
  unit.text.length <= longestPoint &&
  /^(?:\p{Lu}|\d{1,2}[.)]\s)/u.test(unit.text) &&
  !isCapitals(unit.text) &&
  !/[.:?]["”»]?$/.test(unit.text);

const isLabel = (unit: Unit) => unit.kind === 'text' && !/\s/.test(unit.text);
const opensAnew = (unit: Unit | undefined) => unit === undefined || unit.newPage || isLabel(unit);
const firstWord = (unit: Unit | undefined) => unit?.text.replace(/^\d{1,2}[.)]\s+/, '').split(' ', 1)[0] ?? '';

/** The run of short lines from `at`; a line that does not begin like any other and has a text after it is a heading. */
function afterColon(units: Unit[], at: number): number[] {
  const run: number[] = [];
  for (let i = at; isShort(units[i]); i++) {
    const unit = units[i] as Unit;
    if (unit.newPage || (run.length >= 2 && isLabel(unit) && !isLabel(units[at] as Unit))) break;
    run.push(i);
  }
  const last = run.at(-1);
  if (last === undefined) return [];
  const following = units[last + 1];
  const alike = run.some(i => i !== last && firstWord(units[i]) === firstWord(units[last]));
  const headsText = following?.kind === 'text' && following.text.length >= 50 && !alike && units[last]?.kind === 'text';
  const own = headsText ? run.slice(0, -1) : run;
  // Where most begin alike, what stands last and begins otherwise is not one of them.
  const likeness = (i: number) =>
    units[i]?.kind === 'item' || own.some(j => j !== i && firstWord(units[j]) === firstWord(units[i]));
  if (own.filter(likeness).length >= own.length * 0.6) while (own.length > 0 && !likeness(own.at(-1) ?? 0)) own.pop();
  return own.length >= 2 ? own : [];
}

/** Four short lines or more of which most begin with a word that begins another: from the first of these to the last. */
function beginningAlike(units: Unit[]): number[] {
  const found: number[] = [];
  for (let start = 0; start < units.length; start++) {
    let end = start;
    while (isShort(units[end]) && units[end]?.kind === 'text' && (end === start || !opensAnew(units[end]))) end++;
    const run = Array.from({ length: end - start }, (_, k) => start + k);
    const alike = run.filter(i => run.some(j => j !== i && firstWord(units[j]) === firstWord(units[i])));
    const first = alike.find(i => !isLabel(units[i] as Unit));
    const last = alike.at(-1);
    if (first !== undefined && last !== undefined && last - first >= 3 && alike.length >= (last - first + 1) * 0.6) {
      found.push(...run.filter(i => i >= first && i <= last));
    }
    start = Math.max(start, end - 1);
  }
  return found;
}
