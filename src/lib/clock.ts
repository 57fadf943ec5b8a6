// The time of day as a part that tests can move; built in app.ts and handed to whatever needs `now`.

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
