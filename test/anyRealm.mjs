const OF_THIS_REALM = 'return proto === Object.prototype || proto === null;';

/**
 * Lets n8n rebuild a `DateTime` that comes out of its expression isolate: it takes only plain objects of its own realm for one,
 * and Jest runs n8n in another realm than the isolate's values are made in.
 */
export default {
	process(source, file) {
		if (!source.includes(OF_THIS_REALM))
			throw new Error(`${file} has changed: look at test/anyRealm.mjs.`);
		const code = source.replace(
			OF_THIS_REALM,
			'return proto === null || Object.getPrototypeOf(proto) === null;',
		);
		return { code };
	},
};
