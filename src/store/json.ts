// JSON columns: text on both engines, parsed and checked on every read.
import type { z } from 'zod';

/** @throws ZodError when the row holds something else than the schema says. */
export function readJson<T extends z.ZodTypeAny>(schema: T, text: string): z.infer<T> {
  return schema.parse(JSON.parse(text));
}

/** PostgreSQL refuses the character NUL in text and SQLite keeps it: what people write is stored without. */
export function storable(text: string): string {
  return text.replaceAll('\0', '');
}
