// Loaded into n8n by NODE_OPTIONS: prints the file that the package gets when it requires n8n-workflow.
const Module = require('node:module');

const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function (request, parent, ...others) {
	const file = resolveFilename.call(this, request, parent, ...others);
	if (
		request === 'n8n-workflow' &&
		/[\\/]n8n-nodes-lever-harver[\\/]/u.test(parent?.filename ?? '')
	)
		console.log(`n8n-workflow is ${file}`);
	return file;
};
