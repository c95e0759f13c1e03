import { splitName } from '../../../../nodes/Harver/invite/personName';

describe('the name of a candidate is split for Harver', () => {
	it.each([
		['Ada Example', 'Ada', 'Example'],
		['  Ada   Example ', 'Ada', 'Example'],
		['Ada Maria Example', 'Ada Maria', 'Example'],
		['Madonna', 'Madonna', '-'],
		['Vincent van Gogh', 'Vincent', 'van Gogh'],
		['Anna van der Berg', 'Anna', 'van der Berg'],
		['Maria de la Cruz', 'Maria', 'de la Cruz'],
		['Otto von Beispiel', 'Otto', 'von Beispiel'],
		['Van Morrison', 'Van', 'Morrison'],
		['Sammy Davis Jr.', 'Sammy', 'Davis Jr.'],
		['Sammy Davis, Jr.', 'Sammy', 'Davis Jr.'],
		['John Smith III', 'John', 'Smith III'],
		['Example, Ada', 'Ada', 'Example'],
		['van Gogh, Vincent', 'Vincent', 'van Gogh'],
		['Dr. Ada Example', 'Ada', 'Example'],
		['Jean-Luc Example', 'Jean-Luc', 'Example'],
		["Sinéad O'Connor", 'Sinéad', "O'Connor"],
		['Мария Иванова', 'Мария', 'Иванова'],
		['محمد علي', 'محمد', 'علي'],
		['山田 太郎', '太郎', '山田'],
		['山田太郎', '太郎', '山田'],
		['王小明', '小明', '王'],
		['歐陽娜', '娜', '歐陽'],
		['김민수', '민수', '김'],
		['김 민수', '민수', '김'],
		['マドンナ', 'マドンナ', '-'],
	])('%s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each(['', '   ', '-', '???'])('"%s" is no name', (fullName) => {
		expect(splitName(fullName)).toBeUndefined();
	});
});
