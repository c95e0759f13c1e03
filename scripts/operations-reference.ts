import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { operationsReference } from './operationsReference';

writeFileSync(path.resolve(__dirname, '../docs/operations.md'), operationsReference());
console.log('docs/operations.md is written.');
