import { removeMagicLinks } from '../../../../nodes/Harver/items/values';

it('removes magic links at any depth and in any spelling', () => {
	const given = [
		{
			magicLink: 'a',
			attributes: {
				'magic-link': 'b',
				magic_link: 'c',
				MagicLink: 'd',
				magician: 'kept',
				list: [{ magicLink: 'e' }, 'kept', null],
			},
		},
	];
	expect(removeMagicLinks(given)).toEqual([
		{ attributes: { magician: 'kept', list: [{}, 'kept', null] } },
	]);
});
