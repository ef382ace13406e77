import { parseArgs } from 'node:util';
import { startReceiver } from './support/receiver/receiver';

/*
 * `npm run receiver [-- --port N] [--folder DIR] [--token T] [--admin-token T]`: runs the reference receiver of
 * docs/receiver.openapi.yaml on this machine. An example for whoever wants to receive reports; behind a proxy with TLS it
 * is a small receiver of its own.
 */

const OPTIONS = {
  port: { type: 'string', default: '8787' },
  folder: { type: 'string', default: 'receiver-data' },
  token: { type: 'string', default: 'reporter-token' },
  'admin-token': { type: 'string', default: 'handler-token' },
} as const;

const args = process.argv.slice(2).filter((argument) => argument !== '--');
const { values } = parseArgs({ args, options: OPTIONS });
const receiver = await startReceiver({
  port: Number(values.port),
  folder: values.folder,
  token: values.token,
  adminToken: values['admin-token'],
});

console.log(`Receiver: ${receiver.url}  (token: ${values.token}; reports in ${values.folder}/)
List:   curl -H 'Authorization: Bearer ${values['admin-token']}' ${receiver.url}/admin/v1/reports
Status: curl -X PUT -H 'Authorization: Bearer ${values['admin-token']}' -H 'Content-Type: application/json' \\
          -d '{"status":"answered","answer":"…"}' ${receiver.url}/admin/v1/reports/ID/status
Ctrl-C ends it.`);
process.once('SIGINT', () => void receiver.close().then(() => process.exit(0)));
