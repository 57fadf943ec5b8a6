// What the assistant's process holds after 5,000 turns, and whether it holds more after 10,000; called by bench/measure.ts.
import type { Figures } from './figures.ts';
import { startServer } from './servers.ts';
import { startTeams } from './teams.ts';

const turns = 5_000;
const connections = 16;

export async function measureMemory(): Promise<Figures> {
  const teams = await startTeams();
  const assistant = await startServer('assistant');
  try {
    const atStart = await residentMb(assistant.url);
    await teams.askMany(assistant.url, turns, connections);
    const after = await residentMb(assistant.url);
    await teams.askMany(assistant.url, turns, connections);
    return {
      'memory.rss_mb': after,
      'memory.rss_mb_at_start': atStart,
      'memory.growth_ratio': (await residentMb(assistant.url)) / after,
    };
  } finally {
    await Promise.all([assistant.stop(), teams.close()]);
  }
}

/** As the server's own metrics say it. */
async function residentMb(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1];
  if (bytes === undefined) throw new Error('The metrics do not say how much memory is used.');
  return Number(bytes) / 1024 / 1024;
}
