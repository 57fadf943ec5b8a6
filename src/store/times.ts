// Times as the tables keep them, ISO text in UTC; used by the tables' files beside it.

/** A time without its time of day, which would lead back to whoever was there just then. */
export const dayOf = (at: string): string => `${at.slice(0, 10)}T00:00:00.000Z`;
