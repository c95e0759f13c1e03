import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');
/** Node 24 and the tools of the repository. */
export const BINARIES = path.join(ROOT, 'node_modules/.bin');
/** Where n8n is installed, once; several clones can share one through N8N_HOST_FOLDER. */
export const HOST_FOLDER = process.env.N8N_HOST_FOLDER ?? path.join(ROOT, 'test/host/installed');
export const N8N = path.join(HOST_FOLDER, 'node_modules/n8n/bin/n8n');
/** Where the browser tests leave their pictures; kept out of git. */
export const PICTURES = path.join(ROOT, '.runtime/pictures');
