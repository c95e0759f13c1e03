import type { Page } from 'playwright-core';

import type { Editor } from './Editor';
import type { NodeCreator } from './NodeCreator';
import type { Pictures } from './pictures';

/** What a story is told with. */
export interface Stage {
	editor: Editor;
	nodeCreator: NodeCreator;
	/** A second tab, for the page of the sandbox. */
	sandboxPage: Page;
	sandboxUrl: string;
	pictures: Pictures;
}

/** One thing that a person does in the browser; throws when it does not end as it should. */
export interface Story {
	name: string;
	tell(stage: Stage): Promise<void>;
}
