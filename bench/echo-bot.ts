// The yardstick of the bench: a bare echo bot on the same SDK and the same web server, with none of our code. Run by bench/run.ts.
import { type Request as BotRequest, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';

export interface EchoBot {
  url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes a free one. Authentication is off, as in our development mode. */
export async function startEchoBot(port = 0): Promise<EchoBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    // The SDK's type has not heard of exactOptionalPropertyTypes.
    await adapter.process(request as BotRequest, response, async context => {
      if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`);
    });
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: server.url,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
}
