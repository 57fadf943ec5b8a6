// A server under test as a process of its own: `server.js echo` or `server.js assistant`; forked by bench/servers.ts.
const { url } = await (process.argv[2] === 'echo' ? startEcho() : startAssistant());
process.send?.({ url });
process.on('message', () => process.send?.({ cpuMs: cpuMs() }));
process.once('disconnect', () => process.exit(0));

/** What this process has computed since its start, in milliseconds, all threads. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function startEcho(): Promise<{ url: string }> {
  const { startEchoBot } = await import('./echo-bot.ts');
  return startEchoBot();
}

/** As in production, except that nobody is authenticated: the echo bot checks no tokens either. */
async function startAssistant(): Promise<{ url: string }> {
  const { createApp } = await import('../src/app.ts');
  const { loadConfig } = await import('../src/config/config.ts');
  return createApp(loadConfig('development', process.env)).start();
}
