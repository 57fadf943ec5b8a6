// Loaded into the Playground's process before itself (node --import): whatever it opens listens on 127.0.0.1 only.
// It has no option for that and opens every interface, where anybody on the network could play anybody.
import { Server } from 'node:net';

const { listen } = Server.prototype;

/** The forms that the Playground uses: `listen(port[, callback])` and `listen({ port, … }[, callback])`. */
Server.prototype.listen = function listenLocally(where, ...rest) {
  const options = typeof where === 'object' ? where : { port: where };
  const callbacks = rest.filter(value => typeof value === 'function');
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...callbacks);
};
