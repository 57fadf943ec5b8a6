// A process of its own that opens a store, imports, or holds the server's lock; run by test/store through `startChild`.
import type { StoreLocation } from '../../src/config/config.ts';
import { replaceDocument } from '../../src/store/documents.ts';
import { openStore } from '../../src/store/open.ts';
import { holdServerLock } from '../../src/store/server-lock.ts';

const [task, argument = ''] = process.argv.slice(2);
const location = JSON.parse(argument) as StoreLocation;

if (task === 'hold' && 'dataDir' in location) {
  holdServerLock(location.dataDir);
} else {
  const store = await openStore(location);
  if (task === 'import') {
    const document = {
      slug: 'fra-et-barn',
      title: 'Fra et barn',
      fileName: 'barn.txt',
      sha256: 'ff',
      importVersion: 1,
    };
    await replaceDocument(store.db, { ...document, passages: 0, importedAt: new Date(0) }, []);
  }
  if (task === 'open') await store.close();
}
console.log('ready');
// Stays until it is killed or its input ends.
process.stdin.on('end', () => process.exit(0)).resume();
