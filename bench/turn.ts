// How long a turn takes and how many a server manages, beside the bare echo bot; called by bench/measure.ts.
import { type Figures, median, percentile } from './figures.ts';
import { type ServerUnderTest, startServer } from './servers.ts';
import { startTeams } from './teams.ts';

const warmUp = 600;
const rounds = 9;
const turnsOneByOne = 200;
const turnsAtOnce = 600;
const connections = 16;

/** The two take turns round by round, so that what else the machine does touches both; ratios are the median round's. */
export async function measureTurns(): Promise<Figures> {
  const teams = await startTeams();
  const echo = await startServer('echo');
  const assistant = await startServer('assistant');
  try {
    const bots = { echo: echo.url, assistant: assistant.url };
    for (const bot of Object.values(bots)) await teams.askMany(bot, warmUp, connections);
    const p50 = async (bot: string) => median(await teams.askMany(bot, turnsOneByOne));
    const perSecond = async (bot: string) => {
      const begun = performance.now();
      await teams.askMany(bot, turnsAtOnce, connections);
      return turnsAtOnce / ((performance.now() - begun) / 1_000);
    };
    const cpu = async (server: ServerUnderTest) => {
      const before = await server.cpuMs();
      await teams.askMany(server.url, turnsAtOnce, connections);
      return ((await server.cpuMs()) - before) / turnsAtOnce;
    };
    const times = await takeTurns(bots, p50);
    const rates = await takeTurns(bots, perSecond);
    const computed = { echo: await cpu(echo), assistant: await cpu(assistant) };
    return {
      'turn.p50_ratio': median(times.map(({ echo, assistant }) => assistant / echo)),
      'turn.p50_ms': median(times.map(({ assistant }) => assistant)),
      'turn.echo_p50_ms': median(times.map(({ echo }) => echo)),
      'turn.rate_ratio': median(rates.map(({ echo, assistant }) => assistant / echo)),
      'turn.rate_per_s': median(rates.map(({ assistant }) => assistant)),
      'turn.echo_rate_per_s': median(rates.map(({ echo }) => echo)),
      'turn.cpu_ms': computed.assistant,
      'turn.echo_cpu_ms': computed.echo,
      'turn.p99_ms': percentile(await teams.askMany(assistant.url, 1_000), 0.99),
    };
  } finally {
    await Promise.all([echo.stop(), assistant.stop(), teams.close()]);
  }
}

type Bots<T> = { echo: T; assistant: T };

/** Every second round the other one begins. */
async function takeTurns(bots: Bots<string>, measure: (bot: string) => Promise<number>): Promise<Bots<number>[]> {
  const results: Bots<number>[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const echo = await measure(bots.echo);
      results.push({ echo, assistant: await measure(bots.assistant) });
    } else {
      const assistant = await measure(bots.assistant);
      results.push({ echo: await measure(bots.echo), assistant });
    }
  }
  return results;
}
