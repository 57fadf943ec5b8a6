// Queries of the hot path, built and compiled once per database instead of once per turn; used by the tables' files beside it.
import type { CompiledQuery } from 'kysely';
import type { Db } from './tables.ts';

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/** Gives the place of a value that changes from one run to the next, by its name. */
export type Values<T extends object> = <Name extends keyof T & string>(name: Name) => T[Name];

/** Stands in a compiled query where a value goes. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * @param build builds the query, always the same one: a value that changes is `value('name')`, never null by its nature (`is null` is another query).
 * @returns runs it with the values given; on a transaction as well.
 */
export function prepareQuery<T extends object, Row>(
  build: (db: Db, value: Values<T>) => Compilable<Row>,
): (db: Db, values: T) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    // A transaction shares the adapter of the database that it runs on.
    const { adapter } = db.getExecutor();
    let query = compiled.get(adapter);
    if (!query) {
      query = build(db, name => new Slot(name) as unknown as T[typeof name]).compile();
      compiled.set(adapter, query);
    }
    const parameters = query.parameters.map(one => (one instanceof Slot ? values[one.name as keyof T] : one));
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
