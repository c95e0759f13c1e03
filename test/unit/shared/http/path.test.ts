import { path } from '../../../../nodes/shared/http/path';

describe('the path of a request', () => {
	it('contains encoded IDs', () => {
		expect(path`/opportunities/${'0b1c'}/notes/${'9f8e'}`).toBe('/opportunities/0b1c/notes/9f8e');
		expect(path`/stages`).toBe('/stages');
	});

	it.each([
		['../users', '..%2Fusers'],
		['a/b', 'a%2Fb'],
		['%2e%2e', '%252e%252e'],
		['%2F', '%252F'],
		['a?b=c#d', 'a%3Fb%3Dc%23d'],
		['a\\b', 'a%5Cb'],
		['ü 名', '%C3%BC%20%E5%90%8D'],
		[' 0b1c\n', '0b1c'],
		['a.b', 'a.b'],
		['..a', '..a'],
	])('lets %j address nothing but itself', (id, encoded) => {
		expect(path`/opportunities/${id}/notes`).toBe(`/opportunities/${encoded}/notes`);
		const { pathname } = new URL(path`/opportunities/${id}/notes`, 'https://api.example.org');
		expect(pathname).toBe(`/opportunities/${encoded}/notes`);
	});

	it.each([['.'], ['..'], [' .. '], ['...']])('rejects %j as an ID', (id) => {
		expect(() => path`/opportunities/${id}`).toThrow('is not an ID');
	});

	it.each([[''], ['  ']])('rejects %j as an ID: the path would be that of the list', (id) => {
		expect(() => path`/opportunities/${id}`).toThrow('An ID is empty');
	});
});
