import { openStore } from '../../../src/store/open-store.ts';
import { silent } from './place.ts';
import { anEnquiry, received, TEAM, taken } from './samples.ts';

/**
 * A process of its own on one database. `open` opens it and ends; `write` keeps enquiries and takes
 * each, and says the id of each after it was acknowledged, until it is killed.
 */
const [task = '', dataDir = '', databaseUrl = ''] = process.argv.slice(2);

const store = await openStore({ dataDir, logger: silent, ...(databaseUrl && { databaseUrl }) });
process.stdout.write('ready\n');
if (task === 'open') {
  await store.commit(received(anEnquiry({ reference: `R-${process.pid}` })));
  await store.close();
}
for (let number = 0; task === 'write'; number += 1) {
  const enquiry = anEnquiry({ reference: `R-${process.pid}-${number}`, team: TEAM });
  await store.commit(received(enquiry));
  process.stdout.write(`received ${enquiry.id}\n`);
  await store.commit(taken(enquiry));
  process.stdout.write(`taken ${enquiry.id}\n`);
}
