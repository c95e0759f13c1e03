import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { queueVariants } from './variants';

for (const { file, content } of queueVariants()) {
	writeFileSync(file, content);
	console.log(path.relative(process.cwd(), file));
}
